"""The mails of a case with their attachments."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.message import MessageRow
from privdesk.domain.office import ZONE
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.requests.columns import room
from privdesk.gui.requests.message import MailText
from privdesk.gui.requests.words import moment, short
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations import messages
from privdesk.operations.requests import Case


class MailsTab(Translated, QWidget):
    """The list, and below it the mail that is read; reading is logged."""

    def __init__(self, background: Background, today: date) -> None:
        super().__init__()
        self._background = background
        self.model: RowsModel[MessageRow] = RowsModel(_columns(today), self)
        self.table = Table("caseMails", self.model, Empty("mail"))
        self._mail = MailText(background)
        self._mail.hide()
        self._mail.subject.hide()
        self._front = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 2)
        column.addWidget(self._mail.subject)
        column.addWidget(self._mail, 3)
        self.table.row_opened.connect(self._open)
        self.table.clicked.connect(lambda _: self._open_selected())
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case's mails."""
        if self.model.rows != list(case.messages):
            self._front = 0
            self._mail.hide()
            self._mail.subject.hide()
            self.model.set_rows(case.messages)

    def retranslate(self) -> None:
        """Set all words."""
        self.table.setAccessibleName(self.tr("Mails of this request"))
        self.table.empty.say(self.tr("No mails"), self.tr("A mail joins a request from the inbox."))

    def _open_selected(self) -> None:
        for row in self.table.selected()[:1]:
            self._open(row)

    def _open(self, row: MessageRow) -> None:
        """Read a mail; clicked twice it is one look."""
        if row.id == self._front:
            return
        self._front = row.id
        self._background.write(self, messages.open_message, row.id, then=self._mail.show_message)
        self._mail.show()
        self._mail.subject.show()


def _columns(today: date) -> tuple[Column[MessageRow], ...]:
    def sent(row: MessageRow) -> str:
        at = (row.sent_at or row.taken_at).astimezone(ZONE)
        return f"{short(at.date(), today)} {at:%H:%M}"

    return (
        Column("sent", shown("columns", "Sent"), sent, room("00-00 00:00"), tooltip=_sent),
        Column("sender", shown("columns", "From"), lambda row: visible(row.sender_name or row.sender), 130),
        Column("subject", shown("columns", "Subject"), lambda row: visible(row.subject), 140, stretch=True),
        Column(
            "files",
            shown("columns", "Files"),
            lambda row: str(row.attachments) if row.attachments else "",
            room("88", sign=True),
            sign=lambda row: "paperclip" if row.attachments else "",
            minor=True,
        ),
    )


def _sent(row: MessageRow) -> str:
    return moment(row.sent_at or row.taken_at)
