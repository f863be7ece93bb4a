"""Knowledge as text for a terminal, and as HTML for a notebook or the server."""

from collections.abc import Callable
from html import escape

from torkham.query.knowledge import Evidence, Knowledge, Link
from torkham.query.table import line

Href = Callable[[str], str]


def to_text(known: Knowledge, colour: bool = False) -> str:
    """What the graph knows, line by line; the words that a fact rests on stand between »«, with ``colour`` in bold."""
    marks = ("\x1b[1m", "\x1b[0m") if colour else ("»", "«")
    lines = [f"{line(known.label)}  ({', '.join(known.types)})" if known.types else line(known.label), known.iri, ""]
    for each in known.properties:
        lines.append(f"{each.label}: {'; '.join(line(link.text) for link in each.values)}")
    if known.identities:
        lines += ["", "Taken for one:"]
        lines += [f"  {i.document}: {line(', '.join(i.names))}: {line(i.reason)}" for i in known.identities]
    if known.evidence:
        lines += ["", "It rests on:"]
    for evidence in known.evidence:
        lines += _fact_lines(evidence, marks)
    if known.more:
        lines.append(f"… and {known.more:,} more facts")
    return "\n".join(lines) + "\n"


def _fact_lines(evidence: Evidence, marks: tuple[str, str]) -> list[str]:
    fact = line(evidence.fact.text)
    head = f"  {fact}" if evidence.standing else f"  withdrawn: {fact}"
    before, words, after = parts(evidence)
    apart = [line(f"|{part}|")[1:-1] for part in (before, words, after)]
    sentence = f"{apart[0]}{marks[0]}{apart[1]}{marks[1]}{apart[2]}".strip()
    return [head + _aside(evidence), f"    {evidence.document}: {sentence}", *(f"    {j}" for j in evidence.judgements)]


def _aside(evidence: Evidence) -> str:
    said = f"says {evidence.attributed_to}" if evidence.attributed_to else ""
    via = f"via {evidence.via}" if evidence.via else ""
    asides = [part for part in (", ".join(evidence.roles), evidence.date, said, via) if part]
    return f"  [{'; '.join(asides)}]" if asides else ""


def parts(evidence: Evidence) -> tuple[str, str, str]:
    """The sentence before the fact's words, the words, and the sentence after them."""
    start, end = max(0, evidence.start), max(0, evidence.end)
    return evidence.sentence[:start], evidence.sentence[start:end], evidence.sentence[end:]


def to_html(known: Knowledge, href: Href = lambda iri: iri) -> str:
    """The same as a fragment of HTML; ``href`` says where the page of an IRI is."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(each.label)}</th><td>{'; '.join(_link(v, href) for v in each.values)}</td></tr>"
        for each in known.properties
    )
    identities = "".join(
        f"<li><span class='doc'>{escape(i.document)}</span> {escape(', '.join(i.names))}: {escape(i.reason)}</li>"
        for i in known.identities
    )
    facts = "".join(_fact_html(evidence, href) for evidence in known.evidence)
    more = f"<p>… and {known.more:,} more facts</p>" if known.more else ""
    return (
        f"<article class='torkham'><h1 dir='auto'>{escape(known.label)}</h1>"
        f"<p class='types'>{escape(', '.join(known.types))}</p><p class='iri'><code>{escape(known.iri)}</code></p>"
        f"<table>{rows}</table>"
        + (f"<h2>Taken for one</h2><ul>{identities}</ul>" if identities else "")
        + (f"<h2>It rests on</h2><ul class='facts'>{facts}</ul>{more}" if facts else "")
        + "</article>"
    )


def _link(link: Link, href: Href) -> str:
    if link.iri is None:
        return f"<span dir='auto'>{escape(link.text)}</span>"
    return f"<a href='{escape(href(link.iri))}' dir='auto'>{escape(link.text)}</a>"


def _fact_html(evidence: Evidence, href: Href) -> str:
    before, words, after = (escape(part) for part in parts(evidence))
    gone = "" if evidence.standing else "withdrawn: "
    judged = "".join(f"<p class='judgement'>{escape(judgement)}</p>" for judgement in evidence.judgements)
    cite = f"<cite>{escape(evidence.document)}</cite>"
    return (
        f"<li>{gone}{_link(evidence.fact, href)}<span class='aside'>{escape(_aside(evidence))}</span>"
        f"<blockquote>{before}<mark>{words}</mark>{after} {cite}</blockquote>{judged}</li>"
    )
