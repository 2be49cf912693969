"""Sheets of address labels: one address on each, in the largest size that fits; whose does not fit is told."""

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from privdesk.domain.mailing import Labels, LabelStock
from privdesk.letters.address import fitted
from privdesk.letters.envelopes import Box
from privdesk.letters.facts import Addressee, Language
from privdesk.letters.layout.page import Page
from privdesk.letters.layout.paint import About, pdf
from privdesk.letters.wording import frame
from privdesk.resources import resource

# printers leave the rim of the paper blank, and sheets are drawn in a little askew
_RIM = 6.0


class LabelSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sheet of equal labels, all in millimetres."""

    name: dict[str, str]
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float

    @property
    def places(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def room(self, place: int) -> Box:
        """Where the address of a label may stand; places count from 1, row by row."""
        row, column = divmod(place - 1, self.columns)
        x, y = self.left + column * self.width, self.top + row * self.height
        return Box(x + _RIM, y + _RIM, self.width - 2 * _RIM, self.height - 2 * _RIM)


def label_sheets(
    sheet: LabelSheet, addressees: Iterable[tuple[Addressee, Language]], start: int, title: str, language: Language
) -> Labels:
    """The addresses on as many sheets as they need, the first at the place `start` of the first sheet (1 or more).

    Each is written in its own language, the Japanese ones with the postal code first, the others with the name first.
    """
    drawn = _Drawn(sheet, start)
    content = pdf(list(drawn.pages(addressees)), About(title, "", language))
    return Labels(content, drawn.count, drawn.sheets, tuple(drawn.too_long))


@cache
def sheets() -> dict[LabelStock, LabelSheet]:
    """All sheets of resources/letters/labels.toml."""
    return msgspec.toml.decode(resource("letters/labels.toml").read_bytes(), type=dict[LabelStock, LabelSheet])


class _Drawn:
    """Draws sheet after sheet, and counts."""

    def __init__(self, sheet: LabelSheet, start: int) -> None:
        self._sheet, self._place = sheet, start
        self.count = self.sheets = 0
        self.too_long: list[str] = []

    def pages(self, addressees: Iterable[tuple[Addressee, Language]]) -> Iterator[Page]:
        """Each sheet once it is full; where there is nobody, one that is blank."""
        page: Page = []
        for addressee, language in addressees:
            marks, fits = fitted(addressee, language, frame(language), self._sheet.room(self._place))
            if not fits:
                self.too_long.append(addressee.name)
                continue
            page += marks
            self.count += 1
            self._place += 1
            if self._place > self._sheet.places:
                yield self._turned(page)
                page, self._place = [], 1
        if page or not self.sheets:
            yield self._turned(page)

    def _turned(self, page: Page) -> Page:
        self.sheets += 1
        return page
