"""Strips become pages: what belongs together stays together, table heads return on every page."""

from collections.abc import Iterator, Sequence

from privdesk.letters.layout.strips import MM, Mark, Strip, moved

A4_WIDTH, A4_HEIGHT = 210 * MM, 297 * MM
MARGIN = 25 * MM
MEASURE = A4_WIDTH - 2 * MARGIN

Page = list[Mark]


class Stack:
    """Pages being filled from top to bottom."""

    def __init__(self, first_top: float) -> None:
        self.pages: list[Page] = [[]]
        self._y = first_top
        self._is_open = False

    def add(self, chain: Sequence[Strip]) -> None:
        """Put the strips on one page, a new one if need be; only strips higher than a page are parted."""
        height = sum(strip.height for strip in chain)
        if not self._fits(height) and self._has_room_elsewhere(chain, height):
            self._turn(chain[0])
        for strip in chain:
            if not self._fits(strip.height):
                self._turn(strip)
            self._put(strip)

    def _fits(self, height: float) -> bool:
        return self._y + height <= A4_HEIGHT - MARGIN + 0.01

    def _has_room_elsewhere(self, chain: Sequence[Strip], height: float) -> bool:
        repeated = sum(strip.height for strip in chain[0].head)
        return MARGIN + repeated + height <= A4_HEIGHT - MARGIN

    def _turn(self, opening: Strip) -> None:
        self.pages.append([])
        self._y = MARGIN
        self._is_open = False
        for strip in opening.head:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        is_blank_at_top = not strip.marks and not self._is_open and len(self.pages) > 1
        if is_blank_at_top:
            return
        self.pages[-1] += [moved(mark, self._y) for mark in strip.marks]
        self._y += strip.height
        self._is_open = True


def paginated(strips: Sequence[Strip], first_top: float = MARGIN) -> list[Page]:
    """The strips on A4 pages with margins of 25 mm; the first page begins `first_top` points below its upper edge."""
    stack = Stack(first_top)
    for chain in _chains(strips):
        stack.add(chain)
    return stack.pages


def _chains(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain
