"""Pages become PDF bytes: the same pages always give the same bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from privdesk.domain.errors import SealUnreadable
from privdesk.letters.layout.fonts import FACES, OUTLINES, Style, font_of, text_width
from privdesk.letters.layout.page import A4_HEIGHT, A4_WIDTH, Page
from privdesk.letters.layout.strips import Picture, Rule, Text

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 3000  # a small file may unpack to any size
_PALE = 0.92
_FILLED_AND_OUTLINED = 2


Step = Callable[[int, int], None]


def unwatched(_done: int, _total: int) -> None:
    """The step of work that nobody watches."""


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself to a reader program."""

    title: str
    author: str
    language: str


def pdf(
    pages: Sequence[Page],
    about: About,
    watermark: Text | None = None,
    step: Step = unwatched,
) -> bytes:
    """The pages as one PDF with embedded fonts; the watermark lies pale and slanting below each page's text.

    `step` is told before each page how many of how many are painted; what it raises stops the work.
    """
    file = BytesIO()
    font_of("mincho")["　"]  # a canvas begins with a font, which would else be one that is not embedded
    canvas = Canvas(
        file,
        pagesize=(A4_WIDTH, A4_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=FACES["mincho"][0],
        lang=about.language,
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject("")
    canvas.setCreator("privdesk")
    for number, page in enumerate(pages):
        step(number, len(pages))
        if watermark:
            _draw_watermark(canvas, watermark)
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def image(png: bytes) -> ImageReader:
    """The picture for a `Picture` mark; raises SealUnreadable for all but a whole PNG of at most 3000 x 3000 pixels."""
    sides = (int.from_bytes(png[16:20]), int.from_bytes(png[20:24]))
    if not png.startswith(_PNG) or max(sides) > _MOST_PIXELS:
        raise SealUnreadable
    try:
        reader = ImageReader(BytesIO(png))
        reader.getRGBData()
    except (OSError, ValueError, SyntaxError) as error:
        raise SealUnreadable from error
    return reader


def runs(text: str, style: Style) -> Iterator[tuple[str, str]]:
    """The text in stretches of one font each: (font, stretch)."""
    fonts = font_of(style.face)
    if len(set(map(fonts.__getitem__, text))) == 1:
        yield fonts[text[0]], text
        return
    for font, chars in groupby(text, key=fonts.__getitem__):
        yield font, "".join(chars)


def _draw(canvas: Any, page: Page) -> None:  # noqa: ANN401  # reportlab is untyped
    for rule in _joined(mark for mark in page if isinstance(mark, Rule)):
        canvas.setLineWidth(rule.weight)
        if rule.boxed:
            canvas.rect(rule.x, A4_HEIGHT - rule.y2, rule.x2 - rule.x, rule.y2 - rule.y)
        else:
            canvas.line(rule.x, A4_HEIGHT - rule.y, rule.x2, A4_HEIGHT - rule.y2)
    for mark in page:
        if isinstance(mark, Picture):
            size, bottom = mark.size, A4_HEIGHT - mark.y - mark.size
            canvas.drawImage(image(mark.png), mark.x, bottom, size, size, mask="auto", preserveAspectRatio=True)
    texts = (mark for mark in page if isinstance(mark, Text) and mark.text)
    for outline, marks in groupby(texts, key=_outline):
        canvas.saveState()
        lines = canvas.beginText()
        if outline:
            canvas.setLineWidth(outline)
            lines.setTextRenderMode(_FILLED_AND_OUTLINED)
        _write(lines, marks)
        canvas.drawText(lines)
        canvas.restoreState()


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with upright ones made one where they meet, and none drawn twice: a table's cells are ruled each."""
    found: dict[tuple[float, ...], Rule] = {}
    for rule in rules:
        above = found.pop((rule.x, rule.x, round(rule.y, 2)), None) if rule.x == rule.x2 else None
        joined = Rule(above.x, above.y, above.x2, rule.y2, above.weight, above.boxed) if above else rule
        found.setdefault((joined.x, joined.x2, round(joined.y2, 2)), joined)
    return list(found.values())


def _outline(mark: Text) -> float:
    return OUTLINES.get(mark.style.face, 0.0) * mark.style.size


def _write(lines: Any, marks: Iterable[Text]) -> None:  # noqa: ANN401
    spacing = 0.0
    for mark in marks:
        lines.setTextOrigin(mark.x, A4_HEIGHT - mark.y)
        if mark.spacing != spacing:
            spacing = mark.spacing
            lines.setCharSpace(spacing)
        for font, stretch in runs(mark.text, mark.style):
            lines.setFont(font, mark.style.size)
            lines.textOut(stretch)


def _draw_watermark(canvas: Any, watermark: Text) -> None:  # noqa: ANN401
    canvas.saveState()
    canvas.setFillGray(_PALE)
    canvas.translate(A4_WIDTH / 2, A4_HEIGHT / 2)
    canvas.rotate(50)
    width, size = text_width(watermark.text, watermark.style), watermark.style.size
    lines = canvas.beginText()
    _write(lines, [replace(watermark, x=-width / 2, y=A4_HEIGHT + size / 3)])
    canvas.drawText(lines)
    canvas.restoreState()
