"""The words of the data sheet: how each stored column is called in a letter, or why it is not printed."""

from functools import cache

import msgspec

from privdesk.domain.category import Category
from privdesk.domain.law import Text
from privdesk.resources import resource


class HeldColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column that is printed; `words` names the group of words that its codes stand for."""

    ja: str
    en: str
    words: str = ""
    json: bool = False

    def in_(self, language: str) -> str:
        """The column's name in `language`."""
        return {"ja": self.ja, "en": self.en}[language]


class HeldTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table that hangs on a person; without an `item` each of its columns is a line of its own."""

    columns: dict[str, HeldColumn]
    excused: dict[str, str] = {}
    category: Category | None = None
    item: Text | None = None
    main: str = ""
    source: Text | None = None
    acquired: str = "source_on"
    hidden: tuple[str, ...] = ()


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
