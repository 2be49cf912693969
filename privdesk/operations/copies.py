"""The register of copies: where copies of the desk lie, by when each is to be gone, and which are gone."""

import secrets
from datetime import date
from pathlib import Path

from privdesk.domain.backup import Place, to_destroy
from privdesk.domain.copies import Copy
from privdesk.domain.errors import (
    BackupDamaged,
    DiskTrouble,
    FileUnreadable,
    NotABackup,
    PlaceMissing,
    ReadOnlyFolder,
)
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import audit, container, copies, files

# what keeps a copy from being deleted today
_AWAY = (PlaceMissing, FileUnreadable, ReadOnlyFolder, DiskTrouble)


def register(desk: Desk) -> tuple[Copy, ...]:
    """All copies that are known, newest first; those that are destroyed say so."""
    with desk.reading() as conn:
        return copies.everything(conn)


def add(desk: Desk, where: str, made_on: date, destroy_by: date) -> Done[Copy]:
    """Enter a copy that somebody made himself, by copying the folder or a backup."""
    with desk.change("copy.note", about="copy") as change:
        at = desk.now.replace(year=made_on.year, month=made_on.month, day=made_on.day)
        new = Copy(
            id=0,
            uid=secrets.token_hex(16),
            place=where.strip(),
            file="",
            made_at=at,
            size=0,
            log_seq=audit.head(change.conn).seq,
            destroy_by=destroy_by,
        )
        entered = copies.enter(change.conn, new)
        change.about = f"copy:{entered.id}"
    said = shown("done", "The copy at {place} is in the register.")
    return Done(entered, said, {"place": entered.place}, undo=lambda later: note_destroyed(later, entered.id))


def destroy(desk: Desk, id_: int) -> Done[Copy]:
    """Delete a backup's file and note it; one whose medium is not there stays.

    Raises NoSuchCopy, PlaceMissing, FileUnreadable, ReadOnlyFolder or DiskTrouble.
    """
    with desk.change("copy.destroy", about=f"copy:{id_}") as change:
        copy = copies.get(change.conn, id_)
        _delete(copy)
        copies.note_destroyed(change.conn, id_, desk.today)
    return Done(copy, shown("done", "The copy at {place} is destroyed."), {"place": copy.place})


def note_destroyed(desk: Desk, id_: int) -> Done[Copy]:
    """Note that somebody has destroyed a copy himself, with its medium for instance; raises NoSuchCopy."""
    with desk.change("copy.destroy", about=f"copy:{id_}", by_hand=True) as change:
        copy = copies.get(change.conn, id_)
        copies.note_destroyed(change.conn, id_, desk.today)
    said = shown("done", "It is noted that the copy at {place} is destroyed.")
    return Done(copy, said, {"place": copy.place}, undo=lambda later: _take_back(later, id_))


def expire(desk: Desk, place: Place, daily: int, monthly: int) -> tuple[Copy, ...]:
    """Delete the backups of a place that the plan does not keep; those that cannot be reached wait for next time."""
    with desk.reading() as conn:
        here = [copy for copy in copies.there(conn) if copy.place == place.path and copy.file]
    gone = []
    for copy in to_destroy(here, daily, monthly):
        try:
            with desk.change("copy.expire", about=f"copy:{copy.id}") as change:
                _delete(copy)
                copies.note_destroyed(change.conn, copy.id, desk.today)
        except _AWAY:
            continue
        gone.append(copy)
    return tuple(gone)


def _delete(copy: Copy) -> None:
    """Delete a copy's file if it is still that copy; a file that is gone already is as good.

    Raises PlaceMissing where the medium is not there.
    """
    path = Path(copy.place, copy.file)
    if not copy.file or not files.answers(path.parent):
        raise PlaceMissing(place=copy.place)
    if not path.exists():
        return
    try:
        is_it = container.read(path).id == copy.uid
    except (BackupDamaged, NotABackup):
        is_it = True  # what is left of it bears its name
    if is_it:
        with files.told():
            path.unlink()
            files.sync_folder(path.parent)


def _take_back(desk: Desk, id_: int) -> Done[None]:
    with desk.change("copy.note", about=f"copy:{id_}") as change:
        copies.note_destroyed(change.conn, id_, None)
    return Done(None, shown("done", "The copy is in the register again."))
