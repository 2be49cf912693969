"""Reads a finished PDF back, as a reader program would."""

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

MM = 72 / 25.4
A4_HEIGHT = 297 * MM


@dataclass(frozen=True)
class Placed:
    """A line of text with the left end of its baseline, in millimetres from the upper left corner."""

    text: str
    x: float
    y: float
    size: float


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def solid(text: str) -> str:
    """The text without any blanks and line ends, which depend on where the lines broke."""
    return "".join(text.split())


def text_of(pdf: bytes) -> str:
    """The solid text of all pages."""
    return solid("".join(pages(pdf)))


def placed(pdf: bytes, page: int = 0) -> list[Placed]:
    """Every line of the page at its place."""
    found: list[Placed] = []

    def visit(text, _cm, tm, _font, size):
        if text.strip():
            found.append(Placed(text.strip(), tm[4] / MM, (A4_HEIGHT - tm[5]) / MM, size))

    PdfReader(BytesIO(pdf)).pages[page].extract_text(visitor_text=visit)
    return found


def fonts(pdf: bytes) -> dict[str, DictionaryObject]:
    """Descriptor of each font that a page uses, by its name."""
    found = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"].get_object()["/Font"].values():
            font = font.get_object()
            found[font["/BaseFont"]] = font.get("/FontDescriptor", DictionaryObject()).get_object()
    return found
