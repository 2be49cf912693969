"""Backups: the plan, how old the last one is, what stood in its way, and making one.

One backup is three steps, because they belong on different threads: `begin` writes the log, `make` takes minutes beside
the work and touches none of the desk's connections, `enter` writes the register. `run` does them one after the other.
What began and did not end well stands in the vault, so that the next sitting tells it.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from privdesk.domain import backup as rules
from privdesk.domain import errors
from privdesk.domain.backup import DAILY, MONTHLY, Place, Plan, Tone, Trouble, When
from privdesk.domain.copies import Copy, last_day
from privdesk.domain.errors import (
    BackupUnfinished,
    Cancelled,
    DeskError,
    KeptTooFew,
    PlaceInDesk,
    PlaceMissing,
    PlaceTaken,
)
from privdesk.domain.office import ZONE
from privdesk.domain.period import months_before
from privdesk.domain.shown import shown
from privdesk.operations.copies import expire
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import backup, copies, files
from privdesk.storage.backup import Backup as Backup
from privdesk.storage.copying import Progress
from privdesk.storage.transaction import Connection

SUFFIX = backup.SUFFIX
# a drill each quarter
_DRILL_MONTHS = 3


@dataclass(frozen=True)
class PlaceNow:
    """A place with its last copy: how urgent the next is, from when on it is due, and how the place is reached.

    `is_beside` says that it lies on the desk's own disk, and is lost with it.
    """

    place: Place
    last: Copy | None
    tone: Tone
    due: datetime | None
    is_there: bool
    is_beside: bool


@dataclass(frozen=True)
class Overview:
    """The plan and its places now; the last copy of all with its tone; copies that should be gone; whether to drill.

    `troubles` say why the last backup to a place was not made.
    """

    plan: Plan
    places: tuple[PlaceNow, ...]
    last: Copy | None
    tone: Tone
    overdue: tuple[Copy, ...]
    last_drill: date | None
    wants_drill: bool
    troubles: tuple[DeskError, ...]


def overview(desk: Desk) -> Overview:
    """What the Backup section and Today show."""
    with desk.reading() as conn:
        plan, known, stood = copies.plan(conn), copies.everything(conn), troubles(desk, conn)
    there = [copy for copy in known if copy.destroyed_on is None]
    last = next((copy for copy in there if copy.file), None)
    last_drill = max((copy.proven_on for copy in known if copy.proven_on), default=None)
    return Overview(
        plan=plan,
        places=tuple(_now(desk, plan, place, there) for place in plan.places),
        last=last,
        tone=rules.tone(last.made_at if last else None, desk.now),
        overdue=tuple(copy for copy in there if copy.is_overdue(desk.today)),
        last_drill=last_drill,
        wants_drill=last_drill is None or last_drill < months_before(desk.today, _DRILL_MONTHS),
        troubles=stood,
    )


def troubles(desk: Desk, conn: Connection) -> tuple[DeskError, ...]:
    """Why the last backups to the plan's places were not made; part of what screens read.

    What began in this sitting may still be under way.
    """
    places = {place.path for place in copies.plan(conn).places}
    unfinished = BackupUnfinished.__name__
    stood = [one for one in copies.troubles(conn) if one.place in places]
    return tuple(
        getattr(errors, one.error)(**one.values)
        for one in stood
        if one.error != unfinished or one.session != desk.session
    )


def save_plan(desk: Desk, new: Plan) -> Done[Plan]:
    """Save where backups go and when; a new place must be there now.

    Raises KeptTooFew, PlaceMissing, PlaceTaken, PlaceInDesk or StaleSave.
    """
    if new.daily not in DAILY or new.monthly not in MONTHLY:
        raise KeptTooFew(least=min(DAILY), most=max(DAILY), monthly=max(MONTHLY))
    with desk.change("backup.plan", about="backup") as change:
        before = copies.plan(change.conn)
        known = {place.path: place for place in before.places}
        places = [known.get(place.path) or _place(desk, Path(place.path)) for place in new.places]
        for index, place in enumerate(places):
            if place in places[:index]:
                raise PlaceTaken(place=place.path)
        saved = copies.save_plan(change.conn, replace(new, places=tuple(places)))
        change.detail["places"] = [place.path for place in places]
        change.detail["when"] = saved.when
    back = replace(before, version=saved.version)
    return Done(saved, shown("done", "The plan of backups was saved."), undo=lambda later: save_plan(later, back))


def begin(desk: Desk, folder: Path) -> None:
    """Write into the log that a backup goes to `folder`; the backup holds this entry, signed, as its last one.

    Raises PlaceMissing or PlaceInDesk.
    """
    _need_place(desk, folder)
    with desk.change("desk.backup", about="desk", medium=_written(folder)) as change:
        begun = BackupUnfinished(place=_written(folder), at=f"{desk.now:%Y-%m-%d %H:%M}")
        copies.note_trouble(change.conn, _trouble(desk, folder.resolve(), begun))


def make(desk: Desk, folder: Path, progress: Progress | None = None) -> Backup:
    """Write the backup and prove it; nobody at the desk waits for it.

    `progress` (done, total, in bytes) may raise Cancelled, and nothing is left then. Raises what `storage.backup.make`
    raises.
    """
    return backup.make(desk.vault, folder, desk.now, progress)


def enter(desk: Desk, made: Backup) -> Done[Copy]:
    """Write a backup into the register, and delete those of its place that the plan keeps no longer."""
    with desk.change("copy.enter", about="copy", backup=made.uid) as change:
        plan = copies.plan(change.conn)
        new = Copy(
            id=0,
            uid=made.uid,
            place=_written(made.path.parent),
            file=made.path.name,
            made_at=made.made_at,
            size=made.size,
            log_seq=made.log_seq,
            destroy_by=last_day(made.made_at.astimezone(ZONE).date(), plan.daily, plan.monthly),
        )
        entered = copies.enter(change.conn, new)
        change.about = f"copy:{entered.id}"
        copies.drop_trouble(change.conn, entered.place)
    for place in plan.places:
        if place.path == entered.place:
            expire(desk, place, plan.daily, plan.monthly)
    return Done(entered, shown("done", "The backup is made and proven: {file}."), {"file": entered.file})


def run(desk: Desk, folder: Path, progress: Progress | None = None) -> Done[Copy]:
    """Make one backup now, all steps on this thread; what goes wrong is noted."""
    begin(desk, folder)
    folder = folder.resolve()
    try:
        made = make(desk, folder, progress)
    except DeskError as error:
        with suppress(DeskError):
            note_failure(desk, folder, error)
        raise
    return enter(desk, made)


def note_failure(desk: Desk, folder: Path, why: DeskError) -> None:
    """Keep why a backup was not made, for whoever unlocks next; one that was stopped is no trouble.

    `folder` is as the plan writes it: one that does not answer is not asked.
    """
    with desk.change("backup.failed", about="backup", why=type(why).__name__, medium=str(folder)) as change:
        if isinstance(why, Cancelled):
            copies.drop_trouble(change.conn, str(folder))
        else:
            copies.note_trouble(change.conn, _trouble(desk, folder, why))


def due(desk: Desk, *, locking: bool = False) -> tuple[PlaceNow, ...]:
    """The places that want a backup now, by the plan; some wait for the lock."""
    now = overview(desk)
    if now.plan.when is When.LOCK and not locking:
        return ()
    return tuple(one for one in now.places if one.due and one.due <= desk.now)


def need_there(one: PlaceNow) -> None:
    """Raise PlaceMissing for a place whose medium is not there."""
    if not one.is_there:
        raise PlaceMissing(place=one.place.path)


def _now(desk: Desk, plan: Plan, place: Place, there: Iterable[Copy]) -> PlaceNow:
    last = next((copy for copy in there if copy.file and copy.place == place.path), None)
    at = last.made_at if last else None
    path = Path(place.path)
    is_folder = files.answers(path)
    is_beside = is_folder and files.same_disk(path, desk.vault.folder)
    return PlaceNow(
        place=place,
        last=last,
        tone=rules.tone(at, desk.now),
        due=rules.next_due(plan, at, desk.now),
        is_there=is_folder and not (place.apart and is_beside),
        is_beside=is_beside,
    )


def _place(desk: Desk, path: Path) -> Place:
    _need_place(desk, path)
    return Place(_written(path), apart=not files.same_disk(path, desk.vault.folder))


def _need_place(desk: Desk, folder: Path) -> None:
    if not files.answers(folder):
        raise PlaceMissing(place=str(folder))
    if folder.resolve().is_relative_to(desk.vault.folder.resolve()):
        raise PlaceInDesk


def _trouble(desk: Desk, folder: Path, error: DeskError) -> Trouble:
    return Trouble(str(folder), type(error).__name__, error.values, desk.session)


def _written(folder: Path) -> str:
    """The one way to write a place down."""
    return str(folder.resolve())
