"""The language changes while the window is open, for our words, Qt's words and the sentences of errors."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from privdesk.domain.errors import DeskError, NumberTaken
from privdesk.gui.translation import LANGUAGES, Translated, language, translated
from privdesk.resources import resource


class Greeting(Translated, QLabel):
    """Says in which language it speaks, and how often it was told."""

    def __init__(self):
        super().__init__()
        self.told = []

    def retranslate(self):
        self.told.append(language())


def test_every_widget_speaks_again_when_the_language_changes(qtbot, translation):
    greeting = Greeting()
    qtbot.addWidget(greeting)
    translation.choose("ja")
    qtbot.waitUntil(lambda: "ja" in greeting.told)
    translation.choose("en")
    qtbot.waitUntil(lambda: greeting.told[-1] == "en")


def test_qt_speaks_japanese_too(qapp, translation):
    translation.choose("ja")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"


def test_the_dialog_for_files_speaks_japanese_throughout(qtbot, translation):
    translation.choose("ja")
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = [part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind) if part.text()]
    assert len(words) >= 5
    assert [text for text in words if text.isascii()] == []


def test_an_error_says_its_sentence_with_its_values(qapp, translation):
    error = NumberTaken(number="A000001")
    assert translated(error) == str(error)
    assert "A000001" in translated(error)


def test_an_error_is_translated_where_a_catalogue_is(qapp, translation):
    if not resource("translations/ja.qm").is_file():
        pytest.skip("catalogues are built by `make translations`")
    translation.choose("ja")
    assert translated(DeskError()) != str(DeskError())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_present_language_is_known(qapp, translation, code):
    translation.choose(code)
    assert language() == code
