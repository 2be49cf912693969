"""A row of a customer table -> a person to enter, with every fault listed and nothing lost."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from privdesk.domain.dates import read_date
from privdesk.domain.errors import (
    BadConsent,
    BadStatus,
    DeskError,
    LettersLost,
    NameMissing,
    SecurityCodeRefused,
    SurplusCells,
    TextCut,
)
from privdesk.domain.formats.address import read_address_line
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import looks_like_security_code, read_card, read_expiry
from privdesk.domain.formats.found import without_numbers
from privdesk.domain.formats.kana import read_kana
from privdesk.domain.formats.licence import read_licence
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.name import read_name_line
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.formats.postal import read_postal_code
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile, Source, Status
from privdesk.domain.text import narrowed
from privdesk.intake.charset import UNREADABLE
from privdesk.intake.cutting import NUMBERS, SHORT, card_in, cut, digits_of, masked, may_hold_code, sealable
from privdesk.intake.mapping import Column, Mapping, plain
from privdesk.intake.problem import Problem, problem
from privdesk.intake.tables import Row

_T = TypeVar("_T")

_TEXT_LENGTH = 1_000
_NOTES_LENGTH = 10_000
_BREAKS = re.compile(r"\s*[\r\n\t]+\s*")


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What one row says: the person and what is wrong; its cells are told on demand, for rows that wait."""

    row: int
    line: int
    person: NewPerson
    problems: tuple[Problem, ...]
    source: Row = field(repr=False)
    mapping: Mapping = field(repr=False)
    keep_cards: bool

    @property
    def can_be_entered(self) -> bool:
        """Whether the row has a name; without one it waits."""
        return bool(self.person.profile.name)

    @property
    def cells(self) -> dict[str, str]:
        """The cells of the taken columns as they were, by header, but for those of numbers and for security codes."""
        return {
            without_numbers(column.header): without_numbers(cell)
            for column, cell in self._taken()
            if column.field not in NUMBERS
        }

    @property
    def secret(self) -> dict[str, str]:
        """The cells of numbers by header, which are kept sealed only; where cards are cut, their last four digits."""
        return {
            without_numbers(column.header): sealable(column.field, cell, keep_cards=self.keep_cards)
            for column, cell in self._taken()
            if column.field in NUMBERS
        }

    def _taken(self) -> Iterator[tuple[Column, str]]:
        columns = zip(self.mapping.columns, self.source.cells, strict=False)
        return ((column, cell) for column, cell in columns if column.field)


def read_person(row: Row, mapping: Mapping, *, keep_cards: bool = False) -> PersonFacts:
    """Read one row. Of a card number only brand and last four digits are taken unless `keep_cards`.

    A field that cannot be read stays empty and its text stands in its problem; a number that fails its check is kept,
    marked as not sound. Text like =HYPERLINK(…) is just text.
    """
    reader = _Reader(mapping.cells(row), keep_cards=keep_cards)
    if any(row.cells[len(mapping.columns) :]):
        surplus = " ".join(row.cells[len(mapping.columns) :]).strip()
        raw = sealable("", surplus, keep_cards=keep_cards)
        reader.problems.append(problem(SurplusCells(), shown=masked(surplus), raw=raw))
    person = NewPerson(_profile(reader, mapping), _numbers(reader), _wants_mail(reader, mapping))
    if UNREADABLE in person.profile.name:
        reader.problems.append(problem(LettersLost(), field="name", shown=person.profile.name[:200]))
    if not person.profile.name:
        reader.problems.append(problem(NameMissing(), field="name"))
    return PersonFacts(row.number, row.line, person, tuple(reader.problems), row, mapping, keep_cards)


class _Reader:
    """Takes cells by field and collects what cannot be read."""

    def __init__(self, cells: dict[str, tuple[str, ...]], *, keep_cards: bool) -> None:
        self._cells = cells
        self.keep_cards = keep_cards
        self.problems: list[Problem] = []

    def raw(self, name: str) -> str:
        texts = self._cells.get(name)
        return texts[0] if texts else ""

    def text(self, name: str) -> str:
        """One line of text; of more than anybody writes only the beginning."""
        line = self._cut(name, self.raw(name))
        if not line.isprintable():
            line = _BREAKS.sub(" ", line)
        if len(line) > _TEXT_LENGTH:
            self.problems.append(problem(TextCut(), field=name, shown=line[:40], raw=line))
        return line[:_TEXT_LENGTH]

    def lines(self, name: str, read: Callable[[str], str]) -> tuple[str, ...]:
        """The texts of a field that takes several columns, each in its one form; numbers in them are cut."""
        texts = (self._cut(name, text)[:_TEXT_LENGTH] for text in self._cells.get(name, ()))
        return tuple(dict.fromkeys(read(_BREAKS.sub(" ", text)) for text in texts))

    def notes(self) -> str:
        """All notes."""
        notes = self._cut("notes", "\n".join(self._cells.get("notes", ())))
        if len(notes) > _NOTES_LENGTH:
            self.problems.append(problem(TextCut(), field="notes", shown=notes[:40], raw=notes))
        return notes[:_NOTES_LENGTH]

    def one(self, name: str, read: Callable[[str], _T]) -> _T | None:
        """What is read from the one column of a field."""
        texts = self._cells.get(name)
        return self._read(name, texts[0], read) if texts else None

    def all(self, name: str, read: Callable[[str], _T]) -> tuple[_T, ...]:
        """What is read from the columns of a field that takes several, each thing once."""
        texts = self._cells.get(name)
        if not texts:
            return ()
        found = [self._read(name, text, read) for text in texts]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _read(self, name: str, text: str, read: Callable[[str], _T]) -> _T | None:
        try:
            found = read(text)
        except DeskError as error:
            if self._cut(name, text) == text:
                self.faulty(name, text, error)
            return None
        # of what can be read only a mail address has room for a card
        return found if name != "mail" or self._cut(name, text) == text else None

    def _cut(self, name: str, text: str) -> str:
        shown, problems = cut(name, text, keep_cards=self.keep_cards)
        self.problems += problems
        return shown

    def faulty(self, name: str, text: str, error: DeskError) -> None:
        shown = masked(text) if name in NUMBERS else text[:200]
        self.problems.append(
            problem(error, field=name, shown=shown, raw=sealable(name, text, keep_cards=self.keep_cards))
        )


