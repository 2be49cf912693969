"""The report of a month: drawn when asked for, looked at, printed and saved as it shows."""

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog

from privdesk.domain.log import code_typed
from privdesk.operations import log
from tests.operations.looking import log as entries


@pytest.fixture
def report(reader):
    """The manager at the monthly report."""
    reader.turn_to("report")
    return reader


def drawn(report, month="2026-11"):
    box = report.page.findChild(QComboBox, "logMonth")
    box.setCurrentIndex(box.findData(month))
    report.press("logReportDraw")
    return report.page.report.pages.document


def text(document: QPdfDocument) -> str:
    return "".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_the_last_whole_month_is_proposed_and_nothing_is_drawn_unasked(desk, report):
    box = report.page.findChild(QComboBox, "logMonth")
    assert (box.currentData(), box.itemText(0)) == ("2026-10", "November 2026")
    assert "log.report" not in [act for act, _ in entries(desk)]
    assert "print" not in report.page.commands()


def test_it_says_who_did_what_how_often_and_bears_a_code_that_holds(desk, report):
    said = text(drawn(report))
    assert entries(desk)[-1] == ("log.report", "log")
    for words in ("Log: monthly report", "見本商事株式会社", "Opened the record", "Was refused", "森 一郎"):
        assert words in said
    (line,) = [line for line in said.splitlines() if "·" in line]
    assert log.compare(desk, str(code_typed(line))).name == "SAME"


def test_a_month_without_entries_says_so(report):
    assert "Nothing was logged on these days." in text(drawn(report, "2026-03"))


def test_it_is_in_the_language_of_the_window(report, translation):
    translation.choose("ja")
    assert "月次報告" in text(drawn(report))


def test_it_is_printed_and_saved_as_it_shows(report, tmp_path):
    pages = drawn(report).pageCount()
    assert {"print", "save"} <= report.page.commands().keys()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    report.page.report.pages.print_to(printer)
    report.page.commands()["save"]()
    dialog = report.page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("log-report-2026-11.pdf")
    dialog.fileSelected.emit(str(tmp_path / "saved.pdf"))
    dialog.reject()
    for name in ("printed.pdf", "saved.pdf"):
        document = QPdfDocument()
        document.load(str(tmp_path / name))
        assert document.pageCount() == pages
