"""The letters that lists and chips are painted with; to make them for each cell costs more than to draw it."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

from privdesk.gui.theme import font, size


def letters(role: str = "body") -> tuple[QFont, QFontMetrics]:
    """The font of a role at its present size, and its measures; both are shared and never changed."""
    return _letters(role, size(role))


@lru_cache(maxsize=16)
def _letters(role: str, _size: int) -> tuple[QFont, QFontMetrics]:
    return font(role), QFontMetrics(font(role))
