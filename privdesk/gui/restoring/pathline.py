"""A file or folder to type or to choose."""

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.field import Field


class PathLine(Translated, QWidget):
    """`edited` after each change; `kinds` names the files to offer, without them a folder is chosen."""

    edited = Signal()

    def __init__(self, name: str, kinds: str = "") -> None:
        super().__init__()
        self._kinds = kinds
        self._label = ""
        self.field = Field(name, QLineEdit())
        self._choose = Button(f"{name}Choose", "plain", "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(line(self._choose, None))
        self.field.edited.connect(self.edited)
        self._choose.clicked.connect(self._ask)
        self.retranslate()

    def path(self) -> Path | None:
        """What stands there, None where nothing does."""
        text = self.field.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: str) -> None:
        """Put a path there, as if it had been chosen."""
        self.field.set_text(QDir.toNativeSeparators(path))
        self.edited.emit()

    def say(self, label: str, hint: str = "") -> None:
        """Set the words of the label and of the hint below."""
        self._label = label
        self.field.say(label, hint)
        self._choose.setAccessibleName(f"{label}: {self._choose.text()}")

    def retranslate(self) -> None:
        """Set the word of the button."""
        self._choose.setText(self.tr("Choose"))

    def _ask(self) -> None:
        here = self.path()
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self._label, str(here.parent) if here else home, self._kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.FileMode.ExistingFile if self._kinds else QFileDialog.FileMode.Directory
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self.set_path)
        dialog.open()
