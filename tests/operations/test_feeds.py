"""Tables of partners: where they came from is kept, and each row finds its customer, or waits with a suggestion."""

import io
from datetime import date

import pytest
import xlsxwriter

from privdesk.domain.batch import BatchKind, Likeness, Received
from privdesk.domain.errors import FileChanged, NumberInText
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.operations import batches, people, preview, waiting
from privdesk.operations.desk import Desk
from privdesk.operations.sifting import TableFile
from privdesk.storage.transactions import BY_CONTACT, BY_NUMBER

HEAD = "取引ID,会員番号,取引日,種別,金額,提供元,氏名,生年月日,電話番号,メール"
BORN = date(1980, 4, 1)


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Three customers, two of whom share a telephone."""
    for number, name, phone, mail in (
        ("A1", "山田 太郎", "03-1234-5678", "taro@example.jp"),
        ("A2", "山田 花子", "03-1234-5678", "hanako@example.jp"),
        ("A3", "佐藤 健", "090-1234-5678", "ken@example.jp"),
    ):
        people.add(desk, NewPerson(Profile(name=name, number=number, birth=BORN, phones=(phone,), mails=(mail,))))
    return desk


def feed(*rows: str) -> bytes:
    return "\n".join((HEAD, *rows)).encode()


def test_a_row_is_matched_by_number_then_by_a_contact_that_one_customer_has(known: Desk):
    rows = (
        "T1,A1,2026-01-05,成約,100,ガンマ,,,,",
        "T2,X9,2026-01-05,成約,100,ガンマ,,,０９０１２３４５６７８,",
        "T3,,2026-01-05,成約,100,ガンマ,,,,HANAKO@EXAMPLE.JP",
        "T4,,2026-01-05,成約,100,ガンマ,山田　太郎,1980-04-01,0312345678,",
        "T5,,2026-01-05,成約,100,ガンマ,誰か,1999-09-09,,",
    )
    batch = batches.import_transactions(known, feed(*rows)).value
    assert (batch.imported, batch.waiting) == (5, 0)
    alone = {one.number: one for one in waiting.unmatched(known)}
    assert set(alone) == {"T4", "T5"}
    with known.reading() as conn:
        found = conn.exec_driver_sql("SELECT external_id, person_id, matched_by FROM partner_transaction").all()
    assert {tuple(row) for row in found} >= {("T1", 1, BY_NUMBER), ("T2", 3, BY_CONTACT), ("T3", 2, BY_CONTACT)}
    grounds = [(one.person.number, one.ground) for one in waiting.suggested(known, "ガンマ", "", alone["T4"].given)]
    assert grounds == [("A2", Likeness.CONTACT), ("A1", Likeness.BORN)]
    assert waiting.suggested(known, "ガンマ", "", alone["T5"].given) == ()
    batches.undo_batch(known, batch.id)
    assert waiting.unmatched(known) == ()


def test_what_has_to_be_recorded_of_a_feed_is_kept_with_it(known: Desk):
    said = Received("ガンマ株式会社", "東京都港区", "甲野 一郎", "本人から取得", date(2026, 1, 5), "取引の日付と金額")
    content = "取引ID,会員番号,取引日\nT1,A1,2026-01-05".encode()
    batch = batches.import_transactions(known, content, received=said).value
    assert batches.everything(known)[0].received == said
    assert (batch.imported, batch.partner) == (1, 1)


def test_columns_are_mapped_as_they_were_when_the_same_headers_came_last(desk: Desk, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("氏名,あだ名\n山田,ヤマちゃん", "utf-8")
    fields = desk.reference.fields
    seen = preview.look(preview.read_file(path), BatchKind.PEOPLE, fields)
    assert batches.remembered(desk, seen).mapping == seen.mapping
    chosen = preview.with_field(seen, 1, "notes")
    batches.import_people(desk, chosen.file, chosen.mapping)
    path.write_text("氏名,あだ名\n佐藤,サトちゃん", "utf-8")
    again = preview.look(preview.read_file(path), BatchKind.PEOPLE, fields)
    assert batches.remembered(desk, again).mapping == chosen.mapping


def test_a_file_that_changed_since_it_was_looked_at_is_not_imported(desk: Desk, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("氏名\n山田", "utf-8")
    seen = preview.look(preview.read_file(path), BatchKind.PEOPLE, desk.reference.fields)
    path.write_text("氏名\n佐藤", "utf-8")
    with pytest.raises(FileChanged):
        batches.import_people(desk, seen.file, seen.mapping)
    assert people.count(desk, PeopleQuery()) == 0


@pytest.mark.parametrize("since_1904", [False, True])
def test_a_workbook_comes_in_with_its_days_and_numbers(desk: Desk, since_1904):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "date_1904": since_1904})
    cover, hidden, sheet = (book.add_worksheet(name) for name in ("表紙", "内緒", "顧客"))
    hidden.hide()
    cover.write(0, 0, "名簿")
    day = book.add_format({"num_format": "yyyy/mm/dd"})
    sheet.write_row(2, 1, ["氏名", "生年月日", "会員番号", "電話番号", "備考"])
    sheet.write_string(3, 1, "山田")
    sheet.write_datetime(3, 2, BORN, day)
    sheet.write_number(3, 3, 100017)
    sheet.write_number(3, 4, 9012345678)
    sheet.write_formula(3, 5, '="済"&"み"', None, "済み")
    book.close()
    table = TableFile("a.xlsx", file.getvalue(), sheet=2)
    seen = preview.look(TableFile("a.xlsx", file.getvalue()), BatchKind.PEOPLE, desk.reference.fields)
    assert [(one.name, one.hidden) for one in seen.look.sheets] == [("表紙", False), ("内緒", True), ("顧客", False)]
    assert seen.look.sheet == 0
    report = batches.dry_run(desk, table, BatchKind.PEOPLE)
    assert [(one.row, one.field, one.fault.code) for one in report.problems] == [(4, "phone", "PhoneWithoutZero")]
    batches.import_people(desk, table)
    (row,) = people.page(desk, PeopleQuery()).rows
    assert (row.name, row.birth, row.number) == ("山田", BORN, "100017")
    assert people.open_person(desk, row.id).person.notes == "済み"


def test_of_headers_only_those_that_are_mapped_are_kept_and_an_undo_takes_them(desk: Desk):
    content = "山田 太郎,4111111111111111,090-1111-2222,備考 4012888888881881\n鈴木,a,b,c\n".encode()
    seen = preview.look(TableFile("名簿4111111111111111.csv", content), BatchKind.PEOPLE, desk.reference.fields)
    chosen = preview.with_field(preview.with_field(seen, 0, "name"), 3, "notes")
    batch = batches.import_people(desk, chosen.file, chosen.mapping).value
    assert batch.file_name == "名簿****1111.csv"
    assert batch.mapping == {"山田 太郎": "name", "備考 ****1881": "notes"}
    assert batches.remembered(desk, seen).mapping == chosen.mapping
    undone = batches.undo_batch(desk, batch.id).value
    assert undone.mapping == {}
    assert batches.remembered(desk, seen).mapping == seen.mapping


def test_columns_that_were_left_out_are_left_out_again_but_not_of_another_table(desk: Desk):
    def looked(content: str) -> preview.Preview:
        return preview.look(TableFile("a.csv", content.encode()), BatchKind.PEOPLE, desk.reference.fields)

    without_kana = preview.with_field(looked("氏名,フリガナ\n山田,ヤマダ"), 1, "")
    batches.import_people(desk, without_kana.file, without_kana.mapping)
    again, other = looked("氏名,フリガナ\n佐藤,サトウ"), looked("氏名,フリガナ,備考\n佐藤,サトウ,a")
    assert batches.remembered(desk, again).mapping == without_kana.mapping != again.mapping
    assert batches.remembered(desk, other).mapping == other.mapping


@pytest.mark.parametrize("field", ["partner", "address", "representative", "acquired_how", "items"])
def test_no_number_of_a_card_stands_in_what_is_recorded_of_a_feed(known: Desk, field: str):
    with pytest.raises(NumberInText):
        batches.import_transactions(known, feed(), received=Received(**{field: "社 4111111111111111"}))
    assert batches.everything(known) == ()


def test_a_row_whose_partner_is_called_by_a_card_number_waits(known: Desk):
    batch = batches.import_transactions(known, feed("T1,A1,2026-01-05,成約,100,4111111111111111,,,,")).value
    assert (batch.imported, batch.waiting) == (0, 1)
    (row,) = waiting.waiting_rows(known)
    assert (row.fault.code, row.raw["提供元"]) == ("NumberInText", "****1111")
