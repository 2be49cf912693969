"""The words of the data sheet: how each stored column is called in a letter, or why it is not printed."""

from datetime import date
from functools import cache

import msgspec

from privdesk.domain.category import Category
from privdesk.domain.dates import long_date
from privdesk.domain.law import Text
from privdesk.letters.facts import Language
from privdesk.resources import resource

_DATES = frozenset({"birth", "since", "left_on", "last_activity"})


class HeldColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column that is printed; `words` names the group of words that its codes stand for.

    Of a column that says what another field of the record was, `field` is the column with that field's name.
    """

    ja: str
    en: str
    words: str = ""
    field: str = ""
    json: bool = False

    def in_(self, language: str) -> str:
        """The column's name in `language`."""
        return {"ja": self.ja, "en": self.en}[language]


class HeldTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table that hangs on a person; without an `item` each of its columns is a line of its own.

    A row in which all columns of `one_of` are empty is only a link and not printed.
    """

    columns: dict[str, HeldColumn]
    excused: dict[str, str] = {}
    category: Category | None = None
    item: Text | None = None
    main: str = ""
    source: Text | None = None
    acquired: str = "source_on"
    hidden: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in resources/data_sheet.toml: `excused` are columns of any table, `excused_tables` whole tables."""

    words: dict[str, Text]
    excused: dict[str, str]
    excused_tables: dict[str, str] = msgspec.field(name="tables")
    tables: dict[str, HeldTable] = msgspec.field(name="table")
    codes: dict[str, dict[str, Text]] = msgspec.field(name="code")


@cache
def held() -> Held:
    """The words of the data sheet; a fault in the file is a defect and raises `msgspec.ValidationError`."""
    return msgspec.toml.decode(resource("data_sheet.toml").read_bytes(), type=Held)


def field_said(field: str, text: str, language: Language) -> str:
    """What a field of a record says, kept as text in a history or a correction, as people read it."""
    if text and field in _DATES:
        return long_date(date.fromisoformat(text), language)
    word = held().codes.get(field, {}).get(text)
    return word.in_(language) if word else text
