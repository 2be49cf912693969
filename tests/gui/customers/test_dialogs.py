"""Lists that leave the desk, and every dialog in both languages."""

import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog

from privdesk.operations import purposes


def save_to(page, path):
    dialog = page.findChild(QFileDialog, "saveFile")
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def rows_of(path):
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_a_mailing_list_leaves_out_who_suspended(desk, hana, ken, page, settled, tmp_path):
    purposes.suspend(desk, ken, ["news"], ground="by telephone")
    page.bench.mailing()
    settled()
    dialog = page.findChild(QDialog, "mailingDialog")
    assert [figure.text() for figure in dialog._figures] == ["1", "1"]
    dialog._box.setCurrentIndex(dialog._box.findData("service"))
    settled()
    assert [figure.text() for figure in dialog._figures] == ["2", "0"]
    dialog._box.setCurrentIndex(dialog._box.findData("news"))
    settled()
    dialog.verb.click()
    save_to(page, tmp_path / "news.xlsx")
    settled()
    assert [row[1] for row in rows_of(tmp_path / "news.xlsx")] == ["氏名", "山田 花子"]


def test_a_mailing_list_can_keep_to_those_who_consented(desk, hana, ken, page, settled, tmp_path):
    purposes.consent(desk, ken, ["news"])
    page.bench.mailing()
    settled()
    dialog = page.findChild(QDialog, "mailingDialog")
    assert dialog._figures[0].text() == "2"
    dialog.findChild(QCheckBox, "mailingConsented").click()
    assert dialog._figures[0].text() == "1"
    dialog.verb.click()
    save_to(page, tmp_path / "news.xlsx")
    settled()
    assert [row[1] for row in rows_of(tmp_path / "news.xlsx")] == ["氏名", "髙橋 健"]


def test_the_list_is_exported_as_it_shows(desk, hana, ken, page, settled, tmp_path):
    purposes.suspend(desk, ken, ["news"], ground="by telephone")
    page.bench.export()
    dialog = page.findChild(QDialog, "exportDialog")
    dialog.findChild(QCheckBox, "exportSuspended").click()
    dialog.verb.click()
    save_to(page, tmp_path / "customers.xlsx")
    settled()
    assert [row[1] for row in rows_of(tmp_path / "customers.xlsx")] == ["氏名", "髙橋 健", "山田 花子"]


def test_a_file_that_cannot_be_written_says_so(hana, page, settled, background, tmp_path, qtbot):
    failures = []
    background.failed.disconnect()
    background.failed.connect(failures.append)
    page.bench.export()
    page.findChild(QDialog, "exportDialog").verb.click()
    save_to(page, tmp_path / "nowhere" / "customers.xlsx")
    settled()
    assert [type(error).__name__ for error in failures] == ["FileNotWritten"]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", ["export", "mailing", "number", "suspend", "lift", "drop"])
def test_every_dialog_opens_in_both_languages_and_closes_by_escape(
    name, language, translation, hana, page, settled, qtbot, assert_named
):
    translation.choose(language)
    page.open_person(hana)
    settled()
    record = page.bench.detail.record
    {
        "export": page.bench.export,
        "mailing": page.bench.mailing,
        "number": record.add_number,
        "suspend": record.purposes._ask_suspend,
        "lift": record.purposes._ask_lift,
        "drop": page.imports.list.pane._ask_drop,
    }[name]()
    settled()
    dialog = page.findChild(QDialog)
    assert dialog.isVisible()
    assert_named(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled()
    assert page.findChild(QDialog) is None
