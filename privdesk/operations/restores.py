"""A backup becomes a desk again, in a new folder; and the drill that shows that it would."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory

from privdesk.domain.acts import permit
from privdesk.domain.errors import (
    BackupAltered,
    BackupDamaged,
    BackupFaulty,
    DeskError,
    FileUnreadable,
    KeyNotHeld,
    MediumFull,
    NewerProgram,
    NewerUnopened,
    NotABackup,
    NothingNewer,
    NotNewer,
)
from privdesk.domain.log import LogCode
from privdesk.domain.office import ZONE
from privdesk.domain.shown import shown
from privdesk.domain.user import User
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Clock, Terms, remove
from privdesk.operations.done import Done
from privdesk.operations.people import renew
from privdesk.storage import (
    anchor,
    audit,
    container,
    copies,
    erasure,
    log_verify,
    opening,
    recovery,
    rotation,
    slots,
    transaction,
    users,
)
from privdesk.storage import restore as stored
from privdesk.storage import restore_replay as later
from privdesk.storage.audit import Head
from privdesk.storage.copying import Progress
from privdesk.storage.erasure import Tombstone
from privdesk.storage.header import Header
from privdesk.storage.restore import Opened
from privdesk.storage.restore import Unlock as Unlock
from privdesk.storage.restore_replay import Replayed as Replayed
from privdesk.storage.restore_replay import State
from privdesk.storage.transaction import Connection
from privdesk.storage.vault import Vault

# what a drill finds, unlike a wrong password or a full disk, is its result
FAILURES = (BackupAltered, BackupDamaged, BackupFaulty, FileUnreadable, NewerProgram, NotABackup)
_WHO = "restore"


@dataclass(frozen=True)
class Restored:
    """A restored desk, closed: the instant of its backup, and the last entry of its log.

    `replayed` says what a newer desk gave; where none was at hand, or it did not open, `missing` says what that means.
    `disposed` counts the people who had been disposed of since the backup and are erased again; `unread` says that a
    newer list of them could not be read.
    """

    folder: Path
    made_at: datetime
    log_seq: int
    replayed: Replayed | None = None
    missing: DeskError | None = None
    disposed: int = 0
    unread: DeskError | None = None


@dataclass(frozen=True)
class Drill:
    """A drill that passed: which backup, of when, and what stands for its log on paper."""

    uid: str
    made_at: datetime
    log: LogCode


def by_password(login: str, password: str) -> Unlock:
    """The way into a backup with the password of that day; `login` may be empty where there was one user."""
    return lambda found: slots.unlock(found, login, password)


def by_sheet(typed: str) -> Unlock:
    """The way in with the recovery sheet of that day; raises SheetTypo or SheetLength."""
    secret = recovery.secret(typed)

    def unlock(found: Header) -> slots.Unlocked:
        return slots.unlock_with_sheet(found, secret)

    return unlock


def restore(
    backup: Path,
    folder: Path,
    way: Unlock,
    clock: Clock,
    terms: Terms,
    newer: Path | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Make a desk of a backup at `folder`; that it was restored is its first event, and known on this PC.

    From the desk in `newer`, a later state of the same one that opens in the same way, suspensions, corrections and the
    list of who was disposed of are taken over; that list also from the newer backups beside this one. Who is on one is
    erased again before anybody may work. Raises what `storage.restore.restore` raises, NotAllowed, or NotNewer.
    """
    opened = stored.restore(backup, folder, way, terms.steps, progress)
    try:
        with (
            closing(opened),
            _entered(folder, opened.unlock_again, replace(terms, accepting=lambda _anybody: None)) as vault,
        ):
            since = stored.later_tombstones(backup, opened, way)
            done = _first_event(vault, opened, clock().astimezone(ZONE), newer, since.stones, way, terms)
            if since.unread:
                done = replace(done, unread=NewerUnopened(made=_minute(since.unread)))
            if done.disposed:
                _leave_nothing(vault, clock().astimezone(ZONE))
            return done
    except BaseException:
        with suppress(DeskError):
            remove(folder)
        raise


def is_known(backup: Path, profile: Path | None) -> bool:
    """Whether this PC has seen the desk of a backup, which counts here as an older copy once the backup is restored."""
    with suppress(DeskError):
        return profile is not None and anchor.read(profile, container.read(backup).desk) is not None
    return False


def drill(
    backup: Path, way: Unlock, terms: Terms, scratch: Path | None = None, progress: Progress | None = None
) -> Drill:
    """Restore a backup into a scratch folder, open it, look over file, keys and log, and clear the folder away.

    `scratch` is where there is room for twice the backup; the system's own place by default, all in it is encrypted.
    Raises what `storage.restore.restore` raises, MediumFull, or BackupFaulty.
    """
    with TemporaryDirectory(prefix="privdesk-drill-", dir=scratch) as place:
        _need_room(Path(place), backup)
        folder = Path(place) / "drill.privdesk"
        opened = stored.restore(backup, folder, way, terms.steps, progress)
        with closing(opened), _entered(folder, opened.unlock_again, replace(terms, profile=None, ballast=0)) as vault:
            found = vault.integrity()
            verdict = log_verify.verify(vault.reading, vault)
    if verdict.fault:
        found.append(verdict.fault.value.format(at=verdict.at).rstrip("."))
    if found:
        raise BackupFaulty(file=backup.name, faults="; ".join(found))
    return Drill(opened.manifest.id, opened.manifest.made_at, verdict.head)


