"""A new recovery sheet, printed first and then typed back."""

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.sheetgroups import SheetGroups
from privdesk.gui.translation import translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, scrolled
from privdesk.gui.widgets.guidedpage import GuidedPage
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desks import Sheet
from privdesk.operations.recovery_sheet import save

_PAPER, _TYPING = 0, 1


class SheetPage(GuidedPage):
    """`draw_wanted` asks for the sheet's page in the present language; `show_pdf` takes it."""

    draw_wanted = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__("setupSheet")
        self._sheet = sheet
        self._content = b""
        self._on_paper = False
        self._view = PdfView("sheetView")
        self._why = Paragraph()
        self._care = Paragraph(role="small", tone="dim")
        self._save = Button("sheetSave", "plain", "save")
        self._print = Button("sheetPrint", "plain", "printer")
        self._told = Paragraph(role="small", tone="done")
        self._ask = Paragraph()
        self._groups = SheetGroups(sheet)
        self._slip = Paragraph(tone="late")
        self._again = Button("sheetAgain", "link")
        self._parts = QStackedWidget()
        self._parts.addWidget(self._paper())
        self._parts.addWidget(self._typing())
        self.column.addWidget(self._parts, 1)
        self.show_pdf(b"")
        self._save.clicked.connect(self._ask_file)
        self._print.clicked.connect(self._view.ask_printer)
        self._view.printed.connect(lambda: self._put_on_paper(self.tr("The sheet went to the printer.")))
        self._groups.edited.connect(self._show_slips)
        self._again.clicked.connect(lambda: self._parts.setCurrentIndex(_PAPER))
        self._parts.currentChanged.connect(self.focus_first)
        self.retranslate()

    def show_pdf(self, content: bytes) -> None:
        """Show the drawn sheet."""
        self._content = content
        self._view.show_pdf(content)
        for button in (self._print, self._save):
            button.setEnabled(bool(content))
        if self.isVisible() and self._parts.currentIndex() == _PAPER:
            self.focus_first()

    def save_to(self, path: str) -> None:
        """Write the sheet to a file, for its owner's eyes only."""
        try:
            save(self._content, Path(path))
        except DeskError as error:
            self._say(translated(error), "late")
        else:
            self._put_on_paper(self.tr("The sheet was saved. Print it, then delete the file."))

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("The recovery sheet")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Recovery sheet")

    def enter(self) -> None:
        """The office's name may have changed, so the sheet is drawn anew."""
        super().enter()
        self.draw_wanted.emit()

    def leave(self) -> bool:
        """First the sheet must be on paper, then typed back without a slip."""
        if self._parts.currentIndex() == _PAPER:
            if self._on_paper:
                self._parts.setCurrentIndex(_TYPING)
            else:
                self._say(self.tr("Print the sheet first, or save it and print it elsewhere."), "late")
                self._print.setFocus()
            return False
        if not self._groups.wrong():
            return True
        self._groups.mark_wrong()
        self._show_slips(final=True)
        self._groups.focus_first()
        return False

    def focus_first(self) -> None:
        """Put the cursor to what has to be done first."""
        if self._parts.currentIndex() == _TYPING:
            self._groups.focus_first()
        else:
            self._print.setFocus()

    def retranslate(self) -> None:
        """Set all words; the sheet itself is drawn again in the new language."""
        self._why.setText(
            self.tr(
                "If all passwords are lost, this sheet is the only way into the desk. Nobody else can open it, "
                "neither the maker of the program nor a repair service."
            )
        )
        self._care.setText(
            self.tr("Print it, seal it in an envelope, sign across the flap, and lock it away from this PC.")
        )
        self._save.setText(self.tr("Save as PDF"))
        self._print.setText(self.tr("Print"))
        self._ask.setText(
            self.tr("Type the groups as they stand on the paper. This shows that the sheet can be read when it counts.")
        )
        self._again.setText(self.tr("Show the sheet again"))
        self._show_slips()
        if self.isVisible():
            self.draw_wanted.emit()

    def _paper(self) -> QWidget:
        part = QWidget()
        row = line(spacing=20)
        self._view.setFixedWidth(290)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 16, 0)
        beside.setSpacing(12)
        for each in (self._why, self._care, self._print, self._save, self._told):
            beside.addWidget(each)
        beside.addStretch(1)
        row.addWidget(self._view)
        row.addWidget(scrolled(beside, "sheetPaperScroll"), 1)
        part.setLayout(row)
        return part

    def _typing(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(16)
        column.addWidget(self._ask)
        column.addWidget(self._groups)
        column.addWidget(self._slip)
        column.addLayout(line(self._again, None))
        column.addStretch(1)
        return scrolled(column, "sheetTypingScroll")

    def _ask_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("recovery-sheet.pdf")
        dialog = QFileDialog(self, self.tr("Save as PDF"), QDir(folder).filePath(name), "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _put_on_paper(self, said: str) -> None:
        self._on_paper = True
        self._say(said, "done")

    def _say(self, sentence: str, tone: str) -> None:
        self._told.set_tone(tone)
        self._told.setText(sentence)

    def _show_slips(self, *, final: bool = False) -> None:
        wrong = self._groups.wrong()
        if not wrong:
            self._slip.set_tone("done")
            self._slip.setText(self.tr("All groups are right. The sheet works."))
            return
        said = self.tr("Not as on the sheet yet: group {groups}. Compare the characters one by one.")
        self._slip.set_tone("late")
        self._slip.setText(said.format(groups=", ".join(map(str, wrong))) if final else "")
