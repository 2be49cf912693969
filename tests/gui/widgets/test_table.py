"""Lists: what a cell shows, how the user moves, sorts, copies and arranges, and what stands where nothing is."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from privdesk.domain.office import ZONE
from privdesk.gui.faults import Faults
from privdesk.gui.state import WindowState
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.page import Filters
from privdesk.gui.widgets.rows import CHIPS, ROW, SIGN, TONE, Column, RowsModel
from privdesk.gui.widgets.table import Table


@dataclass(frozen=True)
class Row:
    number: str
    name: str
    late: bool = False


COLUMNS = (
    Column[Row]("number", "Number", lambda row: row.number, 90, sortable=True),
    Column[Row]("name", "Name", lambda row: row.name, 120, stretch=True, sortable=True),
    Column[Row]("count", "Count", lambda row: "1,234", 80, right=True, minor=True),
    Column[Row](
        "due",
        "Due",
        lambda row: "late" if row.late else "",
        100,
        tone=lambda row: "late" if row.late else "",
        sign=lambda row: "octagon-alert" if row.late else "",
        chips=lambda row: [ChipFace("late", "late")] if row.late else [],
        tooltip=lambda row: "<script>" if row.late else "",
    ),
    Column[Row]("note", "Note", lambda row: "hidden", hidden=True),
)
ROWS = [Row("1", "渡邉 由美子", late=True), Row("2", "田中\n恵"), Row("3", "Maria de la Cruz")]


@pytest.fixture
def model(qapp):
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    return model


@pytest.fixture
def table(qtbot, theme, model):
    table = Table("people", model)
    qtbot.addWidget(table)
    table.setAccessibleName("People")
    table.resize(600, 300)
    table.show()
    return table


def test_the_model_keeps_what_qt_expects(qtmodeltester, model):
    qtmodeltester.check(model, force_py=True)


def test_a_cell_gives_words_row_tone_sign_and_chips(model):
    cell = model.index(0, 3)
    assert cell.data() == "late"
    assert cell.data(ROW) is ROWS[0]
    assert (cell.data(TONE), cell.data(SIGN)) == ("late", "octagon-alert")
    assert cell.data(CHIPS) == (ChipFace("late", "late"),)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "<span>&lt;script&gt;</span>"
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert "渡邉" in model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_column_draws(table):
    table.selectRow(0)
    assert not table.grab().isNull()


def test_the_next_page_is_asked_for_once(qtbot, model):
    model.set_rows(ROWS, more=True)
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(model.index(-1, -1))
    assert not model.canFetchMore(model.index(-1, -1))
    model.add_rows([Row("4", "d")], more=True)
    assert model.rowCount() == 4
    assert model.canFetchMore(model.index(-1, -1))


def test_keys_walk_and_open(qtbot, table):
    table.select(0)
    with qtbot.waitSignal(table.row_selected) as told:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told.args == [ROWS[1]]
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_a_row_that_has_just_come_is_brought_into_sight(table, model):
    model.set_rows([Row(str(n), "") for n in range(200)])
    table.select(150)
    assert table.viewport().rect().contains(table.visualRect(model.index(150, 0)))


def test_copy_takes_the_selected_rows_as_a_table(qtbot, table):
    table.select(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t") for line in lines] == [
        ["Number", "Name", "Count", "Due"],
        ["2", "田中 恵", "1,234", ""],
        ["3", "Maria de la Cruz", "1,234", ""],
    ]


def test_a_click_on_a_title_asks_the_query_to_sort(qtbot, table):
    asked = []
    table.sort_wanted.connect(lambda name, descending: asked.append((name, descending)))
    header = table.horizontalHeader()
    for _ in range(3):
        at = QPoint(header.sectionViewportPosition(1) + 10, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    at = QPoint(header.sectionViewportPosition(2) + 10, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [("name", False), ("name", True), ("name", False)]


def test_columns_are_chosen_and_remembered(qtbot, table, state, model):
    table.remember(state)
    menu = table.chooser.menu()
    actions = {action.objectName(): action for action in menu.actions()}
    assert not actions["note"].isChecked()
    actions["note"].trigger()
    actions["due"].trigger()
    menu.close()
    header = table.horizontalHeader()
    header.resizeSection(0, 150)
    header.moveSection(0, 1)
    table.chooser._keep()
    again = Table("people", model)
    qtbot.addWidget(again)
    again.remember(WindowState())
    header = again.horizontalHeader()
    assert not header.isSectionHidden(4)
    assert header.isSectionHidden(3)
    assert header.visualIndex(0) == 1
    assert header.sectionSize(0) == 150
    again.chooser.reset()
    assert header.isSectionHidden(4)
    assert header.visualIndex(0) == 0
    assert header.sectionSize(0) == 90


def test_columns_share_the_room_and_minor_ones_give_way(table):
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    table.resize(330, 300)
    assert header.isSectionHidden(2)
    table.resize(600, 300)
    assert not header.isSectionHidden(2)


def test_where_nothing_is_the_first_step_is_offered(qtbot, theme):
    model, empty = RowsModel(COLUMNS), Empty()
    empty.say("No customers yet", "Import a table, or enter the first one.", "Enter a customer")
    table = Table("people", model, empty)
    qtbot.addWidget(table)
    table.show()
    assert empty.isVisible()
    with qtbot.waitSignal(empty.step_wanted):
        empty._button.click()
    model.set_rows(ROWS)
    assert not empty.isVisible()


def test_several_rows_are_selected_in_the_order_of_the_list(qtbot, table):
    table.select(2)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected() == ROWS[1:]


def test_the_order_comes_back_in_the_next_sitting(qtbot, theme, table, state):
    table.remember(state)
    table.chooser._sort(1)
    table.chooser._sort(1)
    again = Table("people", RowsModel(COLUMNS))
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.sort_wanted) as asked:
        again.remember(WindowState())
    assert asked.args == ["name", True]
    state.choose("sort/people", "count down")
    with qtbot.assertNotEmitted(again.sort_wanted, wait=20):
        again.remember(WindowState())


def test_the_filter_comes_back_in_the_next_sitting(qtbot, theme, state):
    words = {"all": "All", "left": "Left"}
    made = [Filters("peopleFilters") for _ in range(3)]
    for filters in made:
        qtbot.addWidget(filters)
        filters.set_filters(words)
    first, again, without = made
    first.remember(state)
    first.choose("left")
    with qtbot.waitSignal(again.chosen):
        again.remember(WindowState())
    assert again.current() == "left"
    state.choose("peopleFilters", "gone")
    without.remember(WindowState())
    assert without.current() == "all"


def test_a_fault_in_a_cell_is_told_and_kills_nothing(qtbot, theme, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(kind))
    late = datetime.max.replace(tzinfo=UTC)
    columns = (
        # raised by C, which PySide does not survive in an override of ours
        Column[Row]("day", "Day", lambda row: late.astimezone(ZONE).isoformat()),
        Column[Row]("due", "Due", lambda row: row.name, chips=lambda row: [ChipFace(int("late"), "late")]),
        Column[Row]("name", "Name", lambda row: row.name),
    )
    model = RowsModel(columns)
    model.set_rows(ROWS[:1])
    table = Table("people", model)
    qtbot.addWidget(table)
    table.show()
    table.grab()
    assert {OverflowError, ValueError} <= set(told)
    assert [model.index(0, column).data() for column in range(3)] == [None, ROWS[0].name, ROWS[0].name]


def test_an_interrupt_is_no_fault(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *_: pytest.fail("told"))
    with pytest.raises(KeyboardInterrupt), Faults():
        raise KeyboardInterrupt
