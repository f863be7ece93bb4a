"""Whoever crosses into his own country comes home: 'Afghans crossed into Nangarhar'."""

from dataclasses import replace

from torkham.extract.count import Count
from torkham.extract.links import Links
from torkham.extract.measurewords import Found
from torkham.extract.syntax import children
from torkham.lexicon.quantities import measures

_ARRIVED, _RETURNED = "arrived", "returned"


def homeward(count: Count, found: Found | None, links: Links) -> Found | None:
    """The measure, where people of a nation named before the verb cross the border of its own country."""
    if found is None or found.measure != _ARRIVED or found.word.lemma_.lower() not in measures().crossing:
        return found
    verb = found.word
    places = [links.place(one) for one in children(verb, "obl", "obj")]
    lands = {links.country(place) for place in places if place is not None} - {None}
    nations = {one.label_ for one in verb.doc.spans.get("demonyms", ()) if verb.sent.start <= one.start < verb.i}
    return replace(found, measure=_RETURNED) if lands and lands == nations else found
