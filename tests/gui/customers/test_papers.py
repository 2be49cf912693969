"""Papers about a customer, his history and his transactions: shown, narrowed, compared, and noted when they leave."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from privdesk.gui.customers.two_days import TwoDaysDialog
from privdesk.operations import batches, people, purposes
from privdesk.operations.preview import TableFile
from privdesk.storage import audit
from tests.letters.pdf_reading import text_of
from tests.operations.looking import log, log_text

HEAD = "取引ID,会員番号,取引日,種別,金額,提供元\n"


@pytest.fixture
def detail(hana, page, settled):
    page.open_person(hana)
    settled()
    return page.bench.detail


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def front(detail, name, settled):
    record = detail.record
    record.tabs.setCurrentWidget(record.lists[name])
    settled()
    return record.lists[name]


def test_one_click_shows_what_would_be_answered_and_notes_what_leaves(desk, hana, detail, settled, tmp_path, page):
    detail.record.head._answer.click()
    settled()
    paper = detail.paper
    assert detail.currentWidget() is paper
    assert "見本・未発行" in text_of(paper._pdf)
    assert paper.view.document.pageCount() > 2
    assert paper.language.text() == "ja"
    assert paper.cautions.isHidden()
    with desk.reading() as conn:
        assert audit.about(conn, f"person:{hana}")[0].act == "person.rehearse"
    paper.save.click()
    chooser = page.findChild(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "answer.pdf"))
    chooser.reject()
    settled()
    assert (tmp_path / "answer.pdf").read_bytes() == paper._pdf
    assert log(desk)[-1] == ("person.print", f"person:{hana}")
    assert '"way":"saved"' in log_text(desk)
    paper.view.printed.emit()
    settled()
    assert '"way":"printed"' in log_text(desk)
    page.commands()["close"]()
    assert detail.currentWidget() is detail.record


def test_the_answer_can_be_had_in_the_other_language(detail, settled):
    detail.record.head._answer.click()
    settled()
    box = detail.paper.language.editor
    box.setCurrentIndex(box.findData("en"))
    box.activated.emit(box.currentIndex())
    settled()
    assert "DRAFT" in text_of(detail.paper._pdf)


def test_what_to_look_at_stands_above_the_answer(desk, hana, page, settled, detail):
    held = people.open_person(desk, hana).person
    page.bench.detail.edit()
    form = page.bench.detail.editor.form
    form.set_texts(form.texts() | {"notes": "午後に電話"})
    page.bench.detail.editor.save()
    settled()
    assert held.notes == ""
    detail.record.head._answer.click()
    settled()
    assert "word for word" in detail.paper.cautions.text()


def test_a_paper_stays_when_the_record_is_read_again(detail, page, settled):
    detail.record.head._answer.click()
    settled()
    page.reload()
    settled()
    assert detail.currentWidget() is detail.paper


def test_the_history_is_narrowed_compared_and_printed(desk, hana, detail, page, settled):
    purposes.opt_out(desk, hana, ["news"])
    people.end_number(desk, people.open_person(desk, hana).person.numbers[0].id)
    tab = front(detail, "history", settled)
    assert {row.field for row in tab._model.rows} == {"bank", "purpose"}
    tab.field.setCurrentIndex(tab.field.findData("purpose"))
    tab.field.activated.emit(tab.field.currentIndex())
    assert [row.of for row in tab._model.rows] == ["news"]
    assert tab._whole.text().startswith("Purpose: News by mail: – → Opted out")
    tab._compare.click()
    dialog = page.findChild(TwoDaysDialog)
    assert "Opted out" in words(dialog.pairs)
    dialog.second.set_day(None)
    dialog.second.editor.setText("2026-11-01")
    dialog.second.editor.editingFinished.emit()
    assert "Opted out" not in words(dialog.pairs)
    dialog.verb.click()
    tab._print.click()
    settled()
    text = text_of(detail.paper._pdf)
    assert "Optedout" in text
    assert "Bankaccount" not in text


def test_who_looked_is_printed_for_the_days_asked_for(detail, page, settled):
    tab = front(detail, "looks", settled)
    tab._print.click()
    settled()
    paper = detail.paper
    assert "Openedtherecord" in text_of(paper._pdf)
    field = paper.findChild(QLineEdit, "paperLast")
    field.setText("2026-11-21")
    field.editingFinished.emit()
    settled()
    assert "Nobodylooked" in text_of(paper._pdf)
    field.setText("2024-01-01")
    field.editingFinished.emit()
    settled()
    assert "before the first" in words(paper)
    assert not paper.print.isEnabled()


def test_transactions_come_by_pages_with_sums_and_their_import(desk, hana, page, settled, qtbot):
    rows = "".join(f"T{n},A001,2026-0{n % 9 + 1}-01,成約,{n},ガンマ\n" for n in range(230))
    batch = batches.import_transactions(desk, TableFile("十一月.csv", (HEAD + rows).encode())).value
    page.open_person(hana)
    settled()
    record = page.bench.detail.record
    tab = record.transactions
    record.tabs.setCurrentWidget(tab)
    settled()
    assert len(tab.model.rows) == 100
    assert "十一月.csv" in tab._whole.text()
    assert "customer found by: customer number" in tab._whole.text()
    assert tab._total.text() == "230 transactions"
    tab.model.fetchMore(tab.model.index(-1, -1))
    settled()
    assert len(tab.model.rows) == 200
    tab._turn.click()
    assert [(row.year, row.count, row.amount) for row in tab.sums_model.rows] == [(2026, 230, sum(range(230)))]
    assert tab._open.isHidden()
    tab._turn.click()
    tab._open.click()
    settled()
    assert page._stack.currentWidget() is page.imports
    assert page.imports.list._batch == batch.id
