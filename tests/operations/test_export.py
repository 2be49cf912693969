"""Exports at a real desk: read back they are what was there, no spreadsheet runs them, and the log comes first."""

import csv
import io
import json
import string
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from privdesk.domain.cells import guarded, unguarded
from privdesk.domain.errors import Cancelled, NotAllowed, ReasonMissing
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, PeopleQuery, Profile, Source, Status, profile
from privdesk.domain.user import Role
from privdesk.intake.tables import read_table
from privdesk.operations import batches, export, people, people_sheet, purposes
from privdesk.operations.desk import Desk
from privdesk.operations.sheets import SheetFormat, written
from privdesk.storage import people_profiles, transaction
from tests.office import DATA, Founded
from tests.operations.looking import log, log_text, stored
from tests.operations.mailing import mailed

WHY = "他のシステムへ移行するため"
EVERYBODY = PeopleQuery(sort="number")
HOSTILE = ('=HYPERLINK("http://x")', "+81 90", "-1", "@SUM(A1)", "\t=1", "'=1", "''=1", "'引用", "＝1+1", "<b>太字</b>")
HIDDEN = (" =1+1", "\xa0=1+1", "\ufeff=1+1", "\u3000＝1+1", "\u200b@SUM(A1)", "\x01-1", " '=1+1", "\n =1")


def every_profile(desk: Desk) -> list[Profile]:
    with desk.reading() as conn:
        ids = [row.id for row in people.page(desk, EVERYBODY, size=10_000).rows]
        return list(people_profiles.profiles(conn, ids))


@given(st.text(alphabet="'=+-@\t\r\n＝＋－＠a あ\xa0\u3000\ufeff\u200b\x01", max_size=6))
def test_a_guard_is_taken_off_again(text: str):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def test_the_sample_comes_back_as_it_was(desk: Desk, founded: Founded, tmp_path: Path):
    batches.import_people(desk, DATA / "customers_cp932.csv", keep_cards=False)
    before = every_profile(desk)
    assert before == [
        profile(people.open_person(desk, row.id).person) for row in people.page(desk, EVERYBODY, size=300).rows
    ]
    file = export.export_people(desk, EVERYBODY, SheetFormat.CSV, purpose="account")
    other = founded.copied(tmp_path / "other.privdesk")
    done = batches.import_people(other, file)
    assert (done.value.imported, done.value.warned, done.value.waiting) == (298, 0, 0)
    assert every_profile(other) == before
    other.vault.close()


@pytest.mark.parametrize("text", HIDDEN)
def test_a_formula_behind_signs_that_a_spreadsheet_leaves_out_is_guarded(text: str):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(st.lists(st.text(alphabet="\0'=+-@\r\n\",;a あ\xa0\ufeff\u2028\x1c", max_size=8), min_size=1, max_size=5))
def test_every_cell_of_an_export_is_read_back(texts: list[str]):
    """A NUL comes back as its picture, since no reader of tables takes it."""
    file = written(SheetFormat.CSV, [f"c{n}" for n in range(len(texts))] + ["end"], [[*texts, "x"]])
    (row,) = read_table(io.BytesIO(file)).rows()
    assert [unguarded(cell) for cell in row.cells] == [text.replace("\0", "␀") for text in texts] + ["x"]


# what a record can hold and a table can carry: single-line texts without space around them, notes in several lines
SIGNS = string.ascii_letters + "'=+-@,;\"<>&髙﨑𠮷あー１ "
TEXT = st.text(alphabet=SIGNS, max_size=12).map(str.strip)
DAY = st.none() | st.dates(date(1900, 1, 1), date(2026, 11, 22))
VALUES = {
    "name": TEXT.filter(bool),
    "kana": st.sampled_from(("", "ヤマダ タロウ", "グエン ティ マイ")),
    "aliases": st.sampled_from(((), ("金田 太郎（カネダ タロウ）",), ("=1+1", "Kim"))),
    "former_names": st.sampled_from(((), ("旧姓 花子",), ("-旧姓", "@旧姓（キュウセイ）"))),
    "number": st.sampled_from(("", "{n}", "0{n}", "-{n}", "=A{n}")),
    "birth": DAY,
    "postal": st.sampled_from(("", "100-0005", "060-0001")),
    "address": TEXT,
    "mailing_postal": st.sampled_from(("", "001-0010")),
    "mailing_address": TEXT,
    "further_addresses": st.sampled_from(((), ("100-0005 東京都千代田区",), ("+東京", "001-0010 北海道"))),
    "phones": st.sampled_from(((), ("090-1234-5678",), ("03-1234-5678", "+44 20 7946 0018"))),
    "mails": st.sampled_from(((), ("a@example.jp",), ("a@example.jp", "+b@example.jp"))),
    "status": st.sampled_from((Status.ACTIVE, Status.LEFT, Status.REFUSED)),
    "language": st.sampled_from(("ja", "en")),
    "since": DAY,
    "left_on": DAY,
    "last_activity": DAY,
    "notes": st.text(alphabet=SIGNS + "\n\t", max_size=12).map(str.strip),
}
"""What each field may be; the source is not exported, because what was imported came by import."""


