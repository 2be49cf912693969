"""Tables whose cells wrap and whose head returns on every page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from privdesk.letters.layout.fonts import Style
from privdesk.letters.layout.strips import MM, Column, Rule, Strip, beside, kept, paragraph, stacked

_PADDING = 1.2 * MM
_WHOLE_ROWS = 12  # lines up to which a row is not parted by a page break


@dataclass(frozen=True, slots=True)
class TableShape:
    """Left edge and column widths in points, and how head and body are set."""

    x: float
    widths: tuple[float, ...]
    head: Style
    body: Style
    leading: float

    def edges(self) -> list[float]:
        """The upright lines, from left to right."""
        edges = [self.x]
        for width in self.widths:
            edges.append(edges[-1] + width)
        return edges


def table(shape: TableShape, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Strip]:
    """The table as strips with ruled cells; a long row may run on to the next page, a short one stays whole."""
    head = tuple(_row(shape, titles, shape.head, weight=0.8))
    head = tuple(kept(head, with_next=True))
    yield from head
    for row in rows:
        yield from (replace(strip, head=head) for strip in _row(shape, row, shape.body, weight=0.4))


def _row(shape: TableShape, cells: Sequence[str], style: Style, weight: float) -> list[Strip]:
    edges = shape.edges()
    columns = [
        Column(x + _PADDING, width - 2 * _PADDING, style, shape.leading)
        for x, width in zip(edges, shape.widths, strict=False)
    ]
    lines = beside([paragraph(cell, column) for cell, column in zip(cells, columns, strict=True)])
    lines = [_padding(edges, weight, top=True), *lines, _padding(edges, weight, top=False)]
    lines = [replace(strip, marks=strip.marks + _uprights(edges, strip.height)) for strip in lines]
    if len(lines) <= _WHOLE_ROWS + 2:
        return [Strip(sum(strip.height for strip in lines), tuple(stacked(lines, 0)))]
    return [replace(strip, keep=at == 0 or at == len(lines) - 2) for at, strip in enumerate(lines)]


def _padding(edges: Sequence[float], weight: float, top: bool) -> Strip:
    height = _PADDING * 0.8
    y = 0.0 if top else height
    return Strip(height, (Rule(edges[0], y, edges[-1], y, weight),))


def _uprights(edges: Sequence[float], height: float) -> tuple[Rule, ...]:
    return tuple(Rule(x, 0, x, height) for x in edges)
