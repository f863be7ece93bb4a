"""Draws the core of the ontology as SVG, from docs/core.toml and the labels in ontology/torkham.ttl."""

import tomllib
from html import escape
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
TK = "https://w3id.org/torkham/ontology#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
WIDTH, HEIGHT, BOX_W, BOX_H, MARGIN = 285, 96, 150, 40, 30
SUBCLASS = "subclass"
Point = tuple[float, float]


def labels(path: Path) -> dict[str, str]:
    """The English label of every term of ours, by local name."""
    quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    own = [q for q in quads if isinstance(q.subject, ox.NamedNode) and q.subject.value.startswith(TK)]
    return {q.subject.value.removeprefix(TK): q.object.value for q in own if q.predicate.value == LABEL}


def draw(plan: dict, names: dict[str, str]) -> str:
    """The diagram. A class or property that the ontology lacks raises KeyError."""
    places = {name: (MARGIN + x * WIDTH, MARGIN + y * HEIGHT) for name, (x, y) in plan["classes"].items()}
    arrows = [_arrow(places[a["from"]], places[a["to"]], a["property"], names) for a in plan["arrow"]]
    boxes = [_box(place, names[name]) for name, place in places.items()]
    width = max(x for x, _ in places.values()) + BOX_W + MARGIN
    height = max(y for _, y in places.values()) + BOX_H + MARGIN
    return _HEAD.format(width=width, height=height) + "".join(arrows) + "".join(boxes) + "</svg>\n"


_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" \
aria-label="The core of the Torkham ontology: classes as boxes, properties as arrows" font-family="sans-serif" font-size="13">
<defs><marker id="arrowhead" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
<path d="M0 0L10 5L0 10z" fill="#555"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
"""


def _box(place: Point, label: str) -> str:
    x, y = place
    return (
        f'<rect x="{x}" y="{y}" width="{BOX_W}" height="{BOX_H}" rx="6" fill="#eaf2fb" stroke="#1f4e79"/>'
        f'<text x="{x + BOX_W / 2}" y="{y + BOX_H / 2 + 5}" text-anchor="middle">{escape(label)}</text>\n'
    )


def _arrow(start: Point, end: Point, name: str, names: dict[str, str]) -> str:
    label = "is a" if name == SUBCLASS else name if ":" in name else names[name]
    (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
    dashes = ' stroke-dasharray="5 4"' if name == SUBCLASS else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#555"{dashes} marker-end="url(#arrowhead)"/>'
        f'<text x="{(x1 + x2) / 2:.1f}" y="{(y1 + y2) / 2 - 3:.1f}" text-anchor="middle" font-size="11" fill="#333" '
        f'stroke="#fff" stroke-width="3" paint-order="stroke">{escape(label)}</text>\n'
    )


def _edge(start: Point, end: Point) -> Point:
    """Where the line between two boxes' centres leaves the first one."""
    (cx, cy), (tx, ty) = ((x + BOX_W / 2, y + BOX_H / 2) for x, y in (start, end))
    dx, dy = tx - cx, ty - cy
    scale = min(BOX_W / 2 / abs(dx) if dx else 9e9, BOX_H / 2 / abs(dy) if dy else 9e9)
    return cx + dx * scale, cy + dy * scale


def main() -> None:
    """Write docs/core.svg."""
    plan = tomllib.loads((ROOT / "docs" / "core.toml").read_text(encoding="utf-8"))
    svg = draw(plan, labels(ROOT / "ontology" / "torkham.ttl"))
    (ROOT / "docs" / "core.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
