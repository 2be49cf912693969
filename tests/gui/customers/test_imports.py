"""Tables brought in through the wizard: preview, mapping, dry run, import, undo, and the rows that wait."""

import csv

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog

from privdesk.domain.batch import Likeness
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.operations import batches, people, records, waiting
from tests.gui.customers.keyboard import write
from tests.office import DATA

SAMPLE = DATA / "customers_cp932.csv"


@pytest.fixture
def imports(page, settled):
    page.import_file(SAMPLE)
    settled()
    return page.imports


def many(folder, rows):
    path = folder / "many.csv"
    path.write_text("会員番号,氏名\n" + "".join(f"N{row},山田 花子\n" for row in range(rows)), "utf-8")
    return path


def go_on(imports, settled):
    imports.wizard.go_on()
    settled()


def imported(imports, settled):
    for _ in range(3):
        go_on(imports, settled)
    return imports.run


def test_the_preview_shows_the_first_rows_as_they_were_read(imports):
    assert imports.file.preview.look.encoding == "cp932"
    assert imports.file._sheet.rowCount() == 20
    assert imports.file._sheet.headerData(1, Qt.Orientation.Horizontal) == "氏名"
    assert imports.file._how._encoding.editor.currentText() == "Recognised: cp932"


def test_another_encoding_is_tried_at_once(imports, settled):
    imports.file._how._encoding.set_text("euc_jp")
    imports.file._how._encoding.edited.emit()
    settled()
    assert "cannot be read" in imports.file._wrong.text()


def test_a_file_that_is_no_table_says_so(page, settled, tmp_path):
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n")
    page.import_file(tmp_path / "picture.csv")
    settled()
    assert page.imports.file._wrong.isVisible()
    assert not page.imports.file.ready()


def test_columns_are_recognised_and_can_be_changed(imports, settled, qtbot):
    go_on(imports, settled)
    mapping = imports.mapping
    assert mapping.cards.isVisible()
    assert not mapping.cards.keep
    box = mapping.findChild(QComboBox, "column1")
    assert box.currentText() == "Name"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert not mapping.ready()
    assert mapping._wrong.isVisible()
    assert "氏名" in mapping._left_out.text()


def test_security_codes_are_refused_in_words(page, settled, tmp_path):
    (tmp_path / "codes.csv").write_text("氏名,セキュリティコード,色\n山田 花子,123,赤\n", "utf-8")
    page.import_file(tmp_path / "codes.csv")
    settled()
    go_on(page.imports, settled)
    text = page.imports.mapping._left_out.text()
    assert "Not taken: 色" in text
    assert "security codes and PINs may not be kept: セキュリティコード" in text
    assert page.imports.mapping.findChild(QComboBox, "column1") is None


