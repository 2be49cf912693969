"""What the lists of backups show: the places of the plan, and the register of copies."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from privdesk.domain.backup import Tone
from privdesk.domain.copies import Copy
from privdesk.domain.office import ZONE
from privdesk.domain.shown import shown
from privdesk.gui.backupwords import age, moment
from privdesk.gui.translation import words
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.rows import Column
from privdesk.operations.backups import PlaceNow

_TONES = {
    Tone.DONE: shown("backups", "fresh"),
    Tone.SOON: shown("backups", "not fresh"),
    Tone.LATE: shown("backups", "too old"),
}
_NONE = shown("backups", "no backup yet")
_THERE = shown("backups", "is there")
_AWAY = shown("backups", "not plugged in")
_BESIDE = shown("backups", "on the same disk")
_NOW = shown("backups", "now")
_AT_LOCK = shown("backups", "when locked")
_DESTROYED = shown("backups", "destroyed {day}")
_OVERDUE = shown("backups", "to be destroyed")
_KEPT = shown("backups", "kept")


def place_columns(now: Callable[[], datetime], waits_for_lock: Callable[[], bool]) -> list[Column[PlaceNow]]:
    """A place with its last copy, how old that is, when the next is due, and whether the medium is there.

    What is due is made at once, unless the plan waits for the lock.
    """

    def how_old(one: PlaceNow) -> str:
        if one.last is None:
            return words("backups", _NONE)
        return f"{age(one.last.made_at, now())} · {words('backups', _TONES[one.tone])}"

    def due(one: PlaceNow) -> str:
        if one.due and one.due <= now():
            return words("backups", _AT_LOCK if waits_for_lock() else _NOW)
        return moment(one.due)

    return [
        Column("place", shown("columns", "Place"), _path, width=130, stretch=True, tooltip=_path),
        Column("last", shown("columns", "Last copy"), lambda one: _day(one.last), width=112),
        Column("age", shown("columns", "Age"), how_old, width=180, chips=lambda one: [chip(one.tone, how_old(one))]),
        Column("due", shown("columns", "Next due"), due, width=168, minor=True),
        Column("medium", shown("columns", "Medium"), medium, width=178, chips=_medium_chips),
    ]


def copy_columns(today: Callable[[], date]) -> list[Column[Copy]]:
    """A copy: where it lies, of when, by when it is to be gone, and what became of it."""

    def state(one: Copy) -> ChipFace:
        if one.destroyed_on:
            return ChipFace(words("backups", _DESTROYED).format(day=one.destroyed_on))
        if one.is_overdue(today()):
            return chip("late", words("backups", _OVERDUE))
        return chip("done", words("backups", _KEPT))

    return [
        Column("copyPlace", shown("columns", "Place"), _where, width=130, stretch=True, tooltip=_where),
        Column("copyMade", shown("columns", "Made"), lambda one: moment(one.made_at), width=168),
        Column("copySize", shown("columns", "Size"), _size, width=90, right=True, minor=True),
        Column("copyBy", shown("columns", "Destroy by"), lambda one: one.destroy_by.isoformat(), width=112),
        Column("copyProven", shown("columns", "Tested"), lambda one: str(one.proven_on or "–"), width=112),
        Column(
            "copyState", shown("columns", "State"), lambda one: state(one).text, 212, chips=lambda one: [state(one)]
        ),
    ]


def medium(one: PlaceNow) -> str:
    """Whether the medium of a place is there, and whether it would be lost with the desk."""
    if not one.is_there:
        return words("backups", _AWAY)
    return words("backups", _BESIDE if one.is_beside else _THERE)


def _path(one: PlaceNow) -> str:
    return one.place.path


def _where(one: Copy) -> str:
    return str(Path(one.place, one.file)) if one.file else one.place


def _day(copy: Copy | None) -> str:
    return f"{copy.made_at.astimezone(ZONE):%Y-%m-%d}" if copy else "–"


def _medium_chips(one: PlaceNow) -> list[ChipFace]:
    if not one.is_there:
        return [ChipFace(medium(one), "neutral", "circle-x")]
    if one.is_beside:
        return [ChipFace(medium(one), "soon", "triangle-alert")]
    return [chip("done", medium(one))]


def _size(one: Copy) -> str:
    return QLocale().formattedDataSize(one.size, 1) if one.size else "–"
