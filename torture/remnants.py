"""What is left in memory after the lock: the real program comes to know a password, keys and customers, and locks.

Its memory is searched just before, where all must be found, or the search would prove nothing, and right after.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.e2e.knowing import FLEETING, LOGIN, Known, learn, prepared, type_password, unlock
from tests.e2e.memory import found_in
from tests.e2e.remote import Remote, started
from torture.figure import Figure


def by_key(remote: Remote) -> None:
    """Ctrl+L with a number on the screen and a note half written."""
    remote.lock()


def over_a_dialog(remote: Remote) -> None:
    """Ctrl+L while a dialog shuts the window off."""
    remote.do("press_keys", "Alt+3")
    remote.do("click", "customersImport")
    remote.do("click", "importChoose")
    remote.do("see", "fileNameEdit")
    remote.lock()


def by_itself(remote: Remote) -> None:
    """Nobody touches a key."""
    remote.lock("sit_idle")


WAYS: dict[str, Callable[[Remote], None]] = {
    "things in memory after Ctrl+L": by_key,
    "the same over an open dialog": over_a_dialog,
    "the same after the idle lock": by_itself,
}


def figures(folder: Path) -> Iterator[Figure]:
    """One sitting for each way to lock, in one and the same process."""
    known, home = prepared(folder), folder / "home"
    home.mkdir()
    with started(home, known.folder, LOGIN) as remote:
        remote.do("be_readable")
        for what, lock in WAYS.items():
            yield sitting(remote, known, what, lock)


def sitting(remote: Remote, known: Known, what: str, lock: Callable[[Remote], None]) -> Figure:
    """Unlock, come to know everything, lock, look."""
    type_password(remote)
    typed = {"password": known.sought["password"]}
    before = found_in(remote.pid, typed)
    unlock(remote)
    learn(remote)
    before += found_in(remote.pid, known.sought)
    lock(remote)
    remote.do("see", "unlock")
    remote.do("be_readable")
    after = found_in(remote.pid, known.sought)
    blind = known.sought.keys() - before.keys() - FLEETING
    seen = f"{before.total():,} places before, {after.total():,} after"
    return Figure(what, len(known.sought), len(after) + len(blind), seen)
