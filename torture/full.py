"""A disk that is full, or nearly so, during each act of a working day: refused by a sentence or done, nothing else.

Earlier work stays whole, lists can be read meanwhile, and when there is room again work goes on without a new start.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from alembic.operations import Operations

from privdesk.domain.errors import DeskError
from privdesk.operations import desks
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.storage import header, lockfile
from privdesk.storage.migrations import STEPS
from privdesk.storage.tables import audit
from privdesk.storage.vault import BALLAST, DATA
from torture.figure import Figure
from torture.office.acts import Act, acts, prepared
from torture.office.disk import fill, free, mounted
from torture.office.made import NOW, OFFICE, PASSWORD, Made, State, made, state
from torture.office.specimen import Broken, Seen

_DISK_MB = 16
_BALLAST = 512 * 1024
# what is left on the disk
_ROOMS = (0, 16 * 1024, 64 * 1024, 256 * 1024, 1024 * 1024, 4 * 1024 * 1024)
_AT_ONCE, _BY_BALLAST, _REFUSED = "done", "done at the second try, by the ballast", "refused"
_FILES = {DATA, *header.COPIES, lockfile.NAME, BALLAST}


def figures(folder: Path) -> Iterator[Figure]:
    """One row for each act, with each room left once."""
    kept = made(folder, _BALLAST)
    desk = kept.open()
    prepared(desk)
    desks.lock(desk)
    with mounted(folder / "disk", _DISK_MB) as disk:
        if not disk:
            yield Figure("disk full", 0, 0, "not tried: only root of a Linux system can mount a disk to fill")
            return
        there = kept.moved(disk)
        for act in acts(disk / "medium"):
            yield _row(act.what, there, kept, partial(_done, act))
        yield _row("the desk is locked", there, kept, _locked)
        yield _row("an older file is brought up to date", there, kept, _migrated)
        yield _row("a new desk is made", there, kept, _founded)


def _row(what: str, there: Made, kept: Made, act: Callable[[Made, int], str]) -> Figure:
    seen = Seen()
    for room in _ROOMS:
        shutil.copytree(kept.folder, there.folder)
        shutil.copytree(kept.profile, there.profile)
        (there.folder.parent / "medium").mkdir()
        seen.take(partial(act, there, room), f"with {room:,} bytes left")
        for path in there.folder.parent.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return seen.figure(f"disk full: {what}")


def _done(act: Act, there: Made, room: int) -> str:
    """An act at a desk that was open before the disk was full: once, once again, and once there is room."""
    disk, desk = there.folder.parent, there.open()
    with closing(desk.vault):
        before = state(desk)
        fill(disk, room)
        end = _AT_ONCE if _tried(desk, act) else _BY_BALLAST if _tried(desk, act) else _REFUSED
        if not before.is_in(desk):
            raise Broken("lost")
        free(disk)
        if end == _REFUSED and not _tried(desk, act):
            raise Broken("refused although there is room again")
        if desks.faults(desk):
            raise Broken("faulty")
        desks.lock(desk)
    _need_whole(there, before)
    return end


def _tried(desk: Desk, act: Act) -> bool:
    """Whether it was done; either way the log says the same, and what was refused has changed nothing."""
    before, rows = _times(desk, act), state(desk).rows
    with suppress(DeskError):
        act.do(desk)
        if _times(desk, act) != before + 1:
            raise Broken("done and not logged")
        return True
    if _times(desk, act) != before or state(desk).rows != rows:
        raise Broken("refused and half done")
    return False


def _times(desk: Desk, act: Act) -> int:
    """How often the log has the act."""
    with desk.reading() as conn:
        return conn.execute(sa.select(sa.func.count()).where(audit.c.act == act.entry)).scalar_one()


def _locked(there: Made, room: int) -> str:
    """A desk is locked while the disk is full, and opened again while it still is."""
    desk = there.open()
    before = state(desk)
    fill(there.folder.parent, room)
    desks.lock(desk)
    end = "locked, and opens"
    try:
        there.open().vault.close()
    except DeskError:
        end = "locked, opens when there is room"
    free(there.folder.parent)
    _need_whole(there, before)
    return end


def _migrated(there: Made, room: int) -> str:
    """The first opening by a newer program, which takes a copy and a step more."""
    desk = there.open()
    before = state(desk)
    desk.vault.close()
    newer = replace(there, terms=replace(there.terms, steps=(*STEPS, _one_more)))
    fill(there.folder.parent, room)
    end = _AT_ONCE
    try:
        newer.open().vault.close()
    except DeskError:
        end = _REFUSED
        if (there.folder / f"{DATA}.before-{len(STEPS) + 1}").exists():
            raise Broken("a copy was left") from None
    free(there.folder.parent)
    newer.open().vault.close()
    _need_whole(newer, before)
    return end


def _one_more(op: Operations) -> None:
    op.create_table("bird", sa.Column("name", sa.Text))


def _founded(there: Made, room: int) -> str:
    """A new desk beside another one, which is whole or not there."""
    disk = there.folder.parent
    folder, founder = disk / "second.privdesk", Founder("hana", "見本 花", PASSWORD)
    names = {path.name for path in disk.iterdir()}
    terms = replace(there.terms, ballast=_BALLAST)

    def found() -> None:
        desks.lock(desks.create(folder, OFFICE, founder, desks.new_sheet(), there.reference, lambda: NOW, terms))

    fill(disk, room)
    end = _AT_ONCE
    try:
        found()
    except DeskError:
        end = _REFUSED
    free(disk)
    if end == _REFUSED:
        if {path.name for path in disk.iterdir()} != names:
            raise Broken("half a desk was left")
        found()
    return end


def _need_whole(there: Made, before: State) -> None:
    """The next opening finds all that was there and clears away what was left, and puts the ballast back."""
    desk = there.open()
    with closing(desk.vault):
        if not before.is_in(desk) or desks.faults(desk):
            raise Broken("not whole")
        desks.lock(desk)
    if {path.name for path in there.folder.iterdir()} != _FILES:
        raise Broken("left over")
