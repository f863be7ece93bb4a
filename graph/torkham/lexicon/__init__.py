"""What Torkham knows of English and of the world, read from ``ontology/``: one object, asked by the stages."""

from torkham.lexicon.knowledge import Lexicon, load

__all__ = ["Lexicon", "load"]
