"""Colours, fonts and the style sheet: one palette of named colours at a time, changed while the program runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from privdesk.gui.colors import COLORS
from privdesk.resources import resource

FAMILIES = ["BIZ UDPGothic", "Noto Sans JP"]  # the second has the rare kanji that the first lacks
FILES = ("BIZUDPGothic_400Regular", "BIZUDPGothic_700Bold", "NotoSansJP_400Regular")
# Given to QApplication: QApplication.setStyle hands back a QStyle, whose 500 constants cost a tenth of the start.
STYLE = ("-style", "Fusion")
BODY = 14
SIZES = {"small": 0.9, "body": 1.0, "title": 1.35, "figure": 2.0}

_colors: dict[str, QColor] = {}
_scale = 1.0


class Look(StrEnum):
    """What the user chose: the system's look, or one of his own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def named_colors(look: Look) -> dict[str, str]:
    """The colours of the light or dark theme by name, as `#RRGGBB`."""
    return {name: dark if look is Look.DARK else light for name, (light, dark) in COLORS.items()}


def color(name: str) -> QColor:
    """The present colour of that name."""
    if not _colors:
        _colors.update({key: QColor(value) for key, value in named_colors(Look.LIGHT).items()})
    return QColor(_colors[name])


def size(role: str = "body") -> int:
    """The height of letters of a role in `SIZES`, in device-independent pixels."""
    return round(BODY * SIZES[role] * _scale)


def font(role: str = "body", *, strong: bool = False) -> QFont:
    """A font for painted text of a role in `SIZES`; figures are tabular."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(size(role))
    made.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@contextmanager
def on_paper() -> Iterator[None]:
    """Inside, the colours are those for white paper, whatever the screen wears."""
    worn = dict(_colors)
    _colors.update({name: QColor(value) for name, value in named_colors(Look.LIGHT).items()})
    yield
    _colors.update(worn)


def row_height() -> int:
    """The height of a row in lists and of fields and buttons."""
    return max(32, size() * 2 + 4)


def load_fonts() -> None:
    """Make the bundled screen fonts known to Qt, so that the window looks the same on every PC."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}.ttf")))


class Theme(QObject):
    """Dresses the windows handed to it; follows the system unless the user chose a look. `changed` has the sheet."""

    changed = Signal(str)

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self._worn: tuple[Look, float] | None = None
        self._sheet = ""
        load_fonts()
        app.styleHints().colorSchemeChanged.connect(self._wear)
        self.choose(look, scale)

    @property
    def look(self) -> Look:
        """What the user chose."""
        return self._look

    @property
    def dark(self) -> bool:
        """Whether the dark colours are on."""
        return self._worn is not None and self._worn[0] is Look.DARK

    @property
    def scale(self) -> float:
        """The size of all text, 1.0 as designed."""
        return _scale

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on a window, with all that is in it and its dialogs, again at each change of look.

        It does not lie on the application: Qt would then apply it to each part anew whenever that is put into another,
        and building the screens took five times as long.
        """
        window.setStyleSheet(self._sheet)
        self.changed.connect(window.setStyleSheet)

    def choose(self, look: Look, scale: float | None = None) -> None:
        """Wear another look from now on; `scale` is the size of all text, 0.9 to 1.5."""
        global _scale  # noqa: PLW0603  # like the palette, one per process
        self._look = look
        if scale is not None:
            _scale = min(1.5, max(0.9, scale))
        hints = self._app.styleHints()
        schemes = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}
        hints.setColorScheme(schemes.get(look, Qt.ColorScheme.Unknown))
        self._wear()

    def _wear(self) -> None:
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        look = self._look if self._look is not Look.SYSTEM else (Look.DARK if dark else Look.LIGHT)
        if self._worn == (look, _scale):
            return
        self._worn = (look, _scale)
        names = named_colors(look)
        _colors.update({name: QColor(value) for name, value in names.items()})
        self._app.setPalette(_palette())
        self._app.setFont(font())
        self._sheet = _style_sheet(look, names)
        self.changed.emit(self._sheet)


def _style_sheet(look: Look, names: dict[str, str]) -> str:
    sizes = {f"size_{role}": f"{size(role)}px" for role in SIZES}
    pictures = resource("theme").as_posix()
    text = resource("theme/app.qss").read_text("utf-8")
    # the line around a field is 1 px wide, and 2 px where the keyboard is
    rows = {"row": f"{row_height() - 2}px", "inner": f"{row_height() - 4}px"}
    return Template(text).substitute(names, **sizes, **rows, pictures=pictures, look=look)


def _palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "hover",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.PlaceholderText: "dim",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Light: "card",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "line",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("dim"))
    return palette
