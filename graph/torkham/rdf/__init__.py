"""Readings and their resolution as RDF: ``describe`` makes the triples, ``write`` the files. IRIs only in ``iri``."""

from torkham.rdf.describe import describe
from torkham.rdf.files import write
from torkham.rdf.iri import BASE

__all__ = ["BASE", "describe", "write"]
