"""Annotate: from an Article to a spaCy Doc with tags, lemmas, Universal Dependencies, sentences and names.

``load(pipeline, known)`` gives an :class:`Annotator`; called with an article it returns a Doc that carries:

* ``dep_`` Universal Dependencies with subtypes as in UD English 2.16 (``nsubj:pass``, ``obl:agent``, ``root``, and
  ``obl:unmarked`` for 'Wednesday' or 'last month' without a preposition), ``pos_`` UPOS, ``tag_`` Penn, ``lemma_`` in
  lower case except in names;
* ``doc.spans['sentences']``: the sentences that are read, ``label_`` headline, caption or paragraph; ``doc.sents``:
  all of them;
* ``doc.ents``: PERSON, ORG, LOC; of a known name ``kb_id_`` and ``ent_id_`` are its key in ``actors.ttl``;
* ``doc.spans['demonyms']``: 'Afghan', 'Pakistanis', ``label_`` the key of the state.
"""

from torkham.annotate import lean as lean
from torkham.annotate.annotator import Annotator, load
from torkham.annotate.titles import Titles

__all__ = ["Annotator", "Titles", "load"]
