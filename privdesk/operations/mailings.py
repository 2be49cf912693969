"""Uses of many customers' data for a purpose: lists and labels; whoever suspended the purpose is left out, and counted.

A mailing is made in two steps, because they belong on different threads: `begin` writes the log, `listed` or
`labelled` takes its time beside the work. No address leaves the desk before its entry.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from privdesk.domain.acts import permit
from privdesk.domain.errors import Cancelled
from privdesk.domain.mailing import Labels, LabelStock, Output
from privdesk.domain.purpose import Stand
from privdesk.letters import labels
from privdesk.letters.facts import Addressee, Language
from privdesk.operations import purposes
from privdesk.operations.batches import Progress
from privdesk.operations.desk import Change, Desk
from privdesk.operations.sheets import SheetFormat, written
from privdesk.storage import attempts, exemptions
from privdesk.storage import mailings as stored
from privdesk.storage import people as stored_people
from privdesk.storage import purposes as stored_purposes
from privdesk.storage.mailings import Reach, Recipient

_HEADERS = {
    "ja": ("会員番号", "氏名", "フリガナ", "郵便番号", "住所", "メール", "言語", "同意"),
    "en": ("Customer number", "Name", "Kana", "Postal code", "Address", "Mail", "Language", "Consent"),
}
_LANGUAGES: dict[str, Language] = {"ja": "ja", "en": "en"}
_HONORIFIC: dict[Language, str] = {"ja": "様", "en": ""}
_TOLD_EVERY = 200


@dataclass(frozen=True)
class Figures:
    """Whom a mailing for a purpose would reach: all, those who consented; how many it leaves out, or lets in signed."""

    purpose: str
    every: Reach
    consented: Reach
    left_out: int
    exempt: int


@dataclass(frozen=True)
class Mailing:
    """A mailing that is in the log, read for the day `on`; `leant_on` are the signed exemptions that it spent."""

    purpose: str
    output: Output
    on: date
    consented: bool
    people: int
    left_out: int
    leant_on: tuple[int, ...]


@dataclass(frozen=True)
class Sheet:
    """A label sheet that can be drawn: its name in both languages, and how many labels it has."""

    name: Mapping[str, str]
    places: int


def sheets() -> dict[LabelStock, Sheet]:
    """The label sheets that can be drawn."""
    return {stock: Sheet(one.name, one.places) for stock, one in labels.sheets().items()}


def figures(desk: Desk, code: str) -> Figures:
    """Count, over a connection of its own, whom a mailing would reach; nobody's data is shown.

    Raises NoSuchPurpose, NotAllowed.
    """
    permit(desk.actor, "people.mailing_list")
    with desk.vault.reading_apart() as conn:
        stored_purposes.need(conn, [code])
        every, consented = stored.reach(conn, code, desk.today)
        exempt = stored.exempt(conn, code, desk.today, reached=True)
        return Figures(code, every, consented, stored.left_out(conn, code, desk.today), len(exempt))


def begin(desk: Desk, code: str, output: Output, *, consented: bool = False) -> Mailing:
    """Write into the log that customers' data are used for a mailing, and count whom it leaves out.

    With `consented` only those whose consent is on record, as advertising by mail needs (特定電子メール法3条).
    Raises NoSuchPurpose.
    """
    act = "people.mailing_list"
    with desk.change(act, about="people", purpose=code, consented=consented, format=output) as change:
        stored_purposes.need(change.conn, [code])
        people = stored.count(change.conn, code, desk.today, consented=consented)
        left_out = stored.left_out(change.conn, code, desk.today)
        exempt = stored.exempt(change.conn, code, desk.today, reached=True)
        leant_on = tuple(one for ids in exempt.values() for one in ids)
        change.detail["people"] = people
        _account(desk, change, act, code, left_out, leant_on)
    return Mailing(code, output, desk.today, consented, people, left_out, leant_on)


def recipients(desk: Desk, mailing: Mailing, progress: Progress | None = None) -> Iterator[Recipient]:
    """Whom a mailing reaches, one after the other, read over a connection of its own for the day of its entry.

    An exemption lets in only what it was signed for: an opt-out or a suspension entered since bars again.
    `progress(done, people)` stops it by answering False or raising Cancelled. Raises NotAllowed, Cancelled.
    """
    permit(desk.actor, "people.mailing_list")
    return _read(desk, mailing, progress)


def _read(desk: Desk, mailing: Mailing, progress: Progress | None) -> Iterator[Recipient]:
    with desk.vault.reading_apart() as conn:
        found = stored.recipients(
            conn, mailing.purpose, mailing.on, consented=mailing.consented, leant_on=mailing.leant_on
        )
        for done, one in enumerate(found):
            is_time = done % _TOLD_EVERY == 0
            if is_time and progress and progress(min(done, mailing.people), mailing.people) is False:
                raise Cancelled
            yield one


def listed(desk: Desk, mailing: Mailing, progress: Progress | None = None) -> bytes:
    """The recipients of a mailing as a table. `progress` as in `recipients`; raises TooManyRows as well."""
    said = desk.reference.purposes.word(Stand.CONSENTED).in_(desk.actor.language)
    rows = (
        (one.number, one.name, one.kana, one.postal, one.address, one.mail, one.language, said if one.consented else "")
        for one in recipients(desk, mailing, progress)
    )
    return written(SheetFormat(mailing.output), _HEADERS[desk.actor.language], rows)


def labelled(
    desk: Desk, mailing: Mailing, stock: LabelStock, start: int = 1, progress: Progress | None = None
) -> Labels:
    """The postal addresses of a mailing on label sheets, the first at the place `start`; who has none is left out.

    `progress` and what is raised as in `recipients`.
    """
    return _drawn(desk, recipients(desk, mailing, progress), mailing.purpose, stock, start)


def label(desk: Desk, person_id: int, code: str, stock: LabelStock, start: int = 1) -> Labels:
    """One customer's address on a label sheet, which is a use for a purpose; as in a mailing none of a client's data.

    Raises PurposeSuspended, NoSuchPurpose, NoSuchPerson, NotAllowed.
    """
    desk.need("person.use", f"person:{person_id}")
    with desk.reading() as conn:
        is_clients = stored_people.get(conn, person_id).entrusted
    if is_clients:
        return _drawn(desk, [], code, stock, start)
    purposes.use(desk, person_id, code)
    with desk.reading() as conn:
        one = stored.recipient(conn, person_id)
    return _drawn(desk, [one], code, stock, start)


def let_in(desk: Desk, change: Change, code: str, ids: Sequence[int]) -> list[int]:
    """Those of these customers whose data may be used for a purpose; the others are counted. Part of an export.

    Raises NoSuchPurpose.
    """
    stored_purposes.need(change.conn, [code])
    barred = set(change.conn.execute(stored_purposes.barred_on(code, desk.today)).scalars())
    found = [id_ for id_ in ids if id_ not in barred]
    exempt = stored.exempt(change.conn, code, desk.today)
    leaned_on = [one for id_ in found for one in exempt.get(id_, ())]
    _account(desk, change, "people.export", code, len(ids) - len(found), leaned_on)
    return found


def _account(desk: Desk, change: Change, act: str, code: str, left_out: int, leaned_on: Sequence[int]) -> None:
    """Tell the log whom a use of many left out, count that as an attempt, and spend the exemptions it leaned on."""
    change.detail["left_out"] = left_out
    if left_out:
        attempts.note(change.conn, at=desk.now, user_id=desk.actor.id, purpose=code, act=act, people=left_out)
    if leaned_on:
        exemptions.spend(change.conn, leaned_on, desk.today)
        change.detail["exemption"] = list(leaned_on)


def _drawn(desk: Desk, found: Iterable[Recipient], code: str, stock: LabelStock, start: int) -> Labels:
    addressed = (_addressee(one) for one in found if one.address.strip())
    language = _LANGUAGES[desk.actor.language]
    purpose = desk.reference.purposes.purposes.get(code)
    title = purpose.short.in_(language) if purpose else code
    return labels.label_sheets(labels.sheets()[stock], addressed, start, title, language)


def _addressee(one: Recipient) -> tuple[Addressee, Language]:
    language = _LANGUAGES[one.language]
    lines = tuple(line.strip() for line in one.address.splitlines() if line.strip())
    return Addressee(one.name.strip(), _HONORIFIC[language], "", one.postal, lines), language
