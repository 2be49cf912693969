"""The list of customers as a table that an import in the same language takes back as it was."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from privdesk.domain.person import Profile, Status
from privdesk.operations.sheets import Cell


class _Column(NamedTuple):
    """A field of a profile and its header in both languages; one of several values has a column for each."""

    field: str
    ja: str
    en: str

    def header(self, language: str, number: int = 0) -> str:
        """The header by which an import recognises it."""
        bare = self.ja if language == "ja" else self.en
        return f"{bare}{number}" if number and language == "ja" else f"{bare} {number}" if number else bare


COLUMNS = (
    _Column("number", "会員番号", "Customer number"),
    _Column("name", "氏名", "Name"),
    _Column("kana", "フリガナ", "Kana"),
    _Column("birth", "生年月日", "Date of birth"),
    _Column("postal", "郵便番号", "Postal code"),
    _Column("address", "住所", "Address"),
    _Column("language", "言語", "Language"),
    _Column("status", "会員状態", "Status"),
    _Column("since", "入会日", "Since"),
    _Column("last_activity", "最終利用日", "Last activity"),
    _Column("left_on", "退会日", "Left on"),
    _Column("mailing_postal", "送付先郵便番号", "Mailing postal code"),
    _Column("mailing_address", "送付先住所", "Mailing address"),
    _Column("notes", "備考", "Notes"),
)
SEVERAL = (
    _Column("phones", "電話番号", "Phone"),
    _Column("mails", "メール", "Mail"),
    _Column("aliases", "別名", "Alias"),
    _Column("former_names", "旧姓名", "Former name"),
    _Column("further_addresses", "その他の住所", "Further address"),
)
"""These have as many columns as somebody has values, with a number behind the header."""

_STATUS = {
    "ja": {Status.ACTIVE: "利用中", Status.LEFT: "終了", Status.REFUSED: "お断り", Status.DISPOSED: "廃棄済"},
    "en": {Status.ACTIVE: "Active", Status.LEFT: "Left", Status.REFUSED: "Refused", Status.DISPOSED: "Disposed of"},
}


def sheet(found: Sequence[Profile], language: str) -> tuple[list[str], Iterable[list[Cell]]]:
    """Headers and rows of customers as an import in the same language recognises them."""
    width = {one.field: max((len(getattr(each, one.field)) for each in found), default=0) for one in SEVERAL}
    numbered = [one.header(language, n + 1) for one in SEVERAL for n in range(width[one.field])]
    headers = [*(one.header(language) for one in COLUMNS), *numbered]
    return headers, (_cells(one, width, _STATUS[language]) for one in found)


def _cells(one: Profile, width: dict[str, int], words: dict[Status, str]) -> list[Cell]:
    cells: list[Cell] = [words[one.status] if c.field == "status" else getattr(one, c.field) for c in COLUMNS]
    for column in SEVERAL:
        values = getattr(one, column.field)
        cells += [*values, *[""] * (width[column.field] - len(values))]
    return cells
