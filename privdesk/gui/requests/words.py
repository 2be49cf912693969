"""The words of a request as the window says them: of the law in the window's language, of days, fields and people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QLocale

from privdesk.domain import event as ev
from privdesk.domain.case import RequestRow
from privdesk.domain.clock import Deadline, said
from privdesk.domain.dates import long_date
from privdesk.domain.decision import Decision
from privdesk.domain.event import Detail
from privdesk.domain.law import Law, Text
from privdesk.domain.office import ZONE
from privdesk.domain.party import PartyRole
from privdesk.domain.procedure import State
from privdesk.domain.purpose import Purpose
from privdesk.domain.shown import shown
from privdesk.gui.posting import service_said
from privdesk.gui.translation import language, words
from privdesk.gui.widgets.chip import ChipFace, chip

_SOON = 3
ROLES = {
    PartyRole.REQUESTER: shown("requests", "Who asks"),
    PartyRole.PERSON: shown("requests", "About whom"),
    PartyRole.RECIPIENT: shown("requests", "Gets the answer"),
}
FIELDS = {
    "name": shown("fields", "Name"),
    "kana": shown("fields", "Reading (kana)"),
    "aliases": shown("fields", "Also called"),
    "former_names": shown("fields", "Former names"),
    "birth": shown("fields", "Date of birth"),
    "postal": shown("fields", "Postal code"),
    "address": shown("fields", "Address"),
    "mailing_postal": shown("fields", "Mailing postal code"),
    "mailing_address": shown("fields", "Mailing address"),
    "further_addresses": shown("fields", "Further addresses"),
    "phones": shown("fields", "Telephone numbers"),
    "mails": shown("fields", "Mail addresses"),
    "since": shown("fields", "Customer since"),
    "left_on": shown("fields", "Left on"),
    "notes": shown("fields", "Notes"),
    "bank": shown("fields", "Bank account"),
    "card": shown("fields", "Card"),
    "licence": shown("fields", "Driver's licence"),
}


def field_word(name: str) -> str:
    """A field of a customer's record."""
    return words("fields", FIELDS[name]) if name in FIELDS else name


def local(text: Text) -> str:
    """A wording of the law in the window's language."""
    return text.in_(language())


def dated(day: date) -> str:
    """A day with its weekday: 2026-11-20 金."""
    return f"{day.isoformat()} {QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)}"


def reckoned_day(day: date) -> str:
    """A day in both calendars, for a tooltip."""
    return f"{dated(day)} · {long_date(day, language(), weekday=True)}"


def short(day: date, today: date) -> str:
    """A day of this year without the year."""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def moment(at: datetime) -> str:
    """An instant in the office's zone."""
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}"


def days_said(days: int, *, brief: bool = False) -> str:
    """How many days are left, or how late it is; `brief` where there is little room."""
    if days == 0:
        return words("requests", shown("requests", "Today"))
    if brief:
        text = shown("requests", "{days} d left") if days > 0 else shown("requests", "{days} d late")
        return words("requests", text).format(days=abs(days))
    if days == 1:
        return words("requests", shown("requests", "1 day left"))
    if days == -1:
        return words("requests", shown("requests", "1 day late"))
    left = days > 0
    text = shown("requests", "{days} days left") if left else shown("requests", "{days} days late")
    return words("requests", text).format(days=abs(days))


def urgency(days: int) -> str:
    """The tone of so many days: late, soon, or none."""
    if days < 0:
        return "late"
    return "soon" if days <= _SOON else ""


def due_said(row: RequestRow, today: date) -> str:
    """The policy deadline of a line in words."""
    if row.next_step is None:
        return "–"
    if row.paused:
        return words("requests", shown("requests", "Paused"))
    return days_said(row.days_left(today), brief=True)


def due_tone(row: RequestRow, today: date) -> str:
    """The tone of a line's deadline; paused and ended ones are dim."""
    if row.next_step is None or row.paused:
        return "dim"
    return urgency(row.days_left(today))


def kind_faces(law: Law, kinds: Iterable[str]) -> tuple[ChipFace, ...]:
    """A chip for each kind of request."""
    return tuple(ChipFace(local(law.kinds[kind].chip), "accent") for kind in kinds if kind in law.kinds)


def kind_words(law: Law, kinds: Iterable[str]) -> str:
    """The kinds in one line."""
    return words("requests", shown("requests", ", ")).join(face.text for face in kind_faces(law, kinds))


def state_face(law: Law, state: State) -> ChipFace:
    """The chip of where a request stands."""
    return chip(state, local(law.word(state)))


def decision_face(law: Law, decision: Decision | None) -> ChipFace:
    """The chip of a decision; what needs a second person is amber."""
    if decision is None:
        return ChipFace(words("requests", shown("requests", "Open")), "neutral")
    return ChipFace(local(law.word(decision)), "soon" if decision.is_refusal else "done")


