"""What the window remembers on this PC outside the vault: its look, the desks opened before, the shape of its lists."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from privdesk.gui.theme import Look

_RECENT = 8


class RecentDesk(NamedTuple):
    """A desk that was opened on this PC: where it lies, its display name, who opened it last."""

    path: str
    name: str
    login: str = ""


class Shaped(Protocol):
    """A part whose sizes the user changes, such as a splitter or the header of a table."""

    def saveState(self) -> QByteArray:
        """Its sizes."""
        ...

    def restoreState(self, state: QByteArray, /) -> bool:
        """Take sizes again; False where they fit no longer."""
        ...


class RecentDesks:
    """The list of the desks opened before on this PC."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def listed(self) -> list[RecentDesk]:
        """The desks opened before, the last one first."""
        count = self._settings.beginReadArray("recent")
        desks = [self._desk(place) for place in range(min(count, _RECENT))]
        self._settings.endArray()
        return [desk for desk in desks if desk.path]

    def put_first(self, desk: RecentDesk) -> None:
        """Put a desk first among the recent ones."""
        others = [other for other in self.listed() if other.path != desk.path]
        self._keep([desk, *others][:_RECENT])

    def forget(self, path: str) -> None:
        """Take a desk off the list; its folder stays where it is."""
        self._keep([desk for desk in self.listed() if desk.path != path])

    def _desk(self, place: int) -> RecentDesk:
        self._settings.setArrayIndex(place)
        return RecentDesk(*(str(self._settings.value(part, "")) for part in RecentDesk._fields))

    def _keep(self, desks: list[RecentDesk]) -> None:
        self._settings.remove("recent")
        self._settings.beginWriteArray("recent", len(desks))
        for place, desk in enumerate(desks):
            self._settings.setArrayIndex(place)
            for part, value in desk._asdict().items():
                self._settings.setValue(part, value)
        self._settings.endArray()


class WindowState:
    """Reads and writes the window's settings, the PC user's own or a file's; nothing of any customer is among them.

    Shapes and choices are those of `login`, so that two who share a PC do not rearrange each other's lists.
    """

    def __init__(self, file: str = "", login: str = "") -> None:
        self._file = file
        self._of = f"user/{login.encode().hex()}/" if login else ""
        ini = QSettings.Format.IniFormat
        own = QSettings(ini, QSettings.Scope.UserScope, "privdesk", "window")
        self._settings = QSettings(file, ini) if file else own
        self.recent = RecentDesks(self._settings)

    def of(self, login: str) -> "WindowState":
        """The same settings with the shapes and choices of one user of the desk."""
        return WindowState(self._file, login)

    @property
    def language(self) -> str:
        """The chosen language, empty for the system's."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def look(self) -> Look:
        """The chosen look."""
        value = str(self._settings.value("look", ""))
        return Look(value) if value in set(Look) else Look.SYSTEM

    @look.setter
    def look(self, look: Look) -> None:
        self._settings.setValue("look", str(look))

    @property
    def scale(self) -> float:
        """The size of all text, 1.0 as designed."""
        value = str(self._settings.value("scale", "1.0"))
        return float(value) if value.replace(".", "", 1).isdigit() else 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("scale", str(scale))

    def keep(self, name: str, part: QMainWindow | Shaped) -> None:
        """Remember the sizes of a part under `name`."""
        shape = part.saveGeometry() if isinstance(part, QMainWindow) else part.saveState()
        self._settings.setValue(f"{self._of}shape/{name}", shape)

    def restore(self, name: str, part: QMainWindow | Shaped) -> bool:
        """Give a part the sizes remembered under `name`; False where there are none."""
        shape = self._settings.value(f"{self._of}shape/{name}")
        if not isinstance(shape, QByteArray):
            return False
        return part.restoreGeometry(shape) if isinstance(part, QMainWindow) else part.restoreState(shape)

    def forget_shape(self, name: str) -> None:
        """Let a part have its designed sizes again."""
        self._settings.remove(f"{self._of}shape/{name}")

    def choose(self, name: str, value: str) -> None:
        """Remember what was chosen under `name`, such as the filter of a list."""
        self._settings.setValue(f"{self._of}choice/{name}", value)

    def chosen(self, name: str) -> str:
        """What was chosen last under `name`; empty where nothing was."""
        return str(self._settings.value(f"{self._of}choice/{name}", ""))
