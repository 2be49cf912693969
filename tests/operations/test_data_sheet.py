"""The data sheet tells every stored field: no column without its word or its excuse, and each found on the paper."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from privdesk.domain.batch import RowState
from privdesk.domain.case import NewRequest
from privdesk.domain.dates import long_date
from privdesk.domain.formats.bank import AccountType
from privdesk.domain.identity import Seen, Shows
from privdesk.domain.law import Channel
from privdesk.domain.letter import LetterState
from privdesk.domain.message import MessageState
from privdesk.domain.party import PartyRole
from privdesk.domain.person import ContactKind, NameKind, Source, Status
from privdesk.gui.posting import SERVICES
from privdesk.letters.compose import compose
from privdesk.letters.held import held
from privdesk.operations import people, requests
from privdesk.operations.data_sheet import data_sheet
from privdesk.operations.desk import Desk
from privdesk.storage import transaction
from privdesk.storage.tables import METADATA, request
from tests.letters.letter_facts import letter
from tests.letters.pdf_reading import solid
from tests.operations.canaries import ORIGIN, filled
from tests.operations.lettering import WAYS, at_office, cells, decided
from tests.operations.requesting import ARRIVED, asked, taken, yumiko

LANGUAGES = ("ja", "en")
COLUMNS = [(table.name, column.name) for table in METADATA.tables.values() for column in table.c]


def is_listed(table: str, column: str) -> bool:
    return table in held().tables and (column in held().tables[table].columns or column in ORIGIN)


def is_excused(table: str, column: str) -> bool:
    known = held().tables.get(table)
    reasons = (
        held().excused_tables.get(table),
        held().excused.get(column),
        known.excused.get(column) if known else None,
    )
    return any(reason and reason.strip() for reason in reasons)


def test_every_column_of_every_table_is_listed_or_excused_with_a_reason():
    assert [one for one in COLUMNS if not is_listed(*one) and not is_excused(*one)] == []


def test_nothing_is_listed_or_excused_that_is_not_there():
    named = {(name, column) for name, table in held().tables.items() for column in (*table.columns, *table.excused)}
    assert named <= set(COLUMNS)
    assert held().tables.keys() | held().excused_tables.keys() == METADATA.tables.keys()
    assert not held().tables.keys() & held().excused_tables.keys()
    assert held().excused.keys() <= {column for _, column in COLUMNS}


def test_no_column_is_both_listed_and_excused_in_its_own_table():
    both = [name for name, table in held().tables.items() if table.columns.keys() & table.excused.keys()]
    assert both == []
    assert [name for name, table in held().tables.items() if table.main and table.main not in table.columns] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_listed_column_is_found_on_the_paper(desk: Desk, language: str):
    canaries = filled(at_office(desk), language)
    person = canaries.known["person_id"]
    listed = {one for one in COLUMNS if is_listed(*one)}
    assert {one for one in listed if one not in canaries.expected} == set()

    with desk.reading() as conn:
        sheet = data_sheet(desk, conn, person, language, desk.law_on(desk.today), whole_numbers=True)
    told = [(row.item, row) for section in sheet.sections for row in section.rows]
    tables = held().tables
    for (name, column), looks in sorted(canaries.expected.items()):
        table = tables[name]
        word = (table.item or table.columns.get(column)).in_(language) if table.item or column in table.columns else ""
        mine = [row for item, row in told if item == word] or [row for _, row in told]
        texts = " ".join(
            f"{row.value} {row.source} {long_date(row.acquired, language) if row.acquired else ''}" for row in mine
        )
        assert looks in texts, f"{name}.{column}"
        if table.item and column in table.columns and column != table.main:
            assert table.columns[column].in_(language) in texts, f"the word of {name}.{column}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_shows_all_that_the_sheet_says(desk: Desk, language: str):
    canaries = filled(at_office(desk), language)
    with desk.reading() as conn:
        law, person = desk.law_on(desk.today), canaries.known["person_id"]
        sheet = data_sheet(desk, conn, person, language, law, whole_numbers=True)

    pdf = compose(letter("disclosure", language, sheet=sheet)).pdf

    values, sources = cells(pdf, ("内容", "Value")), cells(pdf, ("取得元", "Source"))
    acquired = cells(pdf, ("取得日", "Acquired"))
    for (table, column), looks in canaries.expected.items():
        where = {"source": sources, "source_on": acquired}.get(column, values)
        assert solid(looks) in where, f"{table}.{column}"


def test_numbers_are_masked_unless_they_are_asked_for(desk: Desk):
    canaries = filled(at_office(desk), "ja")
    sealed = [looks for (_, column), looks in canaries.expected.items() if column == "sealed"]
    assert len(sealed) == 3
    with desk.reading() as conn:
        law = desk.law_on(desk.today)
        masked = str(data_sheet(desk, conn, canaries.known["person_id"], "ja", law))
        whole = str(data_sheet(desk, conn, canaries.known["person_id"], "ja", law, whole_numbers=True))
    assert not any(number in masked for number in sealed)
    assert all(number in whole for number in sealed)
    assert masked.count("全桁を暗号化して保管") == 3


def test_each_field_has_its_source_its_day_and_the_offices_purposes(desk: Desk):
    person = yumiko(at_office(desk))
    with desk.reading() as conn:
        sheet = data_sheet(desk, conn, person, "ja", desk.law_on(desk.today))
    assert sheet.person == "渡邉 由美子　様（お客様番号　A000001）"
    assert sheet.as_of == desk.today
    by_title = {section.title: section.rows for section in sheet.sections}
    assert list(by_title) == ["氏名・生年月日等の基本情報", "住所・電話番号・メールアドレス", "銀行口座番号"]
    (bank,) = by_title["銀行口座番号"]
    assert (bank.source, bank.acquired) == ("ご本人", desk.today)
    names = {code: one.name.ja for code, one in desk.reference.purposes.purposes.items()}
    assert bank.purposes == tuple(names[code] for code in ("service", "misuse", "account", "billing"))
    address = by_title["住所・電話番号・メールアドレス"][0]
    assert address.value == "東京都千代田区丸の内3丁目18番18号\n郵便番号　100-0005\n区分　現住所"


def test_of_the_request_that_is_answered_only_its_receipt_is_told(desk: Desk):
    id_ = decided(at_office(desk), WAYS["refusal"])
    with desk.reading() as conn:
        law = desk.law_on(desk.today)
        other = str(data_sheet(desk, conn, 1, "ja", law))
        own = str(data_sheet(desk, conn, 1, "ja", law, answered=id_))
    reason = WAYS["refusal"].more["facts"]
    assert reason in other
    assert reason not in own
    assert "R8-0001" in own


def test_the_requests_of_others_in_which_somebody_acts_are_not_told(desk: Desk):
    decided(at_office(desk), WAYS["refusal"])
    with transaction.writing(desk.vault.writer) as conn:
        conn.execute(sa.update(request).values(person_id=None))
        conn.execute(sa.update(METADATA.tables["request_party"]).values(person_id=1))
    with desk.reading() as conn:
        told = str(data_sheet(desk, conn, 1, "ja", desk.law_on(desk.today)))
    assert WAYS["refusal"].more["facts"] not in told
    assert "請求者" in told


CODES = {
    "status": Status,
    "name_kind": NameKind,
    "contact_kind": ContactKind,
    "source": Source,
    "row_state": RowState,
    "party_role": PartyRole,
    "message_state": MessageState,
    "letter_state": LetterState,
    "account": AccountType,
    "seen": Seen,
    "shows": Shows,
    "service": SERVICES,
}


@pytest.mark.parametrize("group", CODES)
def test_every_code_of_a_group_has_a_word_in_both_languages_and_no_other(group: str):
    words = held().codes[group]
    assert set(words) == {str(code) for code in CODES[group]}
    assert all(word.ja and word.en for word in words.values())


def test_a_ground_is_called_the_same_in_every_kind_that_knows_it(desk: Desk):
    kinds = desk.law_on(desk.today).kinds.values()
    names = {(code, ground.name.ja) for kind in kinds for code, ground in kind.grounds.items()}
    assert len(names) == len({code for code, _ in names})


@pytest.mark.parametrize(
    ("language", "account", "fields"),
    [
        ("ja", "普通", ("変更前　ご利用中", "変更後　ご利用終了", "変更前　昭和50年3月14日")),
        ("en", "ordinary", ("Before: customer", "After: left", "Before: 14 March 1975")),
    ],
)
def test_codes_of_accounts_and_of_changed_fields_are_words(desk: Desk, language: str, account: str, fields: tuple):
    person = yumiko(at_office(desk))
    record = people.open_person(desk, person).person
    changed = replace(people.profile(record), status=Status.LEFT, birth=date(1975, 3, 15), left_on=date(2026, 11, 1))
    people.edit(desk, person, record.version, changed)
    told = "\n".join(row.value for section in sheet_of(desk, person, language).sections for row in section.rows)
    assert account in told
    for words in fields:
        assert words in told


def test_who_is_only_linked_to_a_request_is_no_line_without_a_name(desk: Desk):
    person = yumiko(at_office(desk))
    requests.take_in(desk, NewRequest(Channel.POST, ARRIVED, asked("DISCLOSE"), person=person))
    assert "ご請求の関係者" not in str(sheet_of(desk, person, "ja"))
    taken(desk, person=person)
    lines = [row.value for section in sheet_of(desk, person, "ja").sections for row in section.rows]
    assert [value for value in lines if value.startswith("渡邉 由美子\n立場")] == [
        "渡邉 由美子\n立場　請求者\n電子メール　user001@example.jp"
    ]


def sheet_of(desk: Desk, person: int, language: str):
    with desk.reading() as conn:
        return data_sheet(desk, conn, person, language, desk.law_on(desk.today))
