"""What is copied does not stay."""

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit

from privdesk.gui.clipboard import SECONDS, brief_clipboard


def test_a_copy_is_gone_after_ten_seconds(qtbot):
    clipboard, told = brief_clipboard(), []
    clipboard.remaining.connect(told.append)
    clipboard.copy("渡邉 由美子")
    assert QApplication.clipboard().text() == "渡邉 由美子"
    assert QApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"
    for _ in range(SECONDS):
        clipboard._tick()
    assert QApplication.clipboard().text() == ""
    assert told == [*range(SECONDS, -1, -1)]


def test_a_copy_out_of_a_field_stays_no_longer(qtbot, monkeypatch):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)  # as on every screen that is one
    clipboard, field = brief_clipboard(), QLineEdit("渡邉 由美子")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == "渡邉 由美子"
    assert QApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"
    for _ in range(SECONDS):
        clipboard._tick()
    assert QApplication.clipboard().text() == ""


def test_what_is_marked_goes_with_the_rest(qtbot, monkeypatch):
    cleared = []
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _: True)  # offscreen there is none
    monkeypatch.setattr(QClipboard, "clear", lambda _, mode=QClipboard.Mode.Clipboard: cleared.append(mode))
    brief_clipboard().clear()
    assert cleared == [QClipboard.Mode.Selection]


def test_somebody_elses_copy_stays(qtbot):
    clipboard = brief_clipboard()
    clipboard.copy("ours")
    QApplication.clipboard().setText("theirs")
    clipboard.clear()
    assert QApplication.clipboard().text() == "theirs"


def test_one_clipboard_for_the_application(qapp):
    assert brief_clipboard() is brief_clipboard()