def reckoned(deadline: Deadline, law: Law) -> str:
    """Why a deadline falls on its day: one line for each step, which add up."""
    lines = [said(leg, law, language(), dated) for leg in deadline.legs]
    if deadline.paused_since:
        text = words("requests", shown("requests", "It has stood still since {day}; each day of waiting is added."))
        lines.append(text.format(day=dated(deadline.paused_since)))
    return "\n".join(lines)


@dataclass(frozen=True)
class Lexicon:
    """Where the words for an event's codes stand: the law that leads the case, and the office's purposes of use."""

    law: Law
    purposes: Mapping[str, Purpose]

    def purposes_said(self, codes: Iterable[str]) -> str:
        """Purposes by their short names; one that the office no longer has is only counted as such."""
        gone = words("requests", shown("requests", "a former purpose"))
        comma = words("requests", shown("requests", ", "))
        names = (local(self.purposes[code].short) if code in self.purposes else gone for code in codes)
        return comma.join(dict.fromkeys(names))

    def ground_said(self, code: str | None) -> str:
        """The article on which something is refused."""
        grounds = (kind.grounds[code] for kind in self.law.kinds.values() if code in kind.grounds)
        return next((local(ground.article) for ground in grounds), "")


def told(detail: Detail, lexicon: Lexicon) -> str:
    """What a line of the timeline says beside its title."""
    tell = _TOLD.get(type(detail))
    return tell(detail, lexicon) if tell else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _received(detail: ev.Received, lexicon: Lexicon) -> str:
    law = lexicon.law
    return _joined(local(law.word(detail.channel)), kind_words(law, (item.kind for item in detail.items)))


def _linked(detail: ev.PersonLinked, lexicon: Lexicon) -> str:
    gone = words("requests", shown("requests", "link removed")) if detail.person is None else ""
    return _joined(gone, local(lexicon.law.word(detail.requester)) if detail.requester else "")


def _renamed(detail: ev.PartiesChanged, _: Lexicon) -> str:
    roles = (words("requests", ROLES[role]) for role in detail.parties)
    return _joined(*roles, words("requests", shown("requests", "needs another check of identity")))


def _checked(detail: ev.IdentityChecked, lexicon: Lexicon) -> str:
    papers = (local(lexicon.law.papers[paper.code].name) for paper in detail.check.papers)
    return _joined(local(lexicon.law.word(detail.check.method)), *papers)


def _decided(detail: ev.Decided, lexicon: Lexicon) -> str:
    until = dated(detail.until) if detail.until else ""
    decision = local(lexicon.law.word(detail.decision))
    return _joined(_item(detail.item), decision, lexicon.ground_said(detail.ground), until, detail.facts)


def _executed(detail: ev.Executed, lexicon: Lexicon) -> str:
    fields = (f"{field_word(one.field)}: {one.old or '–'} → {one.new or '–'}" for one in detail.changes)
    return _joined(_item(detail.item), *fields, lexicon.purposes_said(detail.purposes))


def _closed(detail: ev.Closed, lexicon: Lexicon) -> str:
    return _joined(local(lexicon.law.word(detail.outcome)), detail.reason, detail.into)


def _item(number: int) -> str:
    return words("requests", shown("requests", "item {number}")).format(number=number)


_TOLD: dict[type[Detail], Callable[..., str]] = {
    ev.Received: _received,
    ev.PersonLinked: _linked,
    ev.PartiesChanged: _renamed,
    ev.ItemsChanged: lambda detail, lexicon: kind_words(lexicon.law, (item.kind for item in detail.items)),
    ev.IdentityAsked: lambda detail, lexicon: _joined(
        *(local(lexicon.law.papers[code].name) for code in detail.papers)
    ),
    ev.IdentityChecked: _checked,
    ev.IdentityFailed: lambda detail, _: detail.reason,
    ev.Paused: lambda detail, lexicon: local(lexicon.law.word(detail.wait)),
    ev.Resumed: lambda detail, lexicon: local(lexicon.law.word(detail.wait)),
    ev.Decided: _decided,
    ev.DecisionWithdrawn: lambda detail, _: _joined(_item(detail.item), detail.reason),
    ev.Approved: lambda detail, _: words("requests", shown("requests", "by the only user")) if detail.lone else "",
    ev.SentBack: lambda detail, _: detail.reason,
    ev.Executed: _executed,
    ev.ExecutionUndone: lambda detail, _: _joined(_item(detail.item), detail.reason),
    ev.LetterIssued: lambda detail, lexicon: local(lexicon.law.letters[detail.template].name),
    ev.LetterSent: lambda detail, _: _joined(service_said(detail.method), detail.tracking),
    ev.Extended: lambda detail, _: _joined(dated(detail.until), detail.reason),
    ev.Closed: _closed,
    ev.Reopened: lambda detail, _: detail.reason,
    ev.Withdrawn: lambda detail, _: detail.reason,
    ev.Note: lambda detail, _: detail.text,
}
