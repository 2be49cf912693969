"""Mail files on their way into the inbox: read beside the window, then taken in one after the other."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from privdesk.gui.background import Background
from privdesk.gui.savefile import documents
from privdesk.operations import foreign, messages
from privdesk.operations.done import Done
from privdesk.operations.messages import TakenMail


class MailFiles(QObject):
    """Lets a page take mail files that are dropped on it or chosen; `taken` with the last mail."""

    taken = Signal(int)

    def __init__(self, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._background = background
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what has files in it, and take them."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.take(paths)
        return True

    def ask(self, title: str, kinds: str) -> None:
        """Let the user choose the files."""
        dialog = QFileDialog(self._page, title, documents(), kinds)
        dialog.setObjectName("openMails")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.take([Path(path) for path in chosen]))
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Take these files in; what is wrong with one is said and does not stop the others."""
        for path in paths:
            self._background.beside(self._page, foreign.read, path, then=self._keep(path.name))

    def _keep(self, name: str) -> Callable[[bytes], None]:
        def keep(raw: bytes) -> None:
            self._background.write(self._page, messages.take_mail, raw, name, then=self._tell)

        return keep

    def _tell(self, done: Done[TakenMail]) -> None:
        self.taken.emit(done.value.id)
