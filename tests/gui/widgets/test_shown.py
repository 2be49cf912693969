"""What the user looks at: bars, clocks, steps, tiles, texts, dialogs, wizards, PDFs."""

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from privdesk.domain.decision import Decision
from privdesk.domain.letter import LetterState
from privdesk.domain.person import Status
from privdesk.domain.procedure import State
from privdesk.domain.purpose import Stand
from privdesk.gui.theme import Look
from privdesk.gui.widgets.barcard import BarCard
from privdesk.gui.widgets.barplot import Series, axis_marks
from privdesk.gui.widgets.chip import SIGNS, TONES, Chip, chip
from privdesk.gui.widgets.clockcard import ClockCard
from privdesk.gui.widgets.dialog import Dialog, Question
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.page import Filters
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.stepper import Stepper
from privdesk.gui.widgets.text import OneLine, Paragraph, Text, plain
from privdesk.gui.widgets.tile import Tile
from privdesk.gui.widgets.wizard import Wizard, WizardPage

MONTHS = ("Dec", "Jan", "Feb")
SERIES = (Series("Transactions", (40, 0, 160)), Series("Accounts", (12, 20, 45)))


@pytest.fixture
def bars(qtbot, theme):
    bars = BarCard("bars")
    bars.set_bars("Due in the next months", MONTHS, SERIES)
    qtbot.addWidget(bars)
    bars.resize(800, 360)
    bars.show()
    return bars


@pytest.mark.parametrize(
    ("highest", "marks"),
    [(0, [0, 1]), (1, [0, 1]), (4, [0, 1, 2, 3, 4]), (205, [0, 100, 200, 300]), (1000, [0, 500, 1000])],
)
def test_the_axis_has_round_figures(highest, marks):
    assert axis_marks(highest) == marks


def test_a_bar_is_as_high_as_its_figure(bars):
    parts = bars.chart.plot.parts(bars.chart.rect().toRectF())
    assert (1, 0) not in parts
    assert parts[2, 0].height() == pytest.approx(parts[0, 0].height() * 4, rel=0.05)
    assert parts[0, 1].bottom() < parts[0, 0].top() + 1


def test_a_click_asks_for_what_the_part_counts(qtbot, bars):
    part = bars.chart.plot.parts(bars.chart.rect().toRectF())[2, 1]
    with qtbot.waitSignal(bars.chart.part_wanted) as wanted:
        qtbot.mouseClick(bars.chart, Qt.MouseButton.LeftButton, pos=part.center().toPoint())
    assert wanted.args == [2, 1]
    with qtbot.assertNotEmitted(bars.chart.part_wanted):
        qtbot.mouseClick(bars.chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_keyboard_walks_over_the_parts(qtbot, bars):
    chart = bars.chart
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
    assert chart.said() == "Feb, Accounts: 45 of 205"
    assert chart.accessibleName() == chart.said()
    with qtbot.waitSignal(chart.part_wanted) as wanted:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert wanted.args == [2, 1]


def test_the_same_figures_stand_in_a_table(qtbot, bars):
    qtbot.mouseClick(bars._switch, Qt.MouseButton.LeftButton)
    table = bars._table
    assert table.isVisible()
    model = table.model()
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert cells == [["Dec", "40", "12", "52"], ["Jan", "0", "20", "20"], ["Feb", "160", "45", "205"]]
    bars.set_bars("Others", ["Dec"], [Series("Cards", (3,))])
    assert bars._table.isVisible()
    assert bars._table.model().rowCount() == 1


def test_the_chart_is_printed_on_white(tmp_path, bars, theme):
    theme.choose(Look.DARK)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "bars.pdf"))
    bars.print_to(printer)
    pdf = QPdfDocument()
    pdf.load(str(tmp_path / "bars.pdf"))
    text = pdf.getAllText(0).text()
    assert "Due in the next months" in text
    assert "Transactions" in text
    pdf.close()


def test_an_empty_chart_draws_its_axis(qtbot, bars):
    bars.set_bars("Nothing", MONTHS, [Series("None", (0, 0, 0))])
    assert bars.chart.plot.parts(bars.chart.rect().toRectF()) == {}
    assert not bars.grab().isNull()


def test_a_clock_tells_its_reason_on_request(qtbot, theme):
    clock = ClockCard("policy")
    qtbot.addWidget(clock)
    clock.set_clock("Policy", "2 days late", "2026-11-20 Fri", "Arrived on Nov 16, four working days.", "late")
    clock.show()
    assert not clock._reason.isVisible()
    assert clock._sign.isVisible()
    qtbot.mouseClick(clock._why, Qt.MouseButton.LeftButton)
    assert clock._reason.isVisible()
    clock.set_clock("Day 14", "8 days", "2026-11-30 Mon")
    assert not clock._reason.isVisible()
    assert not clock._why.isVisible()
    assert clock.accessibleName() == "Day 14: 8 days, 2026-11-30 Mon"


def test_steps_are_said(qtbot, theme):
    stepper = Stepper("states")
    qtbot.addWidget(stepper)
    stepper.set_steps(["Arrived", "Checked", "Answered"], 1)
    assert stepper.accessibleName() == "Step 2 of 3: Checked"
    stepper.set_steps(["Arrived", "Checked", "Answered"], 3)
    assert "done" in stepper.accessibleName()
    assert not stepper.grab().isNull()


