"""The PC falls asleep only when the desk is locked: a process of its own, on a bus of its own."""

import shutil
import sys

import pytest

from tests.e2e.knowing import LOGIN, prepared, type_password, unlock
from tests.e2e.remote import started
from tests.gui.desktop import Desktop

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dbus-daemon"), reason="dbus-daemon is not installed"
)


def test_sleep_waits_for_the_lock_and_no_longer(tmp_path):
    known, home, desktop = prepared(tmp_path), tmp_path / "home", Desktop(tmp_path)
    home.mkdir()
    buses = dict.fromkeys(("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"), desktop.address)
    try:
        with started(home, known.folder, LOGIN, **buses) as remote:
            type_password(remote)
            unlock(remote)
            assert desktop.hear() == "inhibited sleep delay"
            desktop.say("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True)
            remote.wait_for_start()
            assert desktop.hear() == "let go"
            assert remote.do("shows", "unlock")
    finally:
        desktop.end()
