"""All that is held about a person, as the annex of a disclosure tells it: every field with its origin and purposes.

What is printed, and under which words, stands in resources/data_sheet.toml; nothing is chosen here.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from privdesk.domain.category import Category
from privdesk.domain.dates import long_date
from privdesk.domain.law import Law, Text
from privdesk.domain.office import ZONE
from privdesk.letters.facts import DataRow, DataSection, DataSheet, Language
from privdesk.letters.held import HeldColumn, HeldTable, field_said, held
from privdesk.operations.desk import Desk
from privdesk.storage import held as stored
from privdesk.storage import people, purposes, rules
from privdesk.storage.held import Row
from privdesk.storage.seal import Seal
from privdesk.storage.transaction import Connection

# the groups of words to which the codes under a key of an event's detail belong
_GROUPS = {
    "kind": "kind",
    "decision": "decision",
    "channel": "channel",
    "requester": "requester",
    "party": "requester",
    "parties": "party_role",
    "method": "method",
    "medium": "medium",
    "wait": "wait",
    "outcome": "outcome",
    "template": "letter",
    "rule": "rule",
    "purposes": "purpose",
    "papers": "paper",
    "code": "paper",
    "field": "field",
    "facts": "field",
    "ground": "ground",
    "seen": "seen",
    "shows": "shows",
    "blacked_out": "mask",
}
# what a field of the record said, in an event's detail that names the field beside it
_OF_FIELD = frozenset({"old", "new", "value"})
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# what is told of a request by its own letters
_UNDER_WAY = frozenset({"request_item", "request_event"})


@dataclass(frozen=True)
class _Words:
    """The words of a language: `groups` has for each group of codes the word of each code."""

    language: Language
    groups: Mapping[str, Mapping[str, str]]

    def word(self, name: str) -> str:
        return held().words[name].in_(self.language)

    def said(self, value: object, group: str = "", hidden: tuple[str, ...] = ()) -> str:
        """A stored value as it is printed; empty for none."""
        if isinstance(value, bool):
            return self.word("yes" if value else "no")
        if isinstance(value, datetime):
            local = value.astimezone(ZONE)
            return f"{long_date(local.date(), self.language)} {local:%H:%M}"
        if isinstance(value, date):
            return long_date(value, self.language)
        if isinstance(value, dict):
            return self._joined(self._labelled(value, hidden))
        if isinstance(value, list):
            return self._joined(self.said(one, group, hidden) for one in value)
        return "" if value is None else self._coded(str(value), group)

    def labelled(self, label: str, value: str) -> str:
        return self.word("labelled").format(label=label, value=value)

    def _coded(self, text: str, group: str) -> str:
        words = self.groups.get(group, {})
        if group == "kind" and text not in words:  # a request has several
            return self._joined(words.get(code, code) for code in text.split())
        return words.get(text, text)

    def _labelled(self, value: Mapping[str, object], hidden: tuple[str, ...]) -> Iterator[str]:
        field = value.get("field")
        for name, one in value.items():
            of_field = isinstance(field, str) and isinstance(one, str) and name in _OF_FIELD
            text = field_said(str(field), str(one), self.language) if of_field else self._in_detail(name, one, hidden)
            if name not in hidden and text:
                yield self.labelled(self.groups["field"].get(name, name), text)

    def _in_detail(self, name: str, value: object, hidden: tuple[str, ...]) -> str:
        """A value of an event's detail, in which days are text."""
        is_day = isinstance(value, str) and _ISO_DAY.fullmatch(value)
        return self.said(date.fromisoformat(str(value)) if is_day else value, _GROUPS.get(name, ""), hidden)

    def _joined(self, texts: Iterator[str]) -> str:
        return self.word("joint").join(filter(None, texts))