def test_a_tile_is_a_link(qtbot, theme):
    tile = Tile("overdue")
    qtbot.addWidget(tile)
    tile.set_tile("Overdue", "128", "96 wait for approval", "late")
    tile.show()
    assert tile.accessibleName() == "Overdue: 128, 96 wait for approval"
    for press in (
        lambda: qtbot.mouseClick(tile, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(tile, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(tile.clicked):
            press()


def test_the_same_word_has_the_same_colour(qtbot, theme):
    assert chip("suspended", "Suspended").tone == "late"
    assert chip("disclosure", "Disclosure").tone == "accent"
    assert set(TONES.values()) == {"neutral", "accent", "late", "soon", "done"}
    assert chip("opted_out", "Opted out").tone == "soon"
    shown = Chip(chip("late", "Late"))
    qtbot.addWidget(shown)
    assert shown.accessibleName() == "Late"
    assert not shown.grab().isNull()


def test_every_state_has_its_colour_and_no_colour_is_for_nothing():
    codes = {str(code) for kind in (State, Decision, Stand, Status, LetterState) for code in kind}
    assert TONES.keys() == codes | {"draft", "held", "late", "soon", "done"}
    assert SIGNS.keys() <= TONES.keys()


@pytest.mark.parametrize("kind", [Text, Paragraph, OneLine])
def test_foreign_words_are_never_markup(qtbot, theme, kind):
    label = kind("<b>渡邉</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in plain(label.text())
    assert not label.grab().isNull()


def test_a_paragraph_grows_with_its_words(qtbot, theme):
    label = Paragraph("one")
    qtbot.addWidget(label)
    low = label.heightForWidth(200)
    label.setText("many words " * 30)
    assert label.heightForWidth(200) > 5 * low
    assert label.heightForWidth(600) < label.heightForWidth(200)


def test_one_line_offers_what_was_cut(qtbot, theme):
    label = OneLine("見本商事 プライバシー窓口")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_one_filter_is_on(qtbot, theme):
    filters = Filters("states")
    qtbot.addWidget(filters)
    filters.set_filters({"new": "New 2", "open": "Open 3"})
    assert filters.current() == "new"
    with qtbot.waitSignal(filters.chosen) as told:
        filters.choose("open")
    assert told.args == ["open"]
    filters.set_filters({"new": "New 1", "open": "Open 4", "done": "Done"})
    assert filters.current() == "open"
    filters.set_filters({"done": "Done"})
    assert filters.current() == "done"


def test_a_dialog_answers_by_its_signal_and_goes(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    for key, signal in ((Qt.Key.Key_Return, "accepted"), (Qt.Key.Key_Escape, "rejected")):
        told = []
        dialog = Question("ask", parent, ("Approve?", "It cannot be changed later.", "Approve"))
        getattr(dialog, signal).connect(lambda told=told, signal=signal: told.append(signal))
        dialog.destroyed.connect(lambda _=None, told=told: told.append("gone"))
        dialog.open()
        dialog.show_wrong("<i>wrong</i>")
        assert dialog._wrong.isVisible()
        qtbot.keyClick(dialog, key)
        qtbot.waitUntil(lambda told=told, signal=signal: told == [signal, "gone"])


def test_what_destroys_is_not_done_by_enter(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = Question("erase", parent, ("Erase?", "", "Erase"), danger=True)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.reject()


def test_a_dialog_without_a_choice_has_one_button(qtbot, theme):
    class Note(Dialog):
        def retranslate(self):
            self.say("Note", "text", "Close")

    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    note = Note("note", parent, choice=False)
    note.retranslate()
    note.open()
    assert not note._cancel.isVisible()
    assert note.verb.text() == "Close"
    note.close()


class Step(WizardPage):
    """A page that wants a word before it lets go."""

    def __init__(self, name):
        super().__init__(name)
        self.field = Field(f"{name}Word")
        self.field.edited.connect(self.ready_changed)
        self.column.addWidget(self.field)

    def title(self):
        return self.objectName()

    def ready(self):
        return bool(self.field.text())

    def leave(self):
        return self.field.text() != "stay"

    def retranslate(self):
        self.field.say("Word")


def test_a_wizard_goes_forth_and_back_and_loses_nothing(qtbot, theme, assert_named):
    steps = [Step("language"), Step("office")]
    for step in steps:
        step.retranslate()
    wizard = Wizard("start", steps)
    qtbot.addWidget(wizard)
    wizard.show()
    assert not wizard._next.isEnabled()
    qtbot.keyClicks(steps[0].field.editor, "stay")
    wizard._next.click()
    assert wizard.place == 0
    steps[0].field.set_text("ja")
    wizard._next.click()
    assert wizard.place == 1
    wizard._back.click()
    assert steps[0].field.text() == "ja"
    wizard.go_on()
    qtbot.keyClicks(steps[1].field.editor, "Mihon")
    assert_named(wizard)
    with qtbot.waitSignal(wizard.finished):
        wizard._next.click()
    with qtbot.waitSignal(wizard.left):
        wizard._cancel.click()


@pytest.fixture
def pdf(qtbot, theme, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "letter.pdf"))
    printer.setPageSize(QPageSize(QSizeF(210, 297), QPageSize.Unit.Millimeter))
    label = QLabel("a letter")
    qtbot.addWidget(label)
    label.render(printer)
    return (tmp_path / "letter.pdf").read_bytes()


def test_a_pdf_is_shown_from_memory_and_printed(qtbot, pdf, tmp_path):
    view = PdfView("letter")
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_pdf(pdf)
    assert view.document.pageCount() == 1
    assert view._pages.text() == "Page 1 of 1"
    before = view._view.zoomFactor()
    view._larger.click()
    assert view._view.zoomFactor() != before
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(view.printed):
        view.print_to(printer)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    view.show_pdf(b"")
    assert view.document.pageCount() == 0
    assert not view._print.isEnabled()
