"""Backs a desk up and restores it in processes that are killed on the way, and says how each was left.

Run as `python -m tests.storage.killed_backup FOLDER SECRET EVERY`: FOLDER holds `made.privdesk`; for every EVERYth file
that the work opens, renames or removes it is killed just before. One line of JSON for each.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from privdesk.storage import backup, container, opening, restore, slots
from privdesk.storage.restore import Unlock
from tests.office import TERMS
from tests.storage.killed_rotation import at_touch, die

NOW = datetime(2026, 11, 22, 1, tzinfo=UTC)


def by_sheet(secret: bytes) -> Unlock:
    return lambda found: slots.unlock_with_sheet(found, secret)


def backed_up(folder: Path, secret: bytes) -> Callable[[], object]:
    """Opens the desk; what it gives makes the backup."""
    vault = opening.unlock_with_sheet(folder / "made.privdesk", secret, terms=TERMS)
    return lambda: backup.make(vault, folder / "medium.privdesk", NOW)


def restored(folder: Path, secret: bytes) -> Callable[[], object]:
    """Gives what restores the backup."""
    (path,) = folder.glob("*.privdesk-backup")
    return lambda: restore.restore(path, folder / "restored.privdesk", by_sheet(secret), TERMS.steps)


def is_killed(prepare: Callable[[], Callable[[], object]], number: int) -> bool:
    """Whether the work reached its `number`th file, and ended there."""
    child = os.fork()
    if not child:
        work = prepare()
        at_touch(number, die)()
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def left_by_backup(medium: Path, secret: bytes) -> dict[str, object]:
    """Which backups are there by name, and whether each is whole."""
    named = sorted(medium.glob("*.privdesk-backup"))
    for path in named:
        container.extract(path, restore.opened(path, by_sheet(secret)).manifest, None)
    others = {path.name.rpartition(".part")[2] for path in medium.iterdir()} - {path.name for path in named}
    return {"what": "backup", "named": len(named), "others": sorted(others)}


def left_by_restore(folder: Path, secret: bytes) -> dict[str, object]:
    """Whether the restored desk is there, and what is wrong with it."""
    if not folder.exists():
        return {"what": "restore", "named": 0, "faults": []}
    vault = opening.unlock_with_sheet(folder, secret, terms=TERMS)
    faults = vault.integrity()
    vault.close()
    return {"what": "restore", "named": 1, "faults": faults}


def main(folder: Path, secret: bytes, every: int) -> None:
    """Kill at one file after the other, without clearing up between; then let it end."""
    medium, again = folder / "medium.privdesk", folder / "restored.privdesk"
    medium.mkdir()
    for prepare, left, is_done in (
        (backed_up, lambda: left_by_backup(medium, secret), lambda: any(medium.glob("*.privdesk-backup"))),
        (restored, lambda: left_by_restore(again, secret), again.exists),
    ):
        number, killed = 0, True
        while killed:
            killed = is_killed(lambda prepare=prepare: prepare(folder, secret), number)
            sys.stdout.write(json.dumps({"killed": killed, "touch": number, **left()}) + "\n")
            number += every
            if killed and is_done():  # it was killed after its last rename: begin anew
                _clear(medium, again)
        if prepare is backed_up:
            (made,) = medium.glob("*.privdesk-backup")
            made.rename(folder / made.name)


def _clear(medium: Path, again: Path) -> None:
    for path in medium.iterdir():
        path.unlink()
    if again.exists():
        shutil.rmtree(again)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]))