def data_sheet(
    desk: Desk,
    conn: Connection,
    person_id: int,
    language: Language,
    law: Law,
    *,
    answered: int | None = None,
    whole_numbers: bool = False,
) -> DataSheet:
    """Everything held about a person today; sealed numbers in full only if asked for, which the caller logs.

    Of the request that the sheet is `answered` to, the decisions and the course are left out: its letters tell them.
    Raises NoSuchPerson, KeyNotHeld, NumberDamaged.
    """
    words = _words(desk, conn, law, language)
    seal = desk.seal if whole_numbers else None
    using = _names_using(conn, language)
    changed = people.get(conn, person_id).changed
    found: dict[Category, list[DataRow]] = defaultdict(list)
    for name, table in held().tables.items():
        for row in stored.rows(conn, person_id, name):
            if name in _UNDER_WAY and row["request_id"] == answered:
                continue
            if table.one_of and not any(row[column] for column in table.one_of):
                continue
            category = table.category or stored.category(name, row)
            source = words.said(row["source"], "source") if "source" in row else words.said(_word(table, language))
            for column, item, value in _lines(name, table, row, words, seal):
                origin, acquired = source, _acquired(table, row)
                if name == "person" and column in changed:
                    origin, acquired = words.said(changed[column].source, "source"), changed[column].on
                found[category].append(DataRow(item, value, origin, acquired, using[category]))
    titles = desk.reference.purposes.categories
    sections = tuple(DataSection(titles[one].in_(language), tuple(found[one])) for one in Category if one in found)
    return DataSheet(desk.today, _person(conn, person_id, words), sections)


def _lines(name: str, table: HeldTable, row: Row, words: _Words, seal: Seal | None) -> Iterator[tuple[str, str, str]]:
    """The lines of a row with its column: its columns one by one, or all of them under the word of the table."""
    said = {column: _said(name, table, row, column, words, seal) for column in table.columns}
    if table.item is None:
        yield from ((name, column.in_(words.language), said[name]) for name, column in table.columns.items())
        return
    rest = (
        words.labelled(held_column.in_(words.language), said[column])
        for column, held_column in table.columns.items()
        if column != table.main and said[column]
    )
    yield table.main, table.item.in_(words.language), "\n".join(filter(None, chain([said[table.main]], rest)))


def _said(name: str, table: HeldTable, row: Row, column: str, words: _Words, seal: Seal | None) -> str:
    spec: HeldColumn = table.columns[column]
    value = row[column]
    if isinstance(value, bytes):
        return stored.opened(seal, name, row) if seal else words.word("sealed")
    if spec.field:
        return field_said(row[spec.field], value, words.language)
    return words.said(json.loads(value) if spec.json else value, spec.words, table.hidden)


def _word(table: HeldTable, language: Language) -> str:
    return table.source.in_(language) if table.source else ""


def _acquired(table: HeldTable, row: Row) -> date | None:
    day = row.get(table.acquired)
    return day.astimezone(ZONE).date() if isinstance(day, datetime) else day


def _person(conn: Connection, person_id: int, words: _Words) -> str:
    person = people.get(conn, person_id)
    form = "person" if person.number else "person_unnumbered"
    return words.word(form).format(name=person.name, number=person.number)


def _names_using(conn: Connection, language: Language) -> dict[Category, tuple[str, ...]]:
    """For each category the office's purposes that use it, in the order of its policy."""
    office = purposes.office(conn).values()
    return {
        category: tuple(one.name.in_(language) for one in office if category in one.categories) for category in Category
    }


def _words(desk: Desk, conn: Connection, law: Law, language: Language) -> _Words:
    given = desk.reference.purposes
    texts: dict[str, Mapping[str, Text]] = {
        **law.words,
        **given.words,
        **held().codes,
        "kind": {code: kind.name for code, kind in law.kinds.items()},
        "letter": {code: letter.name for code, letter in law.letters.items()},
        "paper": {code: paper.name for code, paper in law.papers.items()},
        "mask": law.masks,
        "ground": {code: ground.name for kind in law.kinds.values() for code, ground in kind.grounds.items()},
        "method": {**law.words["method"], **held().codes["service"]},
        "rule": {one.rule.code: one.rule.name for one in rules.versions(conn)},
        "purpose": {code: purpose.name for code, purpose in purposes.ever(conn).items()},
        "category": {category.value: text for category, text in given.categories.items()},
    }
    groups = {group: {code: text.in_(language) for code, text in codes.items()} for group, codes in texts.items()}
    for table, companies in stored.companies(conn).items():
        groups[table] = {id_: company["name"] for id_, company in companies.items()}
    return _Words(language, groups)
