"""What is copied is gone from the clipboard after ten seconds, and on lock; what is merely marked, on lock."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 10
# How Windows, KDE and macOS are told to keep it out of their clipboard history.
_PRIVATE = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
}


class BriefClipboard(QObject):
    """Copies for ten seconds; `remaining` counts down to 0 for the bar at the foot.

    What is copied out of a field in the usual way stays no longer.
    """

    remaining = Signal(int)

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._text = ""
        self._left = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._board = QGuiApplication.clipboard()
        self._board.dataChanged.connect(self._take_copy)
        app.aboutToQuit.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard for ten seconds."""
        data = QMimeData()
        data.setText(text)
        for kind, hint in _PRIVATE.items():
            data.setData(kind, hint)
        self._text = text
        self._board.setMimeData(data)
        self._left = SECONDS
        self._timer.start()
        self.remaining.emit(self._left)

    def clear(self) -> None:
        """Take it away now, unless something else was copied meanwhile."""
        self._timer.stop()
        if self._text and self._board.text() == self._text:
            self._board.clear()
        if self._board.ownsSelection():
            self._board.clear(QClipboard.Mode.Selection)
        self._text = ""
        if self._left:
            self._left = 0
            self.remaining.emit(0)

    def _take_copy(self) -> None:
        if self._board.ownsClipboard() and (text := self._board.text()) and text != self._text:
            self.copy(text)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._left = 1
            self.clear()
        else:
            self.remaining.emit(self._left)


def brief_clipboard() -> BriefClipboard:
    """The application's own; made when it is first asked for."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app.findChild(BriefClipboard) or BriefClipboard(app)
