"""Dates: EDTF strings for people, OWL-Time instants (https://www.w3.org/TR/owl-time/) and day numbers for queries."""

from datetime import date

from torkham.model import Dating
from torkham.rdf import edtf
from torkham.rdf.passages import write_passage
from torkham.rdf.sink import Sink
from torkham.rdf.terms import PROV, TIME
from torkham.rdf.world import World
from torkham.vocabulary import TK


def write_date(world: World, sink: Sink, node: str, value: str | None) -> None:
    """The date of anything: as a whole, its two ends, the day numbers that it can mean."""
    if not value:
        return
    first, second = edtf.ends(value)
    earliest, latest = edtf.bounds(value)
    sink.text(node, TK.date, value)
    sink.text(node, TK.dateStart, first)
    sink.text(node, TK.dateEnd, second)
    for day, number, instant in ((earliest, TK.firstDay, "hasBeginning"), (latest, TK.lastDay, "hasEnd")):
        if day is not None:
            sink.number(node, number, edtf.day_number(day))
            if node.startswith(world.mint.base + "dating/"):
                sink.link(node, TIME + instant, instant_iri(world, day))
                world.days.add(day)


def instant_iri(world: World, day: date) -> str:
    """The OWL-Time instant that is a day."""
    return world.mint.named("date", day.isoformat())


def write_dating(world: World, sink: Sink, dating: Dating) -> str:
    """What a date expression comes to, with its passage, basis and reasoning; returns its IRI."""
    expression = world.readings[dating.document].times[dating.time]
    node = world.mint.named("dating", dating.document, expression.start, expression.end, dating.time)
    sink.node(node, TK.Dating, expression.text)
    sink.link(node, TK.precision, getattr(TK, f"precision_{dating.precision}"))
    sink.link(node, TK.basis, getattr(TK, f"basis_{dating.basis}"))
    sink.text(node, TK.because, dating.why)
    write_date(world, sink, node, dating.value)
    passage = write_passage(world, sink, dating.document, expression.start, expression.end)
    sink.link(node, PROV + "wasDerivedFrom", passage)
    return node
