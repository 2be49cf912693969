"""Files that leave the desk and files that come in: asking where, and writing beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from privdesk.domain.errors import FileNotWritten
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.savefile import documents
from privdesk.operations.done import Done


def ask_where(parent: QWidget, title: str, name: str, then: Callable[[Path], None]) -> None:
    """Ask where to save a file that is proposed as `name`; its ending is kept."""
    dialog = QFileDialog(parent, title, QDir(documents()).filePath(name))
    dialog.setObjectName("saveFile")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_which(parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]) -> None:
    """Ask which file to read; `kinds` as Qt writes filters."""
    dialog = QFileDialog(parent, title, documents(), kinds)
    dialog.setObjectName("openFile")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save(background: Background, owner: QObject, path: Path, content: bytes) -> None:
    """Write a file beside the window, and say so when it is there."""
    said = Done(None, shown("done", "“{name}” was saved."), {"name": path.name})
    background.beside(owner, _written, path, content, then=lambda _: background.done.emit(said))


def _written(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError:
        raise FileNotWritten(file=path.name) from None
