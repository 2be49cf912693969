"""What Windows tells its windows: the session is locked, another one comes in front, the PC falls asleep."""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

# winuser.h and wtsapi32.h
_POWER, _SUSPEND = 0x0218, 0x0004
_SESSION, _CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _LOCK = 0x02B1, 0x2, 0x4, 0x7
_LEAVING = {(_POWER, _SUSPEND), (_SESSION, _CONSOLE_DISCONNECT), (_SESSION, _REMOTE_DISCONNECT)}
_THIS_SESSION = 0


class Away(QObject):
    """`screen_locked` when the screen is; `leaving` when the PC falls asleep or another session comes in front."""

    screen_locked = Signal()
    leaving = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter = Filter(self)
        if sys.platform == "win32" and (app := QCoreApplication.instance()):
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), _THIS_SESSION)
            app.installNativeEventFilter(self._filter)

    def take(self, message: int, wanted: int) -> None:
        """Look at one message of the system with its first parameter."""
        if (message, wanted) == (_SESSION, _LOCK):
            self.screen_locked.emit()
        elif (message, wanted) in _LEAVING:
            self.leaving.emit()


class Filter(QAbstractNativeEventFilter):
    """Takes the two messages out of all that Windows sends."""

    def __init__(self, away: Away) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Let every message go on."""
        read = wintypes.MSG.from_address(int(message))
        if read.message in (_POWER, _SESSION):
            self._away.take(read.message, read.wParam)
        return False, 0
