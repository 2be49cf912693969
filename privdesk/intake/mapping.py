"""Which column of a foreign table goes to which field: recognised, edited, saved and used again."""

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace

from privdesk.domain.errors import (
    ColumnLeftOut,
    ColumnMissing,
    ColumnNeverTaken,
    ColumnsLeftOut,
    DeskError,
    FieldGivenTwice,
    MapColumnUnknown,
    MapFieldUnknown,
    MapUnreadable,
    SecurityCodeRefused,
)
from privdesk.domain.formats.card import looks_like_security_code
from privdesk.domain.text import visible
from privdesk.intake.tables import Row

_SIGNS = re.compile(r"[\W_]+")
_END_NUMBER = re.compile(r"\d+$")
_MAP_LENGTH = 1_000_000


@dataclass(frozen=True)
class Fields:
    """The fields of a noun: the headers each is known by, which take one column only, which may not all be missing.

    `yes` and `no` are the folded cells that answer a question, `statuses` those that say where a customer stands.
    """

    headers: dict[str, tuple[str, ...]]
    single: frozenset[str]
    required: tuple[tuple[str, ...], ...]
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    statuses: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """One column: its header as written, the field it goes to ("": not taken), whether it may never be taken."""

    header: str
    field: str
    refused: bool


@dataclass(frozen=True)
class Mapping:
    """The columns of one table in their order, and the fields they may go to."""

    columns: tuple[Column, ...]
    fields: Fields

    @property
    def taken(self) -> frozenset[str]:
        """The fields that some column goes to."""
        return frozenset(column.field for column in self.columns if column.field)

    @property
    def not_taken(self) -> tuple[str, ...]:
        """The headers whose cells are left out, to be listed before an import; refused ones among them."""
        return tuple(column.header for column in self.columns if not column.field)

    @property
    def refused(self) -> tuple[str, ...]:
        """The headers of security codes, PINs and the like, which are never taken (PCI DSS 3.3.1)."""
        return tuple(column.header for column in self.columns if column.refused)

    def left_out(self) -> tuple[DeskError, ...]:
        """What is to be said of each column that is not taken; one without a header goes by its number."""
        return tuple(
            (ColumnNeverTaken if column.refused else ColumnLeftOut)(column=visible(column.header) or f"#{number}")
            for number, column in enumerate(self.columns, start=1)
            if not column.field
        )

    def check_all_taken(self) -> None:
        """Raise ColumnsLeftOut where a column goes to no field."""
        left = [str(error.values["column"]) for error in self.left_out()]
        if left:
            raise ColumnsLeftOut(columns=", ".join(left))

    def with_field(self, index: int, field: str) -> "Mapping":
        """Let the column at `index` go to `field`, or nowhere with "".

        Raises SecurityCodeRefused for a column that may not be taken, MapFieldUnknown for a field there is not.
        """
        column = self.columns[index]
        if field and column.refused:
            raise SecurityCodeRefused
        if field and field not in self.fields.headers:
            raise MapFieldUnknown(field=field)
        columns = (*self.columns[:index], replace(column, field=field), *self.columns[index + 1 :])
        return replace(self, columns=columns)

    def check(self) -> None:
        """Raise ColumnMissing or FieldGivenTwice where no import would make sense with this mapping."""
        for choice in self.fields.required:
            if not self.taken.intersection(choice):
                raise ColumnMissing(field=choice[0])
        used = [column.field for column in self.columns]
        for name in sorted(self.fields.single):
            if used.count(name) > 1:
                raise FieldGivenTwice(field=name)

    def cells(self, row: Row) -> dict[str, tuple[str, ...]]:
        """The cells of `row` by the field they go to, without the space around them; empty ones are left out."""
        found: dict[str, tuple[str, ...]] = {}
        for column, cell in zip(self.columns, row.cells, strict=False):
            if column.field and (text := cell.strip()):
                found[column.field] = (*found.get(column.field, ()), text)
        return found

    def saved(self) -> str:
        """The mapping as JSON, one header and field a line, for `loaded`."""
        return json.dumps({column.header: column.field for column in self.columns}, ensure_ascii=False, indent=2)


def read_fields(text: str) -> Fields:
    """The fields from the text of `resources/intake/people.toml` or `transactions.toml`."""
    tables = tomllib.loads(text)
    return Fields(
        headers={field: tuple(headers) for field, headers in tables["fields"].items()},
        single=frozenset(tables["single"]),
        required=tuple(tuple(choice) for choice in tables["required"]),
        yes=frozenset(map(plain, tables.get("consent", {}).get("yes", ()))),
        no=frozenset(map(plain, tables.get("consent", {}).get("no", ()))),
        statuses={plain(word): status for status, words in tables.get("status", {}).items() for word in words},
    )


def recognise(headers: tuple[str, ...], fields: Fields) -> Mapping:
    """The mapping that the headers suggest: an exact name first, then one with a number behind it (phone 2).

    Of several columns for a field that takes one, only the first is taken.
    """
    known = {plain(header): field for field, those in fields.headers.items() for header in those}
    columns: list[Column] = []
    for header in headers:
        refused = looks_like_security_code(header)
        name = plain(header)
        field = known.get(name) or known.get(_END_NUMBER.sub("", name), "")
        again = field in fields.single and any(column.field == field for column in columns)
        columns.append(Column(header, "" if refused or again else field, refused))
    return Mapping(tuple(columns), fields)


def loaded(text: str, headers: tuple[str, ...], fields: Fields) -> Mapping:
    """The mapping from the text of a file: JSON or TOML of `header = field`; what it does not name is not taken.

    Raises MapUnreadable, MapColumnUnknown, MapFieldUnknown or SecurityCodeRefused.
    """
    wanted = _pairs(text)
    for header in wanted:
        if header not in headers:
            raise MapColumnUnknown(header=header)
    mapping = recognise(headers, fields)
    for index, header in enumerate(headers):
        mapping = mapping.with_field(index, wanted.get(header, ""))
    return mapping


def _pairs(text: str) -> dict[str, str]:
    if len(text) > _MAP_LENGTH:
        raise MapUnreadable
    try:
        found = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError):
        raise MapUnreadable from None
    if not all(isinstance(header, str) and isinstance(field, str) for header, field in found.items()):
        raise MapUnreadable
    return found


def plain(text: str) -> str:
    """A header or short answer as it is compared: without width, case, spaces and signs, unless it is a sign itself."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return _SIGNS.sub("", folded) or folded
