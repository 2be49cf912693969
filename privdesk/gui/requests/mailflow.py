"""What becomes of a mail: it is read, starts a request, joins one, or is put aside."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.join import JoinDialog
from privdesk.gui.requests.message import MessageView
from privdesk.operations import messages
from privdesk.operations.desk import Desk
from privdesk.operations.messages import OpenedMessage


class MailFlow(QObject):
    """Works a `MessageView`; `opened` when it shows the mail, `form_wanted` with what it proposes and for whom.

    `joined` with the request that a mail went to.
    """

    opened = Signal()
    form_wanted = Signal(object, object)
    joined = Signal(int)

    def __init__(self, background: Background, desk: Desk, view: MessageView, host: QWidget) -> None:
        super().__init__(host)
        self._background = background
        self._desk = desk
        self._view = view
        self._host = host
        self._wanted = 0
        self._begin = False
        view.start_wanted.connect(self._start)
        view.join_wanted.connect(self._join)

    def open(self, id_: int, *, begin: bool = False) -> None:
        """Show a mail; the look is logged. With `begin` the keyboard goes to what is likely done with it."""
        self._wanted, self._begin = id_, begin
        self._background.write(self, messages.open_message, id_, then=self._take)

    def _take(self, opened: OpenedMessage) -> None:
        if opened.row.id == self._wanted:
            self._view.show_message(opened)
            self.opened.emit()
            if self._begin:
                self._view.begin()

    def _start(self, opened: OpenedMessage, person: PersonRow | None) -> None:
        try:
            new = messages.start_request(self._desk, opened, person.id if person else None)
        except DeskError as error:
            self._background.failed.emit(error)
        else:
            self.form_wanted.emit(new, person)

    def _join(self, opened: OpenedMessage) -> None:
        dialog = JoinDialog(self._background, self._desk, self._host, opened)
        dialog.joined.connect(self.joined)
        dialog.open()
