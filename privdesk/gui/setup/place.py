"""First page: the language, and where the desk's folder goes."""

import os
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from privdesk.gui.deskfolder import Risk, risk
from privdesk.gui.translation import LANGUAGES, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, on_ground, scrolled
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.guidedpage import GuidedPage
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph


class PlacePage(GuidedPage):
    """`language_chosen` at once when another language is chosen."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("setupPlace")
        names = Choice()
        for code, name in LANGUAGES.items():
            names.addItem(name, code)
        self._language = Field("setupLanguage", names)
        self._language.set_text(language())
        self._folder = Field("setupFolder", QLineEdit())
        self._folder.set_text(QDir.toNativeSeparators(_usual_folder()))
        self._choose = Button("setupChooseFolder", "plain", "folder-open")
        self._keeps = Paragraph(role="small", tone="dim")
        self._warning = Paragraph(tone="soon")
        self._band = QWidget()
        self._build()
        self._language.edited.connect(self._take_language)
        self._folder.edited.connect(self._show_risk)
        self._choose.clicked.connect(self._ask)
        self.retranslate()

    def parent_folder(self) -> Path:
        """The folder in which the desk's own folder will be made."""
        return Path(self._folder.text().strip()).expanduser()

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("A new desk for your office")

    def text(self) -> str:
        """What comes."""
        return self.tr("Five short pages. Have a printer and an envelope at hand: one page has to be printed.")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Place")

    def leave(self) -> bool:
        """A desk needs a folder that is there and can be written."""
        folder = self.parent_folder()
        if _risk(folder) is Risk.NETWORK:
            return False  # the band says why
        if folder.is_absolute() and folder.is_dir() and os.access(folder, os.W_OK):
            return True
        self._folder.show_wrong(
            lambda: self.tr("Nothing can be written there. Choose a folder that exists on this PC.")
        )
        self._folder.editor.setFocus()
        return False

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._language.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._language.say(self.tr("Language of the window"), self.tr("Letters follow the customer's language."))
        hint = self.tr("The desk becomes a folder in there, named after the office. Everything in it is encrypted.")
        self._folder.say(self.tr("Where the desk lies"), hint)
        self._choose.setText(self.tr("Choose a folder"))
        self._keeps.setText(
            self.tr("One PC at a time can open a desk. Moving it later to another PC is simply moving its folder.")
        )
        self._show_risk()

    def _build(self) -> None:
        on_ground(self._band, "band-soon")
        inside = QVBoxLayout(self._band)
        inside.setContentsMargins(12, 8, 12, 8)
        row = line(Sign("triangle-alert", "soon"), spacing=10)
        row.addWidget(self._warning, 1)
        inside.addLayout(row)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(16)
        column.addWidget(self._language)
        column.addWidget(self._folder)
        column.addLayout(line(self._choose, None))
        column.addWidget(self._band)
        column.addWidget(self._keeps)
        column.addStretch(1)
        self.column.addWidget(scrolled(column, "setupPlaceScroll"))

    def _take_language(self) -> None:
        self.language_chosen.emit(self._language.text())

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), str(self.parent_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def _take_folder(self, path: str) -> None:
        self._folder.set_text(QDir.toNativeSeparators(path))
        self._show_risk()

    def _show_risk(self) -> None:
        said = {
            Risk.SYNC: self.tr(
                "This folder is copied to other places by a sync program, which can damage a desk while it is open. "
                "A folder that stays on this PC is safer."
            ),
            Risk.REMOVABLE: self.tr(
                "This looks like a USB stick. Pulled out at the wrong moment, or lost, it takes the desk with it. "
                "A folder on this PC is safer."
            ),
            Risk.NETWORK: self.tr(
                "This folder lies on the network, where a broken connection damages a desk. Choose a folder on this PC."
            ),
        }
        found = _risk(self.parent_folder())
        self._warning.setText(said[found] if found else "")
        self._band.setVisible(found is not None)


def _risk(folder: Path) -> Risk | None:
    return risk(folder, bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode())


def _usual_folder() -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if QDir(documents).exists() else QDir.homePath()
