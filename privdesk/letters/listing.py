"""Lists on the office's own paper: what it is, of whom and of which days, then rows under their titles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from privdesk.letters.facts import Language
from privdesk.letters.layout.fonts import Style, text_width
from privdesk.letters.layout.page import A4_HEIGHT, MARGIN, Page, paginated
from privdesk.letters.layout.paint import About, Step, pdf, unwatched
from privdesk.letters.layout.strips import MM, Strip, beside, gap, moved, one_line, paragraph
from privdesk.letters.layout.table import TableShape, table
from privdesk.letters.look import LOOKS, Look

_TOP = 20 * MM
_FOOT = A4_HEIGHT - 15 * MM


@dataclass(frozen=True)
class Listing:
    """What is printed: labels with texts, titles with widths in millimetres, rows, or that there are none."""

    title: str
    author: str
    stated: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[str]]
    nothing: str
    note: str = ""


def listing(content: Listing, language: Language, step: Step = unwatched) -> bytes:
    """The list as A4 pages with page numbers; `step` as in `compose`."""
    look = LOOKS[language]
    strips = []
    for strip in _strips(content, look):
        step(0, 0)
        strips.append(strip)
    return pdf(numbered(paginated(strips, _TOP), look), About(content.title, content.author, language), step=step)


def heading(title: str, look: Look) -> list[Strip]:
    """The title in the middle, larger than that of a letter."""
    return paragraph(title, replace(look.column("centre", Style(look.subject.face, 16)), leading=26))


def stated(pairs: Sequence[tuple[str, str]], look: Look) -> Iterator[Strip]:
    """Labels, and their texts set off to one column behind the longest."""
    width = max(text_width(label, look.body) for label, _ in pairs) + look.body.size
    for label, text in pairs:
        yield from beside([paragraph(label, look.column()), paragraph(text, look.column().inset(width))])


def numbered(pages: Sequence[Page], look: Look) -> list[Page]:
    """The pages with n / N at the foot of each."""
    column = replace(look.column("centre", look.small), leading=10)
    feet = (one_line(f"{number} / {len(pages)}", column) for number in range(1, len(pages) + 1))
    return [[*page, moved(foot, _FOOT)] for page, foot in zip(pages, feet, strict=True)]


def _strips(content: Listing, look: Look) -> Iterator[Strip]:
    yield from heading(content.title, look)
    yield gap(3 * MM)
    yield from stated(content.stated, look)
    if content.note:
        yield gap(2 * MM)
        yield from paragraph(content.note, replace(look.column("left", look.small), leading=look.table_leading))
    yield gap(5 * MM)
    rows = iter(content.rows)
    first = next(rows, None)
    if first is None:
        yield from paragraph(content.nothing, look.column())
        return
    titles, widths = zip(*content.columns, strict=True)
    shape = TableShape(
        MARGIN, tuple(width * MM for width in widths), look.table_head, look.table_body, look.table_leading
    )
    yield from table(shape, titles, _with(first, rows))


def _with(first: Sequence[str], rest: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield first
    yield from rest