def test_every_field_of_a_profile_has_its_column_and_its_values():
    fields = set(Profile.__dataclass_fields__) - {"source"}
    assert {column.field for column in (*people_sheet.COLUMNS, *people_sheet.SEVERAL)} == fields == set(VALUES)
    several = {name for name in fields if isinstance(getattr(Profile("x"), name), tuple)}
    assert {column.field for column in people_sheet.SEVERAL} == several


@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    made=st.lists(st.fixed_dictionaries(VALUES), min_size=1, max_size=8),
    format_=st.sampled_from(SheetFormat),
    language=st.sampled_from(("ja", "en")),
)
def test_whatever_is_exported_can_be_imported(founded: Founded, tmp_path: Path, made: list, format_, language):
    """The way of a user: enter, export, import elsewhere; in both formats and both languages of the headers."""
    with TemporaryDirectory(dir=tmp_path) as place:
        one, other = (founded.copied(Path(place) / f"{name}.privdesk") for name in ("one", "other"))
        for n, values in enumerate(made):
            since, left_on = values["since"], values["left_on"] or date(2026, 1, 5)
            span = {"left_on": max(left_on, since or left_on)} if values["status"] is Status.LEFT else {"left_on": None}
            whole = Profile(**{**values, **span, "number": values["number"].format(n=n)})
            people.add(one, NewPerson(whole))
        reading = replace(one, actor=replace(one.actor, language=language))
        file = export.export_people(reading, EVERYBODY, format_, purpose="account")
        done = batches.import_people(other, file, strict=True).value
        imported = [replace(each, source=Source.SELF) for each in every_profile(other)]
        assert (done.imported, sorted(imported, key=repr)) == (len(made), sorted(every_profile(one), key=repr))
        for desk in (one, other):
            desk.vault.close()


def test_no_spreadsheet_runs_an_exported_cell(desk: Desk):
    for text in HOSTILE:
        people.add(desk, NewPerson(Profile(name="山田", notes=text)))
    lines = export.export_people(desk, EVERYBODY, SheetFormat.CSV, purpose="account").decode("utf-8-sig")
    assert '"\'=HYPERLINK(""http://x"")"' in lines
    assert ',"=' not in lines
    workbook = export.export_people(desk, EVERYBODY, SheetFormat.XLSX, purpose="account")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()
    assert [row[-1] for row in sheet[1:]] == list(HOSTILE)
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()


def test_an_export_is_the_list_as_shown_without_who_suspended(desk: Desk):
    for name in ("さ", "い", "あ"):
        people.add(desk, NewPerson(Profile(name=name, phones=("090-0000-0001",))))
    purposes.suspend(desk, 2, ["service"], ground="35-1")
    descending, only = PeopleQuery(descending=True), PeopleQuery(text="い")
    text = export.export_people(desk, descending, SheetFormat.CSV, purpose="service").decode("utf-8-sig")
    assert [line.split(",")[1] for line in text.splitlines()[1:]] == ['"さ"', '"あ"']
    assert '"090-0000-0001"' in text
    all_ = export.export_people(desk, only, SheetFormat.CSV, purpose="billing").decode("utf-8-sig")
    assert [line.split(",")[1] for line in all_.splitlines()[1:]] == ['"い"']
    assert log(desk)[-2:] == [("people.export", "people")] * 2
    assert '"format":"csv","left_out":1,"people":2,"purpose":"service"' in log_text(desk)


def test_everything_leaves_in_open_forms_with_its_numbers(desk: Desk, tmp_path: Path):
    batches.import_people(desk, DATA / "customers_cp932.csv", keep_cards=False)
    batches.import_transactions(desk, DATA / "partner_transactions.csv")
    whole = NewNumber(NumberKind.BANK, "0001-110", "1", "0133", "0001-110-普通-9880133")
    people.add(desk, NewPerson(Profile(name="口座"), (whole,)))
    with transaction.writing(desk.vault.writer) as conn:
        conn.exec_driver_sql(
            "INSERT INTO attachment(name, media_type, size, digest, data) VALUES (?, 'x', 3, 'd', ?)",
            [("../../住民票.pdf", b"pdf"), ("免許証.j/pg", b"jpg")],
        )
    before = stored(desk, frozenset({"audit"}))
    path = export.export_everything(desk, tmp_path / "all.zip", WHY, numbers=True)
    assert stored(desk, frozenset({"audit"})) == before
    assert log(desk)[-2:] == [("desk.export", "desk"), ("desk.exported", "desk")]
    assert [one.name for one in tmp_path.glob("*all*")] == [path.name]
    with zipfile.ZipFile(path) as archive:
        tables = {
            Path(name).stem: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in archive.namelist()
            if name.endswith(".jsonl")
        }
        sheets = {
            Path(name).stem: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
            if name.endswith(".csv")
        }
        papers = {name: archive.read(name) for name in archive.namelist() if name.startswith("attachments/")}
        readme = archive.read("README.txt").decode()
    assert {name: len(rows) for name, rows in sheets.items()} == {name: len(rows) for name, rows in tables.items()}
    assert sheets["person"][0]["birth"] == "1984-07-22"
    assert sheets["person_number"][-1]["sealed"] == whole.full
    assert WHY in log_text(desk)
    assert "全桁を含みます" in readme
    assert "person: 299" in readme
    assert {name: len(rows) for name, rows in tables.items() if name != "audit"} == {
        name: len(rows) for name, rows in before.items() if not name.startswith("person_gram")
    }
    assert tables["person_number"][-1]["sealed"] == whole.full
    assert [row["sealed"] for row in tables["batch_problem"] if row["field"] == "licence"] == ["301234567890"]
    assert tables["person"][0]["birth"] == "1984-07-22"
    assert papers == {"attachments/1.pdf": b"pdf", "attachments/2": b"jpg"}
    assert [row["data"] for row in tables["attachment"]] == list(papers)


