"""Lists that leave the desk, and every dialog in both languages."""

import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QPushButton

from privdesk.operations import purposes
from tests.letters.pdf_reading import text_of


def save_to(page, path):
    dialog = page.findChild(QFileDialog, "saveFile")
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def rows_of(path):
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def choose(dialog, data, name="mailingPurpose"):
    """Choose an entry of a drop-down as a user does."""
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def figures(dialog):
    return [figure.text() for figure in dialog._figures]


def test_a_mailing_list_leaves_out_who_suspended(desk, hana, ken, page, settled, tmp_path):
    purposes.suspend(desk, ken, ["notices"], ground="by telephone")
    page.bench.mailing()
    settled()
    dialog = page.findChild(QDialog, "mailingDialog")
    choose(dialog, "service")
    settled()
    assert figures(dialog) == ["2", "0"]
    choose(dialog, "notices")
    settled()
    assert figures(dialog) == ["1", "1"]
    dialog.verb.click()
    save_to(page, tmp_path / "notices.xlsx")
    settled()
    assert [row[1] for row in rows_of(tmp_path / "notices.xlsx")] == ["氏名", "山田 花子"]


def test_advertising_by_mail_goes_to_those_who_consented(desk, hana, ken, page, settled, tmp_path):
    purposes.consent(desk, ken, ["news"])
    page.bench.mailing()
    settled()
    dialog = page.findChild(QDialog, "mailingDialog")
    assert dialog._figures[0].text() == "1"
    dialog.findChild(QCheckBox, "mailingConsented").click()
    assert dialog._figures[0].text() == "2"
    dialog.findChild(QCheckBox, "mailingConsented").click()
    dialog.verb.click()
    save_to(page, tmp_path / "news.xlsx")
    settled()
    assert [row[1] for row in rows_of(tmp_path / "news.xlsx")] == ["氏名", "髙橋 健"]


def test_labels_are_drawn_for_those_with_a_postal_address(desk, hana, ken, page, settled, tmp_path):
    page.bench.mailing()
    settled()
    dialog = page.findChild(QDialog, "mailingDialog")
    assert not dialog._labels.isVisible()
    choose(dialog, "labels", "mailingFormat")
    settled()
    assert figures(dialog) == ["2", "0"]
    choose(dialog, "a4_12", "mailingSheet")
    choose(dialog, "12", "mailingStart")
    dialog.verb.click()
    settled()
    shown = page.findChild(QDialog, "labelsPage")
    assert (shown._labels.count, shown._labels.sheets) == (1, 1)
    shown.findChild(QPushButton, "labelsSave").click()
    save_to(page, tmp_path / "labels.pdf")
    assert "山田花子様" in text_of((tmp_path / "labels.pdf").read_bytes())


def test_the_list_is_exported_for_a_purpose(desk, hana, ken, page, settled, tmp_path):
    purposes.suspend(desk, ken, ["billing"], ground="by telephone")
    for code, names in (("billing", ["山田 花子"]), ("service", ["髙橋 健", "山田 花子"])):
        page.bench.export()
        dialog = page.findChild(QDialog, "exportDialog")
        choose(dialog, code, "exportPurpose")
        dialog.verb.click()
        save_to(page, tmp_path / f"{code}.xlsx")
        settled()
        assert [row[1] for row in rows_of(tmp_path / f"{code}.xlsx")] == ["氏名", *names]


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
@pytest.mark.parametrize("name", ["export", "mailing", "number", "suspend", "lift", "exempt", "label", "drop"])
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
        "suspend": lambda: record.purposes._acts.ask_suspend(record.purposes._model.rows),
        "lift": lambda: record.purposes._acts.ask_lift(["news"]),
        "exempt": lambda: record.purposes._acts.ask_exemption(record.purposes._model.rows[0]),
        "label": lambda: record.purposes._acts.ask_label(record.purposes._model.rows[0]),
        "drop": page.imports.list.pane._ask_drop,
    }[name]()
    settled()
    dialog = page.findChild(QDialog)
    assert dialog.isVisible()
    assert_named(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled()
    assert page.findChild(QDialog) is None
