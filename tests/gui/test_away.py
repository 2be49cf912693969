"""What the desktop says on its buses takes the screens: on real buses, said by somebody else's program."""

import ctypes
import shutil
import sys
from ctypes import wintypes

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from privdesk.gui.away import Away
from privdesk.gui.away_windows import Away as WindowsAway
from privdesk.gui.away_windows import Filter
from tests.gui.desktop import Desktop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these buses")

needs_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="dbus-daemon is not installed")
LOGIN = "/org/freedesktop/login1"
OWN, OTHERS = f"{LOGIN}/session/_32", f"{LOGIN}/session/_35"
SESSION, PROPERTIES = "org.freedesktop.login1.Session", "org.freedesktop.DBus.Properties"


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    made = Desktop(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", made.address)
    yield made
    made.end()


@pytest.fixture
def away(qapp, qtbot, desktop):
    """It listens to everything by now."""
    owner = QObject()
    away = Away(owner)
    qtbot.waitUntil(lambda: away._own.isFinished() and away._put_off.isFinished(), timeout=10_000)
    qtbot.wait(50)
    assert desktop.hear() == "inhibited sleep delay"
    return away, owner


@needs_bus
@pytest.mark.parametrize("name", ["org.gnome", "org.freedesktop", "org.cinnamon"])
def test_a_locked_screen_is_noticed(qtbot, desktop, away, name):
    with qtbot.waitSignal(away[0].screen_locked, timeout=5000):
        desktop.say("/ScreenSaver", f"{name}.ScreenSaver", "ActiveChanged", True)
    with qtbot.assertNotEmitted(away[0].screen_locked, wait=200):
        desktop.say("/ScreenSaver", f"{name}.ScreenSaver", "ActiveChanged", False)


@needs_bus
def test_the_own_session_is_locked_and_not_somebody_elses(qtbot, desktop, away):
    with qtbot.assertNotEmitted(away[0].screen_locked, wait=200):
        desktop.say(OTHERS, SESSION, "Lock")
    with qtbot.waitSignal(away[0].screen_locked, timeout=5000):
        desktop.say(OWN, SESSION, "Lock")


@needs_bus
def test_sleep_is_noticed_before_it_begins(qtbot, desktop, away):
    with qtbot.waitSignal(away[0].leaving, timeout=5000):
        desktop.say(LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    with qtbot.assertNotEmitted(away[0].leaving, wait=200):
        desktop.say(LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", False)


@needs_bus
def test_another_user_in_front_is_noticed(qtbot, desktop, away):
    with qtbot.assertNotEmitted(away[0].leaving, wait=200):
        desktop.say(OWN, PROPERTIES, "PropertiesChanged", SESSION, {"IdleHint": True}, [])
    with qtbot.waitSignal(away[0].leaving, timeout=5000):
        desktop.say(OWN, PROPERTIES, "PropertiesChanged", SESSION, {"Active": False}, [])


def test_where_there_is_no_bus_nothing_happens_and_nothing_is_said(qapp, tmp_path, monkeypatch, capfd):
    for name in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    Away(QObject())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("message", "wanted", "told"),
    [
        (0x02B1, 0x7, ["locked"]),  # WTS_SESSION_LOCK
        (0x02B1, 0x8, []),  # WTS_SESSION_UNLOCK
        (0x02B1, 0x2, ["leaving"]),  # WTS_CONSOLE_DISCONNECT, as when another user comes in front
        (0x02B1, 0x4, ["leaving"]),  # WTS_REMOTE_DISCONNECT
        (0x0218, 0x4, ["leaving"]),  # PBT_APMSUSPEND
        (0x0218, 0x7, []),  # PBT_APMRESUMESUSPEND
        (0x0100, 0x4, []),  # WM_KEYDOWN
    ],
)
def test_the_messages_of_windows(qtbot, message, wanted, told):
    window, heard = QWidget(), []
    qtbot.addWidget(window)
    away = WindowsAway(window)
    away.screen_locked.connect(lambda: heard.append("locked"))
    away.leaving.connect(lambda: heard.append("leaving"))
    sent = wintypes.MSG(message=message, wParam=wanted)
    assert Filter(away).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent)) == (False, 0)
    assert heard == told
