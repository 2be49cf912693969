"""Asks where a file shall be written, and writes it there."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from privdesk.domain.errors import DeskError, FileNotWritten
from privdesk.domain.text import visible

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def safe_name(name: str) -> str:
    """A foreign file name without anything that leads elsewhere or that a system refuses."""
    return _UNSAFE.sub("_", visible(name)).strip(" .")[:120] or "file"


def write(path: Path, data: bytes) -> None:
    """Write a file; raises FileNotWritten."""
    try:
        path.write_bytes(data)
    except OSError:
        raise FileNotWritten(file=path.name) from None


def documents() -> str:
    """Where file dialogs begin: the user's own documents, never the folder of the program."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask(
    parent: QWidget, title: str, name: str, data: bytes, failed: Callable[[DeskError], None], saved: Callable[[], None]
) -> None:
    """Let the user choose a place for `data`, the name `name` proposed; then tell whether it was written."""

    def take(chosen: str) -> None:
        try:
            write(Path(chosen), data)
        except FileNotWritten as error:
            failed(error)
        else:
            saved()

    dialog = QFileDialog(parent, title, QDir(documents()).filePath(safe_name(name)))
    dialog.setObjectName("saveFile")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.fileSelected.connect(take)
    dialog.open()
