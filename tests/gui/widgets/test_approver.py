"""The second person at the actor's dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from privdesk.gui.widgets.approver import ApproverDialog


@pytest.fixture
def dialog(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = ApproverDialog(parent, "Refusal of R8-0041")
    dialog.open()
    yield dialog
    parent.close()


def test_login_and_password_are_handed_over_and_the_field_is_empty(qtbot, dialog):
    assert not dialog.verb.isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "approverLogin"), "tanaka")
    password = dialog.findChild(QLineEdit, "approverPassword")
    qtbot.keyClicks(password, "three paper lanterns")
    with qtbot.waitSignal(dialog.approval_wanted) as wanted:
        qtbot.keyClick(password, Qt.Key.Key_Return)
    assert wanted.args == ["tanaka", "three paper lanterns"]
    assert password.text() == ""
    assert dialog.isVisible()


def test_a_refusal_is_said_and_the_password_typed_again(qtbot, dialog):
    dialog.show_wrong("The login or the password is not right.")
    assert "not right" in " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_has_names_in_both_languages(dialog, translation, assert_named, language):
    translation.choose(language)
    assert_named(dialog)