def note_drill(desk: Desk, passed: Drill) -> Done[None]:
    """Write into log and register that a drill has passed."""
    with desk.change("desk.drill", about="desk", backup=passed.uid) as change:
        copies.note_proven(change.conn, passed.uid, desk.today)
    return Done(None, shown("done", "The drill has passed: the backup opens and is whole."))


def note_failure(desk: Desk, backup: Path, why: DeskError) -> None:
    """Write into the log that a drill has failed."""
    with desk.change("desk.drill", about="desk", file=backup.name, why=type(why).__name__):
        pass


def put_back_keys(backup: Path, folder: Path, way: Unlock) -> None:
    """Mend a desk that does not open for its key files with those in a backup; raises as `storage.restore`."""
    stored.put_back_keys(backup, folder, way)


@contextmanager
def _entered(folder: Path, unlock: Unlock, terms: Terms) -> Iterator[Vault]:
    vault = opening.enter(folder, _WHO, unlock, terms)
    try:
        yield vault
    finally:
        vault.close()


def _need_room(place: Path, backup: Path) -> None:
    if backup.is_file() and disk_usage(place).free < 2 * backup.stat().st_size:
        raise MediumFull(place=str(place.parent))


def _first_event(
    vault: Vault,
    opened: Opened,
    now: datetime,
    newer: Path | None,
    stones: Iterable[Tombstone],
    way: Unlock,
    terms: Terms,
) -> Restored:
    made_at, end = opened.manifest.made_at, opened.manifest.log
    replayed: Replayed | None = None
    missing: DeskError | None = NothingNewer(made=_minute(made_at))
    with transaction.writing(vault.writer) as conn:
        by = users.by_slot(conn, vault.slot)
        if by:
            permit(by, "desk.restore")
        if newer:
            try:
                # what fails half-way leaves nothing of itself
                with _entered(newer, way, terms) as source, conn.begin_nested():
                    replayed, missing = _taken_over(source, vault, conn, Head(end.seq, end.hash), by, now), None
            except NotNewer:
                raise
            except DeskError as error:
                missing = error
        copies.forget_troubles(conn)
        erasure.take_over(conn, stones)
        disposed = erasure.apply(conn)
        detail, session = _detail(opened, vault, replayed, disposed), secrets.token_hex(8)
        head = audit.append(
            conn, vault, at=now, by=by, session=session, act="desk.restore", about="desk", detail=detail
        )
    vault.leave_anchor(head.seq, head.hash.hex())
    return Restored(vault.folder, made_at, head.seq, replayed, missing, disposed)


def _leave_nothing(vault: Vault, now: datetime) -> None:
    """Write the file anew, under new keys, so that nothing of who was erased is left in its unused pages."""
    with rotation.rotating(vault) as fresh, transaction.writing(fresh.writer) as conn:
        by, session = users.by_slot(conn, fresh.slot), secrets.token_hex(8)
        audit.append(conn, fresh, at=now, by=by, session=session, act="keys.rotate", about="desk", detail={})


def _taken_over(
    source: Vault, restored: Vault, conn: Connection, end: Head, by: User | None, now: datetime
) -> Replayed:
    """Replay the newer desk, after its own log tells of it."""
    if source.seal is None or restored.seal is None:
        raise KeyNotHeld
    with transaction.writing(source.writer) as told:
        if source.desk_id != restored.desk_id or not later.is_later(told, end):
            raise NotNewer(folder=source.folder.name)
        detail = {"from_entry": end.seq}
        session = secrets.token_hex(8)
        head = audit.append(
            told, source, at=now, by=by, session=session, act="desk.restore", about="desk", detail=detail
        )
    source.leave_anchor(head.seq, head.hash.hex())
    actor = by or users.everybody(conn)[0]  # the sheet is nobody; the history names the founder then
    with source.reading() as read:
        done = later.replay(State(read, source.seal), State(conn, restored.seal), actor, now)
    renew(conn, sorted(done.people))
    return done


def _minute(instant: datetime) -> str:
    return f"{instant.astimezone(ZONE):%Y-%m-%d %H:%M}"


def _detail(opened: Opened, vault: Vault, replayed: Replayed | None, disposed: int) -> dict[str, object]:
    """What the entry says: which backup, how far its log went, how far this PC had seen the desk, what was replayed."""
    told: dict[str, object] = {
        "backup": opened.manifest.id,
        "made_at": opened.manifest.made_at.isoformat(),
        "entry": opened.manifest.log.seq,
        "seen": vault.anchor.log_seq if vault.anchor else 0,
        "disposed": disposed,
    }
    if replayed:
        told |= {"stands": replayed.stands, "corrected": replayed.corrected}
    return told
