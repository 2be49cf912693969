"""Somebody at a bus, in a process of its own: answers as systemd-logind does, says what standard input wants."""

import json
import os
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

_PATH, _SERVICE = "/org/freedesktop/login1", "org.freedesktop.login1"


@ClassInfo(**{"D-Bus Interface": f"{_SERVICE}.Manager"})
class Manager(QObject):
    """The two methods that are asked for; tells when somebody puts the sleep off, and when that ends."""

    @Slot(str, result="QDBusObjectPath")
    def GetSession(self, name):
        return QDBusObjectPath(f"{_PATH}/session/_32")

    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(self, what, who, why, mode):
        watched, given = os.pipe()
        self.ended = QSocketNotifier(watched, QSocketNotifier.Type.Read, self)
        self.ended.activated.connect(self._tell_of_end)
        passed = QDBusUnixFileDescriptor(given)
        os.close(given)
        tell(f"inhibited {what} {mode}")
        return passed

    def _tell_of_end(self, *_):
        self.ended.setEnabled(False)
        tell("let go")


def tell(text):
    """One line to the test."""
    os.write(1, f"{text}\n".encode())


def say(bus):
    """Send the signal that the test wants."""
    path, interface, member, *arguments = json.loads(os.read(0, 4096))
    message = QDBusMessage.createSignal(path, interface, member)
    message.setArguments(arguments)
    bus.send(message)


def main(address):
    app = QCoreApplication([])
    bus, manager = QDBusConnection.connectToBus(address, "speaker"), Manager()
    assert bus.registerObject(_PATH, manager, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService(_SERVICE)
    ears = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ears.activated.connect(lambda *_: say(bus))
    tell("ready")
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
