"""Query: an opened graph answers named questions, any SPARQL query, ``explain`` and ``find``; nothing changes it."""

from torkham.query.answers import answers, open_triples
from torkham.query.engine import BASE, PREFIXES, evaluate, malformed, run
from torkham.query.explain import explain
from torkham.query.filters import Filters
from torkham.query.find import Hit, find
from torkham.query.formats import Format, write
from torkham.query.guard import MAX_LENGTH, check
from torkham.query.knowledge import Evidence, Identity, Knowledge, Link, Property
from torkham.query.questions import Question, ask, question, questions
from torkham.query.standing import Standing, actor_key, standing
from torkham.query.store import PAYS_FROM, Opened, open_graph
from torkham.query.table import Cell, Row, Table, line
from torkham.query.telling import to_html, to_text
from torkham.query.view import base

__all__ = [
    "BASE",
    "MAX_LENGTH",
    "PAYS_FROM",
    "PREFIXES",
    "Cell",
    "Evidence",
    "Filters",
    "Format",
    "Hit",
    "Identity",
    "Knowledge",
    "Link",
    "Opened",
    "Property",
    "Question",
    "Row",
    "Standing",
    "Table",
    "actor_key",
    "answers",
    "ask",
    "base",
    "check",
    "evaluate",
    "explain",
    "find",
    "line",
    "malformed",
    "open_graph",
    "open_triples",
    "question",
    "questions",
    "run",
    "standing",
    "to_html",
    "to_text",
    "write",
]
