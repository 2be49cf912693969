"""One issued letter: its pages, and what is done with it; shown in the place of the letters and in its case."""

from PySide6.QtCore import Signal

from privdesk.domain.letter import LetterRow, LetterState
from privdesk.domain.text import visible
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.posting import UNSENT, ReturnedDialog, SendDialog, letter_face, service_said, template_said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.chip import Chip
from privdesk.gui.widgets.icon import icon
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import OneLine
from privdesk.operations import letters
from privdesk.operations.desk import Desk


class LetterView(Translated, Card):
    """Shows the very pages that were issued; `request_wanted` with the id of the letter's request."""

    request_wanted = Signal(int)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("letterView")
        self.setMinimumWidth(420)
        self._background = background
        self._desk = desk
        self._law = desk.law_on(desk.today)
        self.row: LetterRow | None = None
        self._pdf = b""
        self._title = OneLine(role="title")
        self._state = Chip()
        self._request = Button("letterRequest", "link", "inbox")
        self._facts = OneLine(role="small", tone="dim")
        self.pages = PdfView("letterPages")
        self.print = Button("letterPrint", "primary", "printer")
        self.save = Button("letterSave", "plain", "download")
        self.sent = Button("letterSent", "plain", "send")
        self.returned = Button("letterReturned", "plain", "undo-2")
        self.column.addLayout(line(self._title, self._state))
        self.column.addLayout(line(self._request, self._facts))
        self.column.addLayout(line(None, self.save, self.returned, self.sent, self.print))
        self.column.addWidget(self.pages, 1)
        self.print.clicked.connect(self.ask_print)
        self.pages.printed.connect(self._note_printed)
        self.save.clicked.connect(self.ask_save)
        self.sent.clicked.connect(self.ask_sent)
        self.returned.clicked.connect(self._ask_returned)
        self._request.clicked.connect(self._want_request)
        self.retranslate()

    def show_letter(self, row: LetterRow) -> None:
        """Show a letter; its pages are read when it is another one, which is logged."""
        another = self.row is None or self.row.id != row.id
        self.row = row
        self.retranslate()
        if another:
            self._set_pdf(b"")
            self._background.write(self, letters.open_letter, row.id, then=self._set_pdf)

    def ask_print(self) -> None:
        """Let the user choose the printer."""
        if self._pdf:
            self.pages.ask_printer()

    def ask_save(self) -> None:
        """Let the user choose where a copy goes."""
        if self.row is not None:
            title, failed = self.tr("Save a copy"), self._background.failed.emit
            savefile.ask(self, title, f"{self.row.number}.pdf", self._pdf, failed, lambda: None)

    def ask_sent(self) -> None:
        """Ask by which service it left, and when."""
        if self.row is not None and self.row.state in UNSENT:
            SendDialog(self._background, self, self.row, self._desk.today).open()

    def retranslate(self) -> None:
        """Say all again."""
        self.print.setText(self.tr("Print"))
        self.save.setText(self.tr("Save a copy"))
        self.sent.setText(self.tr("Record the sending"))
        self.returned.setText(self.tr("It came back"))
        row = self.row
        if row is None:
            return
        self._title.setText(template_said(self._law, row.template))
        self._state.set_face(letter_face(row.state))
        self._request.setText(row.request_number)
        self._facts.setText("  ·  ".join(self._parts(row)))
        self.sent.setVisible(row.state in UNSENT)
        self.returned.setVisible(row.state is LetterState.SENT)
        waits = row.state is LetterState.PRINTED
        first = row.state is LetterState.ISSUED
        for button, sign, primary in ((self.sent, "send", waits), (self.print, "printer", first)):
            button.set_kind("primary" if primary else "plain")
            button.setIcon(icon(sign, "on_accent" if primary else "dim"))

    def _parts(self, row: LetterRow) -> list[str]:
        to = self.tr("to {name}").format(name=visible(row.recipient))
        by = self.tr("issued {day} by {name}").format(day=row.issued_on.isoformat(), name=visible(row.made_by))
        parts = [row.number, to, by]
        if row.sent_on:
            way = "  ".join(filter(None, (service_said(row.service), visible(row.tracking))))
            parts.append(self.tr("sent {day}, {way}").format(day=row.sent_on.isoformat(), way=way))
        if row.returned_on:
            parts.append(self.tr("came back {day}").format(day=row.returned_on.isoformat()))
        if row.replaced_by:
            parts.append(self.tr("replaced by {number}").format(number=row.replaced_by))
        if row.replaces:
            parts.append(self.tr("replaces {number}").format(number=row.replaces))
        return parts

    def _set_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.pages.show_pdf(pdf)
        self.save.setEnabled(bool(pdf))
        self.print.setEnabled(bool(pdf))

    def _note_printed(self) -> None:
        if self.row is not None:
            self._background.write(self, letters.mark_printed, self.row.id, self.row.version)

    def _ask_returned(self) -> None:
        if self.row is not None:
            ReturnedDialog(self._background, self, self.row, self._desk.today).open()

    def _want_request(self) -> None:
        if self.row is not None:
            self.request_wanted.emit(self.row.request)