def test_the_dry_run_counts_and_lists_and_saves(desk, imports, settled, tmp_path, page):
    go_on(imports, settled)
    go_on(imports, settled)
    report = imports.check.report
    assert [figure.text() for figure in imports.check._figures] == [
        str(number) for number in (report.rows, report.imported, report.warned, report.waiting)
    ]
    assert (report.rows, report.imported + report.waiting) == (300, 300)
    assert imports.check._model.rowCount() == len(report.problems) > 0
    assert people.count(desk, PeopleQuery()) == 0
    imports.check._save.click()
    dialog = page.findChild(QFileDialog, "saveFile")
    dialog.fileSelected.emit(str(tmp_path / "problems.csv"))
    dialog.reject()
    settled()
    with (tmp_path / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(report.problems) + 1


def test_a_stopped_check_can_be_begun_again(desk, imports, settled):
    go_on(imports, settled)
    imports.wizard.go_on()
    check = imports.check
    assert check._stop.isVisible()
    check._stop.click()
    settled()
    assert check.report is None
    assert "Nothing was changed" in check._wrong.text()
    assert not check.ready()
    check._empty.step_wanted.emit()
    settled()
    assert check.report.rows == 300
    assert check.ready()
    assert not check._stop.isVisible()


def test_a_check_keeps_no_other_question_waiting(desk, imports, settled, qtbot, tmp_path):
    imports.file.take(many(tmp_path, 6000))
    settled()
    go_on(imports, settled)
    imports.wizard.go_on()
    qtbot.waitUntil(lambda: imports.check._busy.value() > 0, timeout=20_000)
    answers = []
    imports.check._background.read(imports, people.count, PeopleQuery(), then=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert imports.check.report is None
    imports.wizard.left.emit()
    settled()
    assert imports.check.report is None


def test_the_keyboard_leads_through_the_import(page, settled, qtbot):
    page.activateWindow()
    page.import_file()
    qtbot.waitUntil(page.imports.file._choose.hasFocus)
    page.imports.file.take(SAMPLE)
    settled()
    assert page.imports._next.hasFocus()
    for _ in range(2):
        qtbot.keyClick(page.imports._next, Qt.Key.Key_Space)
        settled()
    assert page.imports.check.report
    assert page.imports._next.hasFocus()
    qtbot.keyClick(page.imports._next, Qt.Key.Key_Space)
    settled()
    assert page.imports.run._leave.hasFocus()


def test_the_import_brings_all_and_its_undo_takes_all_back(desk, imports, settled):
    run = imported(imports, settled)
    done = run._done.value
    assert people.count(desk, PeopleQuery()) == done.imported
    assert f"{done.imported} customers were imported" in run._text.text()
    run._undo.click()
    settled()
    assert people.count(desk, PeopleQuery()) == 0
    assert batches.everything(desk)[0].undone_at is not None


def test_the_same_file_is_not_imported_twice(imports, settled, page):
    imported(imports, settled)
    page.import_file(SAMPLE)
    settled()
    go_on(imports, settled)
    go_on(imports, settled)
    assert not imports.check.ready()
    assert "imported before" in imports.check._wrong.text()


def test_stopping_leaves_nothing(desk, imports, settled, background, qtbot):
    go_on(imports, settled)
    go_on(imports, settled)
    imports.wizard.go_on()
    imports.run._cancel.click()
    settled()
    assert people.count(desk, PeopleQuery()) == 0
    assert "Nothing was changed" in imports.run._text.text()
    imports.run._leave.click()
    assert imports.wizard.isVisible()


def test_a_waiting_row_is_entered_mended(desk, imports, settled, page, qtbot):
    imported(imports, settled)
    imports.run._waiting.click()
    settled()
    table = imports.list.waiting.table
    rows = len(imports.list.waiting.rows.rows)
    nameless = next(
        place for place, row in enumerate(imports.list.waiting.rows.rows) if row.fault.code == "NameMissing"
    )
    table.select(nameless)
    imports.list.pane._enter.click()
    assert imports.editor.isVisible()
    number = imports.editor.form.texts()["number"]
    assert number
    write(imports.editor.form.fields["name"].editor, "斎藤 桜")
    page.commands()["save"]()
    settled()
    assert len(imports.list.waiting.rows.rows) == rows - 1
    found = people.page(desk, PeopleQuery(text="斎藤 桜")).rows
    assert [row.number for row in found] == [number]


def test_a_waiting_row_is_set_aside_for_a_reason(desk, imports, settled, page, qtbot):
    imported(imports, settled)
    page.show_imports()
    settled()
    rows = len(imports.list.waiting.rows.rows)
    imports.list.waiting.table.select(0)
    imports.list.pane._drop.click()
    dialog = page.findChild(QDialog, "dropRowDialog")
    write(dialog.reason.editor, "a duplicate of another row")
    dialog.verb.click()
    settled()
    assert len(waiting.waiting_rows(desk)) == rows - 1


def test_an_import_is_undone_from_the_list(desk, imports, settled, page):
    imported(imports, settled)
    page.show_imports()
    settled()
    assert not imports.list._undo.isEnabled()
    imports.list.batches.select(0)
    imports.list._undo.click()
    page.findChild(QDialog, "undoBatchDialog").verb.click()
    settled()
    assert people.count(desk, PeopleQuery()) == 0


def test_a_faulty_field_is_mended_at_its_place(desk, imports, settled, page, qtbot):
    imported(imports, settled)
    page.commands()["close"]()
    warned = people.page(desk, PeopleQuery(with_warnings=True), size=300).rows
    record = page.bench.detail.record
    for row in warned:
        page.open_person(row.id)
        settled()
        if any(warning.field == "birth" for warning in record.record.warnings):
            break
    warning = next(one for one in record.record.warnings if one.field == "birth")
    page.bench.detail.record.profile.mend_wanted.emit(warning)
    form = page.bench.detail.editor.form
    assert form.texts()["birth"] == warning.raw
    form.fields["birth"].set_text("S64.1.2")
    page.commands()["save"]()
    settled()
    assert record.record.person.birth.isoformat() == "1989-01-02"
    assert all(one.mended_at for one in record.record.warnings if one.field == "birth")


def test_a_dropped_table_opens_the_import(page, settled):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLE))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, QDragEnterEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, keys))
    QApplication.sendEvent(page, drop)
    settled()
    assert page.imports.file.preview.file.name == SAMPLE.name


def test_transactions_come_in_by_the_same_way(desk, page, settled, qtbot):
    page.import_file(DATA / "partner_transactions.csv")
    settled()
    assert page.imports.file._kind.text() == "transactions"
    run = imported(page.imports, settled)
    assert run._done.value.imported == 2000


def test_transactions_without_a_customer_are_given_to_one(desk, page, settled, hana, ken, tmp_path, qtbot):
    path = tmp_path / "transactions.csv"
    lines = ["取引ID,会員番号,取引日,種別,金額,提供元"]
    lines += [f"T{n},Ａ－0117{end},2026-01-0{n},成約,1000,ガンマ" for n, end in ((1, 7), (2, 7), (3, 8))]
    path.write_text("\n".join(lines), "utf-8")
    people.add(desk, NewPerson(Profile(name="佐藤 桜", number="A01177")))
    batches.import_transactions(desk, path)
    page.reload()
    settled()
    assert page.bench.list.foot._waiting.text() == "Waits from imports: 3"
    page.bench.list.foot._waiting.click()
    settled()
    card, pane = page.imports.list.waiting, page.imports.list.match
    assert card._choices[1].isChecked()
    assert [(row.number, len(row.transactions)) for row in card.alone.rows] == [("A-01178", 1), ("A-01177", 2)]
    card.alone_table.select(1)
    settled()
    assert pane.isVisible()
    assert pane._give.text() == "Give them to 佐藤 桜"
    assert pane._model.rows[0].ground is Likeness.SIMILAR
    pane.search.setText("高橋")
    qtbot.waitUntil(lambda: [row.person.name for row in pane._model.rows] == ["髙橋 健"])
    pane._give.click()
    settled()
    assert [one.number for one in records.transactions(desk, ken).rows] == ["T2", "T1"]
    assert [row.number for row in card.alone.rows] == ["A-01178"]
    assert not pane.isVisible()
