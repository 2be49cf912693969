"""What is asked before a backup is restored: which one, how it opens, and where the desk goes."""

import os
import re
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QRadioButton

from privdesk.gui.deskfolder import desk_folder
from privdesk.gui.restoring.pathline import PathLine
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.password import PasswordField
from privdesk.gui.widgets.text import Paragraph
from privdesk.gui.widgets.wizard import WizardPage
from privdesk.operations import restores
from privdesk.operations.restores import Unlock

_KINDS = "privdesk (*.privdesk-backup)"
_LOW = 72
# a backup is named after its desk and its instant
_INSTANT = re.compile(r"-\d{8}-\d{6}$")


class WhichPage(WizardPage):
    """The backup's file."""

    def __init__(self) -> None:
        super().__init__("restoreWhich")
        self._file = PathLine("restoreFile", _KINDS)
        self.column.addWidget(self._file)
        self.column.addStretch(1)
        self._file.edited.connect(self.ready_changed)
        self.retranslate()

    def file(self) -> Path:
        """The chosen file."""
        return self._file.path() or Path()

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("Restore a backup")

    def text(self) -> str:
        """What comes."""
        return self.tr("The backup becomes a new desk beside those that are there. Nothing is overwritten.")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Backup")

    def ready(self) -> bool:
        """Whether the file is there."""
        return self.file().is_file()

    def enter(self) -> None:
        """Put the cursor into the field."""
        self._file.field.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._file.say(self.tr("File of the backup"), self.tr("Its name ends in .privdesk-backup."))


class WayPage(WizardPage):
    """A password, or the recovery sheet, of the day on which the backup was made."""

    def __init__(self) -> None:
        super().__init__("restoreWay")
        self._by_password, self._by_sheet = QRadioButton(), QRadioButton()
        self._by_password.setObjectName("restoreByPassword")
        self._by_sheet.setObjectName("restoreBySheet")
        self._ways = QButtonGroup(self)
        self._login = Field("restoreLogin", QLineEdit())
        self._password = Field("restorePassword", PasswordField("restorePassword"))
        self._sheet = Field("restoreSheet", QPlainTextEdit(), self._checked)
        self._sheet.editor.setFixedHeight(_LOW)
        for way in (self._by_password, self._by_sheet):
            self._ways.addButton(way)
        for part in (self._by_password, self._login, self._password, self._by_sheet, self._sheet):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._by_password.setChecked(True)
        self._ways.buttonToggled.connect(self._show_way)
        for field in (self._login, self._password, self._sheet):
            field.edited.connect(self.ready_changed)
        self.retranslate()
        self._show_way()

    def login(self) -> str:
        """Who opens the backup; empty for the sheet, and where there was one user."""
        return self._login.text().strip() if self._by_password.isChecked() else ""

    def way(self) -> Unlock:
        """The way into the backup."""
        if self._by_sheet.isChecked():
            return restores.by_sheet(self._sheet.text())
        return restores.by_password(self.login(), normalize("NFC", self._password.text()))

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("How does it open?")

    def text(self) -> str:
        """Whose password counts."""
        return self.tr("What counts is the day of the backup: a password or a sheet that was changed since is unknown.")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Key")

    def ready(self) -> bool:
        """Whether something was typed."""
        return bool((self._password if self._by_password.isChecked() else self._sheet).text().strip())

    def enter(self) -> None:
        """Put the cursor into the first field."""
        (self._login.editor if self._by_password.isChecked() else self._sheet.editor).setFocus()

    def leave(self) -> bool:
        """A slip in a group of the sheet is pointed to at once."""
        return self._by_password.isChecked() or self._sheet.check()

    def retranslate(self) -> None:
        """Set all words."""
        self._by_password.setText(self.tr("With the password of a manager"))
        self._by_sheet.setText(self.tr("With the recovery sheet"))
        self._login.say(self.tr("User"), self.tr("May be empty where there was only one user."))
        self._password.say(self.tr("Password"))
        self._sheet.say(self.tr("The groups of the sheet"), self.tr("In their order, with spaces or lines between."))

    def _checked(self, text: str) -> str:
        if text.strip():
            restores.by_sheet(text)
        return ""

    def _show_way(self) -> None:
        by_password = self._by_password.isChecked()
        for field in (self._login, self._password):
            field.setVisible(by_password)
        self._sheet.setVisible(not by_password)
        self.ready_changed.emit()


class WherePage(WizardPage):
    """The folder in which the new desk is made, and a newer state of it, if one is at hand."""

    def __init__(self) -> None:
        super().__init__("restoreWhere")
        self._stem = ""
        self._parent = PathLine("restoreParent")
        self._newer = PathLine("restoreNewer")
        self._known = Paragraph(tone="soon")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._parent.set_path(documents)
        self.column.setSpacing(20)
        self.column.addWidget(self._parent)
        self.column.addWidget(self._newer)
        self.column.addWidget(self._known)
        self.column.addStretch(1)
        self.set_known(False)
        self._parent.edited.connect(self.ready_changed)
        self.retranslate()

    def set_backup(self, file: Path) -> None:
        """Name the new folder after the desk in this backup."""
        self._stem = _INSTANT.sub("", file.stem)

    def set_known(self, known: bool) -> None:
        """Say what comes of a desk that this PC knows."""
        self._known.setVisible(known)

    def folder(self) -> Path:
        """The folder that will be made."""
        return desk_folder(self._parent.path() or Path(), self._stem)

    def newer(self) -> Path | None:
        """The folder of a newer state, if one was chosen."""
        return self._newer.path()

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("Where does the desk go?")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Place")

    def next_text(self) -> str:
        """The verb."""
        return self.tr("Restore")

    def ready(self) -> bool:
        """Whether a folder is named."""
        return self._parent.path() is not None

    def enter(self) -> None:
        """Put the cursor into the field."""
        self._parent.field.editor.setFocus()

    def leave(self) -> bool:
        """The folder must be there and can be written."""
        parent = self._parent.path()
        if parent and parent.is_absolute() and parent.is_dir() and os.access(parent, os.W_OK):
            return True
        self._parent.field.show_wrong(
            lambda: self.tr("Nothing can be written there. Choose a folder that exists on this PC.")
        )
        return False

    def retranslate(self) -> None:
        """Set all words."""
        self._parent.say(
            self.tr("Where the desk lies"), self.tr("The desk becomes a new folder in there. Check that there is room.")
        )
        self._newer.say(
            self.tr("A newer desk (optional)"),
            self.tr(
                "If the old desk's folder still opens: suspensions, corrections and disposals since the backup are "
                "taken over from it. Without it they have to be done again."
            ),
        )
        self._known.setText(
            self.tr(
                "This PC knows the desk of this backup. It counts here as an older copy once the backup is restored."
            )
        )
