"""The language of the window: chosen by the user, changed while the program runs, independent of the letters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from privdesk.domain.deskerror import DeskError
from privdesk.domain.shown import shown
from privdesk.resources import resource

LANGUAGES = {"ja": "日本語", "en": "English"}

# What Qt's own catalogue lacks of the dialogs for files and for printing; ours has it, under Qt's names.
QT_LACKS = (
    shown("QFileDialog", "&Look in:"),
    shown("QFileDialog", "Files of &type:"),
    shown("QAbstractFileIconProvider", "Drive"),
    shown("QAbstractFileIconProvider", "Folder"),
    shown("QPrintSettingsOutput", "Double Sided Printing"),
    shown("QPrintSettingsOutput", "Off"),
    shown("QPrintSettingsOutput", "Long side binding"),
    shown("QPrintSettingsOutput", "Short side binding"),
    shown("QPrintSettingsOutput", "Pages"),
    shown("QPrintSettingsOutput", "Page &Set:"),
    shown(
        "QPrintSettingsOutput",
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
    ),
)

# A mixin for every kind of widget; the type checker sees it as the widget that it is mixed into.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Translation:
    """Installs the catalogues of one language: our own words and Qt's."""

    def __init__(self, app: QApplication, language: str = "") -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.choose(language or system_language())

    def choose(self, language: str) -> None:
        """Show every word in `language` (`ja` or `en`) from now on."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        QLocale.setDefault(QLocale(language))
        folders = {
            f"qtbase_{language}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
            language: str(resource("translations")),
        }
        self._installed = []
        for name, folder in folders.items():
            translator = QTranslator(self._app)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        # Where a catalogue is missing the words still have to be read again.
        for window in self._app.topLevelWidgets():
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))


class Translated(_Widget):
    """Mixed in before the widget class: says its words in `retranslate`, again at each change of language."""

    def retranslate(self) -> None:
        """Set every word that this widget shows."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Say all words again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def system_language() -> str:
    """The language of the PC, English where we do not have it."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


def language() -> str:
    """The present language of the window, `ja` or `en`."""
    return QLocale().name()[:2]


def words(context: str, text: str) -> str:
    """A text marked with `shown(context, text)`, in the present language."""
    return QCoreApplication.translate(context, text)


def translated(error: DeskError) -> str:
    """The sentence of an error in the present language, its values filled in."""
    return words("errors", error.sentence).format(**error.values)
