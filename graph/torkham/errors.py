"""What can go wrong, in words for the person at the terminal. Every message names the file and what to do."""


class TorkhamError(Exception):
    """The root of all errors that Torkham raises on purpose; the command line prints it in one line and exits with 2."""


class InputError(TorkhamError):
    """An input file cannot be read as an article, a graph or a table of judgements."""


class OntologyError(TorkhamError):
    """A file under ``ontology/`` is malformed: it names the file and the entry."""


class OutputError(TorkhamError):
    """An output cannot be written; what was there before is still there."""


class QueryError(TorkhamError):
    """A question or SPARQL query is unknown, malformed, refused or took too long."""