def _profile(reader: _Reader, mapping: Mapping) -> Profile:
    left_on = reader.one("left_on", read_date)
    status = _status(reader, mapping)
    parts = (reader.text("family_name"), reader.text("given_name"))
    kana_parts = (reader.one("family_kana", read_kana), reader.one("given_kana", read_kana))
    address = (reader.text("address"), reader.text("building"))
    return Profile(
        name=reader.text("name") or " ".join(filter(None, parts)),
        kana=reader.one("kana", read_kana) or " ".join(filter(None, kana_parts)),
        aliases=reader.lines("aliases", read_name_line),
        former_names=reader.lines("former_names", read_name_line),
        number=_customer_number(reader),
        birth=reader.one("birth", read_date),
        postal=reader.one("postal", read_postal_code) or "",
        address="　".join(filter(None, address)),
        mailing_postal=reader.one("mailing_postal", read_postal_code) or "",
        mailing_address=reader.text("mailing_address"),
        further_addresses=reader.lines("further_addresses", read_address_line),
        phones=reader.all("phone", _phone),
        mails=reader.all("mail", read_mail_address),
        status=status or (Status.LEFT if left_on else Status.ACTIVE),
        language="en" if plain(reader.raw("language")).startswith(("en", "英")) else "ja",
        since=reader.one("since", read_date),
        left_on=left_on,
        last_activity=reader.one("last_activity", read_date),
        notes=reader.notes(),
        source=Source.IMPORT,
    )


def _status(reader: _Reader, mapping: Mapping) -> Status | None:
    """Where the customer stands, as the file says it."""
    text = reader.raw("status")
    known = mapping.fields.statuses.get(plain(text)) if text else None
    if text and known is None:
        reader.faulty("status", text, BadStatus())
    return Status(known) if known else None


def _customer_number(reader: _Reader) -> str:
    """The number by which a customer is known; a card's is none, since its last digits may be another one's too."""
    number = reader.text("number")
    return narrowed(number) if number in reader.raw("number") else ""


def _phone(text: str) -> str:
    return read_phone(text).text


def _numbers(reader: _Reader) -> tuple[NewNumber, ...]:
    expiry = reader.one("card_expiry", read_expiry)
    written = [(kind, text) for kind in NumberKind if (text := reader.raw(kind))]
    return tuple(number for kind, text in written if (number := _number(reader, kind, text, expiry)))


def _number(reader: _Reader, kind: NumberKind, text: str, expiry: date | None) -> NewNumber | None:
    """The number of a cell; one that fails its check is kept as not sound, if there are digits in it at all."""
    try:
        if kind is NumberKind.CARD:
            return _card(text, expiry, keep=reader.keep_cards)
        return _bank(text) if kind is NumberKind.BANK else _licence(text)
    except DeskError as error:
        reader.faulty(kind, text, error)
    if kind is NumberKind.CARD:
        return _odd_card(text, expiry, keep=reader.keep_cards)
    full = narrowed(sealable(kind, text, keep_cards=reader.keep_cards))[:_TEXT_LENGTH]
    digits = digits_of(full)
    if len(digits) <= SHORT:
        return None
    return NewNumber(kind, issuer="", detail="", last4=digits[-4:], full=full, sound=False)


def _odd_card(text: str, expiry: date | None, *, keep: bool) -> NewNumber | None:
    """The card among other things in its cell; one that fails its check only if no code can be behind it."""
    if whole := card_in(text):
        return _card(whole, expiry, keep=keep)
    digits = digits_of(text)
    if len(digits) <= SHORT or may_hold_code(text):
        return None
    full = narrowed(text)[:_TEXT_LENGTH] if keep else ""
    return NewNumber(NumberKind.CARD, issuer="", detail="", last4=digits[-4:], full=full, sound=False)


def _bank(text: str) -> NewNumber:
    account = read_account(text)
    issuer = f"{account.bank}-{account.branch}"
    return NewNumber(NumberKind.BANK, issuer, account.type.value, account.last4, account.text)


def _card(text: str, expiry: date | None, *, keep: bool) -> NewNumber:
    if looks_like_security_code(text):
        raise SecurityCodeRefused
    card = read_card(text)
    detail = f"{expiry:%Y-%m}" if expiry else ""
    return NewNumber(NumberKind.CARD, card.brand.value, detail, card.last4, card.text if keep else "")


def _licence(text: str) -> NewNumber:
    licence = read_licence(text)
    return NewNumber(NumberKind.LICENCE, issuer="", detail="", last4=licence.last4, full=licence.text)


def _wants_mail(reader: _Reader, mapping: Mapping) -> bool | None:
    text = reader.raw("mail_consent")
    answer = plain(text)
    if answer in mapping.fields.yes or answer in mapping.fields.no:
        return answer in mapping.fields.yes
    if text:
        reader.faulty("mail_consent", text, BadConsent())
    return None
