"""What is copied does not stay."""

from PySide6.QtWidgets import QApplication

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


def test_somebody_elses_copy_stays(qtbot):
    clipboard = brief_clipboard()
    clipboard.copy("ours")
    QApplication.clipboard().setText("theirs")
    clipboard.clear()
    assert QApplication.clipboard().text() == "theirs"


def test_one_clipboard_for_the_application(qapp):
    assert brief_clipboard() is brief_clipboard()
