"""From the readings of all articles to what only they together can tell: identities, dates, events, disputes, policies."""

from torkham.resolve.judgements import Correction, Judgement, Judgements, add, correction, judgement, load
from torkham.resolve.resolving import resolve

__all__ = ["Correction", "Judgement", "Judgements", "add", "correction", "judgement", "load", "resolve"]