def test_without_a_reason_no_number_leaves(desk: Desk, tmp_path: Path):
    full = "0001-110-普通-9880133"
    people.add(desk, NewPerson(Profile(name="口座"), (NewNumber(NumberKind.BANK, "0001-110", "1", "0133", full),)))
    with pytest.raises(ReasonMissing):
        export.export_everything(desk, tmp_path / "all.zip", numbers=True)
    assert not list(tmp_path.glob("*all*"))
    with zipfile.ZipFile(export.export_everything(desk, tmp_path / "all.zip")) as archive:
        (number,) = (json.loads(line) for line in archive.read("json/person_number.jsonl").splitlines())
        assert (number["last4"], number["sealed"]) == ("0133", None)
        assert not [name for name in archive.namelist() if full.encode() in archive.read(name)]
        assert "下4桁だけ" in archive.read("README.txt").decode()
    assert '"numbers":false' in log_text(desk)


def test_an_export_tells_how_far_it_is(desk: Desk, tmp_path: Path):
    batches.import_people(desk, DATA / "customers_cp932.csv", keep_cards=False)
    told: list[tuple[int, int]] = []
    export.export_everything(desk, tmp_path / "all.zip", progress=lambda done, total: told.append((done, total)))
    assert len(told) > 10
    assert told == sorted(told)
    assert told[0][0] == 0
    assert told[-1][0] <= told[-1][1]
    assert len({total for _, total in told}) == 1


def test_others_go_on_working_while_everything_is_written(desk: Desk, tmp_path: Path):
    batches.import_people(desk, DATA / "customers_cp932.csv", keep_cards=False)
    entered = []

    def work(_done: int, _total: int) -> None:
        entered.append(people.add(desk, NewPerson(Profile(name=f"後から {len(entered)}"))).value)

    path = export.export_everything(desk, tmp_path / "all.zip", progress=work)
    assert len(entered) > 10
    with zipfile.ZipFile(path) as archive:
        ids = {json.loads(line)["id"] for line in archive.read("json/person.jsonl").splitlines()}
    assert len(ids) == 298
    assert not ids & set(entered), "it is the desk of one moment"


def test_a_stopped_or_failed_export_leaves_no_file(desk: Desk, tmp_path: Path):
    path = tmp_path / "all.zip"
    entries = log(desk)
    with pytest.raises(Cancelled):
        export.export_everything(desk, path, progress=lambda done, total: done > 0)
    assert not list(tmp_path.glob("*all*"))
    gathered = export.gather(desk, export.begin(desk), path)
    with pytest.raises(TypeError, match="Encoding"):
        export.hand_over(replace(desk, session=object()), gathered)
    assert not list(tmp_path.glob("*all*"))
    assert log(desk) == [*entries, *[("desk.export", "desk")] * 2]


def test_what_lies_in_clear_is_in_the_log_before_it_lies_there(desk: Desk, tmp_path: Path):
    seen = []

    def look(_done: int, _total: int) -> None:
        seen.append((len(list(tmp_path.glob(".all.zip.part"))), log(desk)[-1], WHY in log_text(desk)))

    export.export_everything(desk, tmp_path / "all.zip", WHY, look, numbers=True)
    assert seen[0] == (1, ("desk.export", "desk"), True)


def test_only_who_may_exports(desk: Desk, auditor: Desk, tmp_path: Path):
    before = stored(desk)
    support = replace(desk, actor=replace(desk.actor, role=Role.SUPPORT))
    with pytest.raises(NotAllowed):
        export.export_everything(support, tmp_path / "all.zip")
    with pytest.raises(NotAllowed):
        export.export_people(auditor, EVERYBODY, SheetFormat.CSV, purpose="account")
    with pytest.raises(NotAllowed):
        mailed(auditor)
    assert stored(desk) == before
    assert [act for act, _ in log(desk)] == ["desk.refused"] * 3
    assert not list(tmp_path.glob("*all*"))
