"""A new password: judged while it is typed, or suggested, shown in clear and taken over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from privdesk.gui.newpassword import NewPassword
from privdesk.gui.suggestion import SuggestionDialog
from privdesk.gui.widgets.button import Button


@pytest.fixture
def pair(qtbot, theme):
    """The two fields."""
    made = NewPassword("newPassword", frozenset())
    qtbot.addWidget(made)
    made.show()
    return made


def strength(pair):
    return pair._meter.accessibleName().rpartition(": ")[2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Empty"), ("privdesk", "Very weak"), ("sunny river", "Weak"), ("blue river stone house", "Good")],
)
def test_the_meter_says_what_the_rules_say(qtbot, pair, typed, said):
    qtbot.keyClicks(pair._first.editor, typed)
    assert strength(pair) == said


def test_a_suggestion_fills_both_fields(qtbot, pair):
    pair.findChild(Button, "newPasswordSuggest").click()
    dialog = pair.findChild(SuggestionDialog)
    shown = dialog.findChild(QLabel, "suggestedPassword")
    first = shown.text()
    dialog.findChild(Button, "suggestAnother").click()
    assert shown.text() != first
    suggested = shown.text()
    with qtbot.waitSignal(pair.edited):
        qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert pair.password() == suggested
    assert pair.check()
    assert strength(pair) == "Strong"


def test_a_suggestion_that_is_left_fills_nothing(qtbot, pair):
    pair.findChild(Button, "newPasswordSuggest").click()
    pair.findChild(SuggestionDialog).reject()
    assert pair.password() == ""


def test_everything_has_a_name(qtbot, pair, assert_named):
    assert_named(pair)
    pair.findChild(Button, "newPasswordSuggest").click()
    assert_named(pair.findChild(SuggestionDialog))
