"""A mail to read and to sort: its plain text, its attachments, the actions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from privdesk.domain.law import Law
from privdesk.domain.message import INBOX, Attachment, AttachmentRow
from privdesk.domain.text import visible
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.requests.proposal import ProposalCard
from privdesk.gui.requests.words import moment
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.icon import Sign, icon
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.operations import messages
from privdesk.operations.messages import OpenedMessage

_KIB = 1024
# per cent of the letters' height
_AIR = 145


def size_said(size: int) -> str:
    """A size as people read it."""
    return f"{size / _KIB / _KIB:.1f} MB" if size >= _KIB * _KIB else f"{max(1, round(size / _KIB)):,} KB"


class AttachmentLine(Translated, QWidget):
    """Name and size of an attachment; it is saved only where the user says, and never opened."""

    def __init__(self, background: Background, message: int, row: AttachmentRow) -> None:
        super().__init__()
        self._background = background
        self._message = message
        self._row = row
        self._save = Button(f"attachment{row.id}", "link", "download")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        name = OneLine(visible(row.name) or row.media_type)
        size = Text(size_said(row.size), "small", "dim")
        column.addLayout(line(Sign("paperclip"), name, size, self._save))
        self._save.clicked.connect(self.fetch)
        self.retranslate()

    def fetch(self) -> None:
        """Get the bytes, which is logged, and ask where to write them."""
        self._background.write(self, messages.open_attachment, self._message, self._row.id, then=self._ask)

    def retranslate(self) -> None:
        """Set the words of the button."""
        self._save.setText(self.tr("Save"))
        self._save.setAccessibleName(self.tr("Save the attachment {name}").format(name=visible(self._row.name)))

    def _ask(self, file: Attachment) -> None:
        title = self.tr("Save the attachment")
        savefile.ask(self, title, file.name, file.data, self._background.failed.emit, lambda: None)


class MailText(Translated, QWidget):
    """Subject, sender and text as the sender wrote them, and the attachments; always plain text."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._sender = ""
        self.subject = OneLine(role="title")
        self._from = OneLine(role="small", tone="dim")
        self._text = QTextEdit()
        self._text.setObjectName("mailText")
        self._text.setReadOnly(True)
        self._text.setAcceptRichText(False)
        self._text.setTabChangesFocus(True)
        self._files = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._from)
        column.addWidget(self._text, 1)
        column.addLayout(self._files)
        self.retranslate()

    def show_message(self, opened: OpenedMessage) -> None:
        """Show another mail."""
        row = opened.row
        self.subject.setText(visible(row.subject) or "–")
        address = f"<{visible(row.sender)}>" if row.sender else ""
        self._sender = " ".join(filter(None, (visible(row.sender_name), address))) or "–"
        sent = f"  ·  {moment(row.sent_at)}" if row.sent_at else ""
        self._from.setText(self._sender + sent)
        self._text.setPlainText("\n".join(visible(text) for text in opened.text.splitlines()))
        self._give_air()
        while (item := self._files.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        for file in opened.attachments:
            self._files.addWidget(AttachmentLine(self._background, row.id, file))

    def retranslate(self) -> None:
        """Set the name for screen readers."""
        self._text.setAccessibleName(self.tr("Text of the mail"))

    def _give_air(self) -> None:
        """The air between the lines that Japanese needs."""
        whole = QTextCursor(self._text.document())
        whole.select(QTextCursor.SelectionType.Document)
        air = QTextBlockFormat()
        air.setLineHeight(_AIR, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.mergeBlockFormat(air)


class MailBeside(Translated, Card):
    """The mail in place of the lists, while a request is typed in from it; `left` brings the lists back."""

    left = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("mailBeside")
        self._mail = MailText(background)
        self._back = Button("mailBack", "quiet", "arrow-left")
        self.column.addLayout(line(self._mail.subject, self._back))
        self.column.addWidget(self._mail, 1)
        self._back.clicked.connect(self.left)
        self.retranslate()

    def show_message(self, opened: OpenedMessage) -> None:
        """Show the mail that the request comes from."""
        self._mail.show_message(opened)

    def retranslate(self) -> None:
        """Set the words of the way back."""
        self._back.setText(self.tr("Back to the list"))


class MessageView(Translated, QWidget):
    """The mail in front with its proposal; says what the clerk made of it."""

    start_wanted = Signal(object, object)
    join_wanted = Signal(object)
    aside_wanted = Signal(int, int)
    request_wanted = Signal(int)

    def __init__(self, background: Background, law: Law) -> None:
        super().__init__()
        self.setObjectName("messageView")
        self.opened: OpenedMessage | None = None
        self.proposal = ProposalCard(law)
        self._mail = MailText(background)
        self._unproved = Paragraph(role="small", tone="dim")
        self.start = Button("startRequest", "primary", "clipboard-list")
        self.join = Button("joinRequest", "plain", "link")
        self.aside = Button("noRequest")
        card = Card()
        card.column.addWidget(self._mail.subject)
        card.column.addLayout(line(None, self.aside, self.join, self.start))
        card.column.addWidget(self._mail, 1)
        card.column.addWidget(self._unproved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card, 1)
        column.addWidget(self.proposal)
        self.start.clicked.connect(self._start)
        self.join.clicked.connect(lambda: self.join_wanted.emit(self.opened))
        self.aside.clicked.connect(self._set_aside)
        self.retranslate()

    def show_message(self, opened: OpenedMessage) -> None:
        """Show another mail."""
        self.opened = opened
        self._mail.show_message(opened)
        self.proposal.show_message(opened)
        waits = opened.row.state in INBOX
        for button in (self.start, self.join, self.aside):
            button.setEnabled(waits)
        answer = opened.row.request is not None
        for button, sign, primary in ((self.join, "link", answer), (self.start, "clipboard-list", not answer)):
            button.set_kind("primary" if primary else "plain")
            button.setIcon(icon(sign, "on_accent" if primary else "dim"))
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard on what is likely done with the mail."""
        (self.join if self.opened and self.opened.row.request is not None else self.start).setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self.start.setText(self.tr("Start a request"))
        known = self.opened.requests if self.opened and self.opened.row.request is not None else ()
        number = known[0][1] if known else ""
        self.join.setText(self.tr("Join to {number}").format(number=number) if number else self.tr("Join to one"))
        self.aside.setText(self.tr("No request"))
        self._unproved.setText(self.tr("Name, address and date are as the sender wrote them; nothing of it is proved."))

    def _start(self) -> None:
        if self.opened is not None:
            self.start_wanted.emit(self.opened, self.proposal.person())

    def _set_aside(self) -> None:
        if self.opened is not None:
            self.aside_wanted.emit(self.opened.row.id, self.opened.row.version)
