"""From an annotated article to a reading: who, what, to whom, when, how many, and who says so."""

from torkham.extract.reader import read

__all__ = ["read"]
