"""Rotates a desk again and again in processes that are killed on the way, and says how each was left.

Run as `python -m tests.storage.killed_rotation FOLDER SECRET EVERY RANDOM`: for every EVERYth file that the rotation
opens, renames or removes, killed just before, or the disk fails just then; and killed RANDOM times after a random time.
One line of JSON for each.
"""

import errno
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from privdesk.domain.errors import DiskTrouble
from privdesk.storage import connection, header, roster, slots
from privdesk.storage.keys import UserKeys
from privdesk.storage.opening import unlock_with_sheet
from privdesk.storage.rotation import rotating
from privdesk.storage.vault import DATA, Vault
from tests.office import PASSWORD, TERMS
from tests.storage.made_desk import SUPPORT

WITHIN = "within"
PASSWORDS = {"sato": PASSWORD, "mori": SUPPORT, "kato": SUPPORT}
_TOUCHES = {"open", "os.rename", "os.remove"}


@dataclass(frozen=True)
class Left:
    """How a killed rotation left the desk: before or after the switch, as a whole or not."""

    stop: str
    stopped: bool
    epoch: int
    written: bool
    known: bool
    opening: list[str]
    faults: list[str]
    names: list[str]
    took: float


def rotate(vault: Vault, login: str = "mori") -> None:
    """Remove a user, with an entry that comes with the switch."""
    slot = vault.header.slot_of(login)
    with rotating(vault, lambda header: roster.without(header, slot.id)) as fresh, fresh.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO counter (name, last) VALUES (?, 1)", (WITHIN,))


def die() -> None:
    """As by a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    """As a disk that gives up."""
    raise OSError(errno.EIO, "gave up")


def at_touch(number: int, end: Callable[[], None]) -> Callable[[], None]:
    """Arm an end just before the process touches its `number`th file."""

    def arm() -> None:
        left = number

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event in _TOUCHES and ".privdesk" in str(arguments[0]):
                left -= 1
                if left == -1:
                    end()

        sys.addaudithook(count)

    return arm


def keys_of(folder: Path, passwords: dict[str, str]) -> dict[str, UserKeys]:
    """The users' own keys, so that each hashes once."""
    (known,) = header.read(folder).headers
    return {login: slots.unlock(known, login, password).user for login, password in passwords.items()}


def who_opens(folder: Path, users: dict[str, UserKeys]) -> Iterator[str]:
    """Those whom the header lets in and who then hold the key of the file that is there."""
    salt = connection.salt_of(folder / DATA)
    (known,) = header.read(folder, salt).headers
    for login, user in users.items():
        slot = known.slot_of(login)
        if slot and slots.proven(known, slot, user).rings.get("opening", known.epoch) and known.file == salt:
            yield login


def attempt(
    made: Path,
    folder: Path,
    secret: bytes,
    users: dict[str, UserKeys],
    stop: str,
    arm: Callable[[], None],
    delay: float,
) -> Left:
    """One rotation of a copy of the desk `made`, and how it is found afterwards by its sheet and its users."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made, folder)
    ready, go = os.pipe()
    child = os.fork()
    if not child:
        vault = unlock_with_sheet(folder, secret, terms=TERMS)
        os.write(go, b"x")
        arm()
        try:
            rotate(vault)
        except DiskTrouble:
            os._exit(1)
        vault.close()
        os._exit(0)
    os.close(go)
    os.read(ready, 1)
    os.close(ready)
    started = time.monotonic()
    if delay:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    took = time.monotonic() - started
    opening = sorted(who_opens(folder, users))
    vault = unlock_with_sheet(folder, secret, terms=TERMS)
    with vault.reading() as conn:
        written = conn.exec_driver_sql("SELECT count(*) FROM counter WHERE name = ?", (WITHIN,)).scalar() == 1
    left = Left(
        stop=stop,
        stopped=status != 0,
        epoch=vault.header.epoch,
        written=written,
        known=vault.header.slot_of("mori") is not None,
        opening=opening,
        faults=vault.integrity(),
        names=sorted(path.name for path in folder.iterdir()),
        took=took,
    )
    vault.close()
    return left


def say(left: Left) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(asdict(left)) + "\n")


def main(made: Path, secret: bytes, every: int, randomly: int) -> None:
    """Say how each attempt was left; the last one's desk stays beside `made`."""
    folder, rng = made.with_name("killed.privdesk"), random.Random(20261122)
    users = keys_of(made, PASSWORDS)
    touches = 0
    while (left := attempt(made, folder, secret, users, f"kill {touches}", at_touch(touches, die), 0)).stopped:
        say(left)
        touches += every
    took = left.took
    for number in range(0, touches, every):
        say(attempt(made, folder, secret, users, f"failure {number}", at_touch(number, fail), 0))
    for _ in range(randomly):
        delay = rng.uniform(0.001, took)
        say(attempt(made, folder, secret, users, f"{delay:.4f} s", lambda: None, delay))


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
