"""Window envelopes: where the address must stand on the folded sheet and what must stay blank around it."""

from dataclasses import dataclass
from functools import cache

import msgspec
from msgspec.structs import replace

from privdesk.resources import resource


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet, in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A window envelope and the panel of the folded sheet that slides in it, all in millimetres."""

    name: dict[str, str]
    width: float
    height: float
    window_x: float
    window_y: float
    window_width: float
    window_height: float
    panel_width: float
    panel_height: float

    @property
    def safe(self) -> Box:
        """What shows through the window however the sheet lies: the address belongs here."""
        return Box(
            self.window_x,
            self.window_y,
            self.window_width - (self.width - self.panel_width),
            self.window_height - (self.height - self.panel_height),
        )

    @property
    def seen(self) -> Box:
        """What can show through the window in some position: nothing but the address may stand here."""
        return Box(0, 0, self.window_x + self.window_width, self.window_y + self.window_height)

    @property
    def folds(self) -> tuple[float, ...]:
        """Where the sheet is folded, below its upper edge."""
        return (self.panel_height, 2 * self.panel_height)


def envelope(code: str, right: int = 0, down: int = 0) -> Envelope:
    """The profile of that code, its window so many millimetres off; KeyError if there is none."""
    usual = envelopes()[code]
    return replace(usual, window_x=usual.window_x + right, window_y=usual.window_y + down)


@cache
def envelopes() -> dict[str, Envelope]:
    """All profiles of resources/letters/envelopes.toml, by code."""
    return msgspec.toml.decode(resource("letters/envelopes.toml").read_bytes(), type=dict[str, Envelope])
