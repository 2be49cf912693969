"""The section of the desk's folder: where it lies, whether it is sound, everything as a file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QProgressBar

from privdesk.domain.errors import DeskError
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.dialogs import ExportDialog
from privdesk.gui.office.section import Section
from privdesk.gui.translation import translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import desks, export
from privdesk.operations.desk import Desk
from privdesk.operations.export import Begun, Gathered


class DeskFolder(Section):
    """A check reads every page; an export asks first, because it lies in clear where it is put."""

    name = "folder"
    sign = "folder-open"
    titled = shown("sections", "Desk and data")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        where = QLineEdit(QDir.toNativeSeparators(str(desk.vault.folder)))
        where.setReadOnly(True)
        where.setCursorPosition(0)
        self._where = Field("deskFolder", where)
        self._check = Button("checkDesk", "plain", "shield-check")
        self._about_check = Paragraph(role="small", tone="dim")
        self._sign = Sign("", side=18)
        self._result = Paragraph()
        self._bar = QProgressBar()
        self._bar.setObjectName("checkProgress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._export = Button("exportEverything", "plain", "download")
        self._about_export = Paragraph(role="small", tone="dim")
        self._build()
        self._check.clicked.connect(self.check_desk)
        self._export.clicked.connect(self.ask_to_export)
        self._show("", "", busy=False)
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Where the encrypted data lie, whether they are sound, and how to take them all with you.")

    def check_desk(self) -> None:
        """Look over file, keys and log."""
        self._show(self.tr("Looking over every page …"), "", busy=True)
        self.work.write(self, desks.faults, then=self._show_faults, otherwise=self._show_error)

    def ask_to_export(self) -> None:
        """Ask before everything is written in clear."""
        dialog = ExportDialog(self)
        dialog.wanted.connect(self._ask_file)
        dialog.open()

    def export_to(self, reason: str, numbers: bool, path: str) -> None:
        """Write everything to this file; the bar shows how far it is, and can stop it."""
        self._show(self.tr("Writing everything …"), "", busy=True)

        def gather(begun: Begun) -> None:
            """What lies in clear from now on is in the log already."""
            write = (export.gather, self.desk, begun, Path(path))
            self.work.beside(self, *write, then=self._hand_over, otherwise=self._show_error, long=True)

        begin = partial(export.begin, numbers=numbers)
        self.work.write(self, begin, reason, then=gather, otherwise=self._show_error)

    def focus_first(self) -> None:
        """The first button."""
        self._check.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._where.say(
            self.tr("Folder of this desk"),
            self.tr("Backups are made under Backups; do not copy the folder while the desk is open."),
        )
        self._check.setText(self.tr("Check the desk"))
        self._about_check.setText(self.tr("Reads every page of the file, the keys and the log. May take a minute."))
        self._export.setText(self.tr("Export everything"))
        self._about_export.setText(
            self.tr(
                "A ZIP of tables (CSV, JSON), letters (PDF), mails and attachments that any other program can read."
            )
        )
        self._bar.setAccessibleName(self.tr("Progress"))

    def _build(self) -> None:
        row = line(self._sign, spacing=8)
        row.addWidget(self._result, 1)
        self.column.addWidget(self._where)
        self.column.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for place, button in enumerate((self._check, self._export)):
            grid.addWidget(button, place, 0)
        for place, about in enumerate((self._about_check, self._about_export)):
            grid.addWidget(about, place, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(grid)
        self.column.addSpacing(8)
        self.column.addWidget(self._bar)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _ask_file(self, reason: str, numbers: bool) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self.desk.vault.folder.stem}-{self.desk.today.isoformat()}.zip"
        dialog = QFileDialog(self, self.tr("Export everything"), QDir(folder).filePath(name), "ZIP (*.zip)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(partial(self.export_to, reason, numbers))
        dialog.open()

    def _show_faults(self, faults: Sequence[str]) -> None:
        if faults:
            said = self.tr("Something is wrong. Make a copy of the folder, then restore the newest backup.")
            self._show("\n".join([said, *faults]), "late", busy=False)
        else:
            self._show(self.tr("File, keys and log are sound."), "done", busy=False)

    def _hand_over(self, gathered: Gathered) -> None:
        self.work.write(self, export.hand_over, gathered, then=self._show_file, otherwise=self._show_error)

    def _show_file(self, path: Path) -> None:
        self._show(self.tr("Everything is in {file}.").format(file=path.name), "done", busy=False)

    def _show_error(self, error: DeskError) -> None:
        self._show(translated(error), "late", busy=False)

    def _show(self, sentence: str, tone: str, *, busy: bool) -> None:
        self._result.setText(sentence)
        self._result.set_tone(tone)
        self._sign.set_sign({"late": "triangle-alert", "done": "circle-check"}.get(tone, ""), tone or "dim")
        self._bar.setVisible(busy)
        for button in (self._check, self._export):
            button.setEnabled(not busy)
