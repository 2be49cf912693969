"""How a customer stands to the purposes today, and how he stood: rows for the tab of his record and for its head."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from privdesk.domain.purpose import Exemption, Purpose, Purposes, PurposeState, Stand, blocked
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.columns import stand_chip
from privdesk.gui.customers.words import day_text, said
from privdesk.gui.translation import language
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record

_EXEMPT = shown("customers", "Exempt")
_COMING = shown("customers", "from {day}")
_ONCE = shown("customers", "Exemption for a single use")
_DAYS = shown("customers", "Exemption for some days")
_WITHDRAWN = shown("customers", "withdrawn {day} by {name}: {why}")
_USED = shown("customers", "used {day}")
_SIGNED = shown("customers", "asked by {asker}, signed by {signer}")


@dataclass(frozen=True)
class PurposeRow:
    """A purpose with what holds for the customer today; `state` is None where he said nothing.

    `exemption` lets a suspended use pass today, `coming` is a suspension that was entered and begins later.
    """

    code: str
    purpose: Purpose
    stand: Stand
    state: PurposeState | None
    exemption: Exemption | None = None
    coming: PurposeState | None = None


@dataclass(frozen=True)
class CourseRow:
    """One stand or exemption, past, present or to come."""

    purpose: str
    chip: ChipFace
    start: str
    until: str
    text: str
    request: str


def purpose_rows(record: Record, office: Mapping[str, Purpose], desk: Desk) -> list[PurposeRow]:
    """The office's purposes with the customer's stand to each today."""
    return [_row(record, code, purpose, desk) for code, purpose in office.items()]


def stand_columns(words: Purposes) -> list[Column[PurposeRow]]:
    """The columns of what holds today."""

    def of_state(text: Callable[[PurposeState], str]) -> Callable[[PurposeRow], str]:
        return lambda row: text(row.state) if row.state else ""

    return [
        Column(
            "purpose",
            shown("columns", "Purpose"),
            lambda row: row.purpose.short.in_(language()),
            124,
            tooltip=lambda row: row.purpose.name.in_(language()),
        ),
        Column(
            "stand",
            shown("columns", "State"),
            lambda row: " ".join(face.text for face in _chips(row, words)),
            216,
            chips=lambda row: _chips(row, words),
        ),
        Column("start", shown("columns", "Since"), of_state(lambda state: day_text(state.start)), 112),
        Column("until", shown("columns", "Until"), of_state(lambda state: day_text(state.until)), 112, minor=True),
        Column("ground", shown("columns", "Ground"), of_state(lambda state: visible(state.ground)), 110, stretch=True),
        Column("request", shown("columns", "Request"), of_state(lambda state: state.request or ""), 92, minor=True),
    ]


def course_columns() -> list[Column[CourseRow]]:
    """The columns of the course, the newest line first."""
    return [
        Column("start", shown("columns", "Since"), lambda row: row.start, 112),
        Column("until", shown("columns", "Until"), lambda row: row.until, 112),
        Column("purpose", shown("columns", "Purpose"), lambda row: row.purpose, 124),
        Column("stand", shown("columns", "State"), lambda row: row.chip.text, 150, chips=lambda row: [row.chip]),
        Column("text", shown("columns", "Ground"), lambda row: row.text, 120, stretch=True),
        Column("request", shown("columns", "Request"), lambda row: row.request, 92, minor=True),
    ]


def course(record: Record, ever: Mapping[str, Purpose], words: Purposes) -> list[CourseRow]:
    """Everything that was decided on this customer's purposes, the newest first."""
    stands = [
        (state.start, 0, state.id, _course_of(state, _name(state.purpose, ever), words)) for state in record.purposes
    ]
    signed = [
        (one.signed_on, 1, one.id, _course_of_exemption(one, _name(one.purpose, ever))) for one in record.exemptions
    ]
    return [row for *_, row in sorted([*stands, *signed], key=lambda found: found[:3], reverse=True)]


def _row(record: Record, code: str, purpose: Purpose, desk: Desk) -> PurposeRow:
    states = [one for one in record.purposes if one.purpose == code]
    in_force = [one for one in states if one.in_force(desk.today)]
    state = blocked(states, code, desk.today) or (in_force[-1] if in_force else None)
    signed = (one for one in record.exemptions if one.purpose == code and one.in_force(desk.today))
    exemption = next((one for one in signed if state and one.covers(state)), None)
    coming = next((one for one in states if one.stand is Stand.SUSPENDED and one.to_come(desk.today)), None)
    return PurposeRow(code, purpose, state.stand if state else Stand.OPEN, state, exemption, coming)


def _chips(row: PurposeRow, words: Purposes) -> list[ChipFace]:
    faces = [stand_chip(row.stand, words)]
    if row.exemption:
        faces.append(ChipFace(said(_EXEMPT), "soon", "signature"))
    if row.coming:
        faces.append(ChipFace(said(_COMING).format(day=f"{row.coming.start:%m-%d}"), "soon", "clock"))
    return faces


def _course_of(state: PurposeState, purpose: str, words: Purposes) -> CourseRow:
    dates = day_text(state.start), day_text(state.until)
    return CourseRow(purpose, stand_chip(state.stand, words), *dates, visible(state.ground), state.request or "")


def _course_of_exemption(one: Exemption, purpose: str) -> CourseRow:
    parts = [visible(one.reason), said(_SIGNED).format(asker=visible(one.asked_by), signer=visible(one.signed_by))]
    if one.used_on:
        parts.append(said(_USED).format(day=day_text(one.used_on)))
    if one.withdrawn_on:
        why = {"name": visible(one.withdrawn_by), "why": visible(one.withdrawn_why)}
        parts.append(said(_WITHDRAWN).format(day=day_text(one.withdrawn_on), **why))
    face = ChipFace(said(_ONCE if one.once else _DAYS), "soon", "signature")
    return CourseRow(purpose, face, day_text(one.signed_on), day_text(one.last_day), " · ".join(parts), "")


def _name(code: str, ever: Mapping[str, Purpose]) -> str:
    return ever[code].short.in_(language()) if code in ever else code
