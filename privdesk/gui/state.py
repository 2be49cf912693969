"""What the window remembers on this PC outside the vault: its look, the desks opened before, the shape of its lists."""

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter

from privdesk.gui.theme import Look

_RECENT = 8


@dataclass(frozen=True)
class RecentDesk:
    """A desk that was opened on this PC: where it lies, its display name, who opened it last."""

    path: str
    name: str
    login: str = ""


class WindowState:
    """Reads and writes the window's settings; nothing of any customer is among them."""

    def __init__(self) -> None:
        self._settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "privdesk", "window")

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

    def recent_desks(self) -> list[RecentDesk]:
        """The desks opened before, the last one first."""
        try:
            return [RecentDesk(**desk) for desk in json.loads(str(self._settings.value("recent", "[]")))]
        except (ValueError, TypeError):  # somebody edited the file
            return []

    def remember_desk(self, desk: RecentDesk) -> None:
        """Put a desk first among the recent ones."""
        others = [other for other in self.recent_desks() if other.path != desk.path]
        self._keep_desks([desk, *others][:_RECENT])

    def forget_desk(self, path: str) -> None:
        """Take a desk off the list; its folder stays where it is."""
        self._keep_desks([desk for desk in self.recent_desks() if desk.path != path])

    def keep(self, name: str, part: QMainWindow | QSplitter | QHeaderView) -> None:
        """Remember the sizes of a part under `name`."""
        shape = part.saveGeometry() if isinstance(part, QMainWindow) else part.saveState()
        self._settings.setValue(f"shape/{name}", shape)

    def restore(self, name: str, part: QMainWindow | QSplitter | QHeaderView) -> bool:
        """Give a part the sizes remembered under `name`; False where there are none."""
        shape = self._settings.value(f"shape/{name}")
        if not isinstance(shape, QByteArray):
            return False
        return part.restoreGeometry(shape) if isinstance(part, QMainWindow) else part.restoreState(shape)

    def forget_shape(self, name: str) -> None:
        """Let a part have its designed sizes again."""
        self._settings.remove(f"shape/{name}")

    def _keep_desks(self, desks: list[RecentDesk]) -> None:
        self._settings.setValue("recent", json.dumps([asdict(desk) for desk in desks], ensure_ascii=False))
