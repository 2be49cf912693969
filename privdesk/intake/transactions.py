"""A row of a partner's table -> a transaction to match with a person, with every fault listed and nothing lost."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from privdesk.domain.dates import read_date
from privdesk.domain.errors import BadAmount, BadDate, DeskError, SurplusCells, TransactionIdMissing
from privdesk.domain.formats.found import without_numbers
from privdesk.domain.formats.kana import read_kana
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.text import narrowed
from privdesk.domain.transaction import Given
from privdesk.intake.cutting import cut, sealable
from privdesk.intake.mapping import Mapping
from privdesk.intake.problem import Problem, problem
from privdesk.intake.tables import Row

_T = TypeVar("_T")

_TEXT_LENGTH = 1_000
_AMOUNT = re.compile(
    r"(?P<minus>-|△|▲)?\s*[¥\\]?\s*(?P<digits>\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0{1,2})?\s*円?", re.ASCII
)


@dataclass(frozen=True)
class TransactionFacts:
    """What one row says. `on` is None where the date cannot be read; `amount` is in yen; the number proves nobody."""

    row: int
    line: int
    external_id: str
    number: str
    on: date | None
    kind: str
    amount: int | None
    partner: str
    note: str
    given: Given
    problems: tuple[Problem, ...]
    cells: dict[str, str]

    @property
    def can_be_entered(self) -> bool:
        """Whether the row has its own number and its day; without them it waits."""
        return bool(self.external_id) and self.on is not None


def read_amount(text: str) -> int:
    """An amount of whole yen: 36185, ３６，１８５, ¥36,185, 36,185円, -500, △500. Raises BadAmount."""
    found = _AMOUNT.fullmatch(narrowed(text))
    if not found:
        raise BadAmount
    amount = int(found["digits"].replace(",", ""))
    return -amount if found["minus"] else amount


def read_transaction(row: Row, mapping: Mapping) -> TransactionFacts:
    """Read one row. A field that cannot be read stays empty and its text stands in its problem."""
    cells = mapping.cells(row)
    first = {field: texts[0][:_TEXT_LENGTH] for field, texts in cells.items()}
    problems: list[Problem] = []
    note = _cut("note", "\n".join(cells.get("note", ())), problems)
    if any(row.cells[len(mapping.columns) :]):
        surplus = " ".join(row.cells[len(mapping.columns) :]).strip()
        problems.append(
            problem(SurplusCells(), shown=without_numbers(surplus)[:200], raw=sealable("", surplus, keep_cards=False))
        )
    if "external_id" not in first:
        problems.append(problem(TransactionIdMissing(), field="external_id"))
    if "on" not in first:
        problems.append(problem(BadDate(), field="on"))
    return TransactionFacts(
        row=row.number,
        line=row.line,
        external_id=narrowed(first.get("external_id", "")),
        number=narrowed(first.get("number", "")),
        on=_day(first.get("on", ""), problems),
        kind=_cut("kind", first.get("kind", ""), problems),
        amount=_amount(first.get("amount", ""), problems),
        partner=first.get("partner", ""),
        note=note,
        given=_given(cells, problems),
        problems=tuple(problems),
        cells={
            without_numbers(column.header): without_numbers(cell)
            for column, cell in zip(mapping.columns, row.cells, strict=False)
            if column.field
        },
    )


def _given(cells: dict[str, tuple[str, ...]], problems: list[Problem]) -> Given:
    """What the row says of the customer; what cannot be read of it is told as a problem."""

    def read(field: str, how: Callable[[str], _T]) -> tuple[_T, ...]:
        found = []
        for text in cells.get(field, ()):
            try:
                found.append(how(text[:_TEXT_LENGTH]))
            except DeskError as error:
                bare = without_numbers(text)
                problems.append(problem(error, field=field, shown=bare[:200], raw=bare))
        return tuple(found)

    name = _cut("name", " ".join(cells.get("name", ()))[:_TEXT_LENGTH], problems)
    kana, birth = read("kana", read_kana), read("birth", read_date)
    mails = (mail for mail in read("mail", read_mail_address) if without_numbers(mail) == mail)
    phones = read("phone", lambda text: read_phone(text).text)
    return Given(name, next(iter(kana), ""), next(iter(birth), None), phones, tuple(mails))


def _cut(field: str, text: str, problems: list[Problem]) -> str:
    shown, found = cut(field, text, keep_cards=False)
    problems += found
    return shown


def _day(text: str, problems: list[Problem]) -> date | None:
    try:
        return read_date(text) if text else None
    except DeskError as error:
        problems.append(problem(error, field="on", shown=without_numbers(text)[:200], raw=without_numbers(text)))
        return None


def _amount(text: str, problems: list[Problem]) -> int | None:
    try:
        return read_amount(text) if text else None
    except DeskError as error:
        problems.append(problem(error, field="amount", shown=without_numbers(text)[:200], raw=without_numbers(text)))
        return None
