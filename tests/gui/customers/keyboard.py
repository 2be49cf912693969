"""Typing as a person does: Japanese comes from an input method, the rest key by key."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def write(editor: QWidget, text: str) -> None:
    """Type into an editor that may or may not have the focus."""
    if text.isascii():
        QTest.keyClicks(editor, text)
    else:
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(editor, composed)
