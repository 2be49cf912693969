"""What a Linux desktop tells on its two buses; where there is no bus, or nobody at it, nothing happens.

The names are those of systemd-logind (elogind too) and of the screen savers of GNOME, KDE, Cinnamon, MATE and Xfce.
"""

import os
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusPendingCallWatcher

_LOGIN = "org.freedesktop.login1"
_SAVERS = ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate", "org.xfce")
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class Spot(NamedTuple):
    """Where on a bus something is said; empty for anybody and anywhere."""

    service: str
    path: str
    interface: str


_MANAGER = Spot(_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager")


class Away(QObject):
    """`screen_locked` when the screen is; `leaving` when the PC falls asleep or another session comes in front.

    As long as this lives the system puts the sleep off, for some seconds at most; the end of the process ends that.
    """

    screen_locked = Signal()
    leaving = Signal()

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        session, system = _connected(_session_bus()), _connected(_system_bus())
        if session:
            for name in _SAVERS:
                savers = Spot("", "", f"{name}.ScreenSaver")
                self._hear(session, savers, "ActiveChanged", "_take_saver(bool)")
        if system:
            self._hear(system, _MANAGER, "PrepareForSleep", "_take_sleep(bool)")
            # the answer holds the file that puts the sleep off
            self._put_off = _asked(system, "Inhibit", "sleep", "privdesk", "Locks the desk", "delay")
            self._own = _asked(system, "GetSession", "auto")
            self._own.finished.connect(partial(self._take_session, system))

    def _hear(self, bus: QDBusConnection, spot: Spot, signal: str, taker: str) -> None:
        bus.connect(*spot, signal, self, SLOT(taker))  # type: ignore[call-overload]  # it takes text, the stub says bytes

    def _take_session(self, system: QDBusConnection) -> None:
        if self._own.isError():
            return
        (session,) = self._own.reply().arguments()
        assert isinstance(session, QDBusObjectPath)
        properties = Spot(_LOGIN, session.path(), "org.freedesktop.DBus.Properties")
        self._hear(system, Spot(_LOGIN, session.path(), f"{_LOGIN}.Session"), "Lock", "_take_lock()")
        self._hear(system, properties, "PropertiesChanged", "_take_properties(QString,QVariantMap)")

    @Slot(bool)
    def _take_saver(self, active: bool) -> None:
        if active:
            self.screen_locked.emit()

    @Slot()
    def _take_lock(self) -> None:
        self.screen_locked.emit()

    @Slot(bool)
    def _take_sleep(self, begins: bool) -> None:
        if begins:
            self.leaving.emit()

    @Slot(str, "QVariantMap")
    def _take_properties(self, _interface: str, changed: dict[str, object]) -> None:
        if changed.get("Active") is False:
            self.leaving.emit()


def _session_bus() -> str:
    own = Path(os.environ.get("XDG_RUNTIME_DIR", ""), "bus")
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (f"unix:path={own}" if own.is_socket() else "")


def _system_bus() -> str:
    path = f"unix:path={_SYSTEM_BUS}" if _SYSTEM_BUS.is_socket() else ""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or path


def _connected(address: str) -> QDBusConnection | None:
    """A connection of our own: the one that Qt keeps would start a bus where there is none."""
    if not address:
        return None
    made = QDBusConnection.connectToBus(address, f"privdesk {address}")
    return made if made.isConnected() else None


def _asked(bus: QDBusConnection, method: str, *arguments: str) -> QDBusPendingCallWatcher:
    call = QDBusMessage.createMethodCall(_MANAGER.service, _MANAGER.path, _MANAGER.interface, method)
    call.setArguments(list(arguments))
    return QDBusPendingCallWatcher(bus.asyncCall(call))
