"""What becomes of a mail: it is read, starts a request, or joins one."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.case import NewRequest
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.join import JoinDialog
from privdesk.gui.requests.message import MessageView
from privdesk.operations import messages
from privdesk.operations.desk import Desk
from privdesk.operations.messages import OpenedMessage


class MailFlow(QObject):
    """Works a `MessageView`; `opened` when it shows the mail, `form_wanted` with what it proposes and for whom."""

    opened = Signal()
    form_wanted = Signal(object, object)

    def __init__(self, background: Background, desk: Desk, view: MessageView, host: QWidget) -> None:
        super().__init__(host)
        self._background = background
        self._desk = desk
        self._view = view
        self._host = host
        self._wanted = 0
        view.start_wanted.connect(self._start)
        view.join_wanted.connect(self._join)

    def open(self, id_: int) -> None:
        """Show a mail; the look is logged."""
        self._wanted = id_
        self._background.write(self, messages.open_message, id_, then=self._take)

    def _take(self, opened: OpenedMessage) -> None:
        if opened.row.id == self._wanted:
            self._view.show_message(opened)
            self.opened.emit()

    def _start(self, message: int, person: PersonRow | None) -> None:
        id_ = person.id if person else None
        self._background.write(self, messages.start_request, message, id_, then=partial(self._fill, person))

    def _fill(self, person: PersonRow | None, new: NewRequest) -> None:
        self.form_wanted.emit(new, person)

    def _join(self, opened: OpenedMessage) -> None:
        JoinDialog(self._background, self._desk, self._host, opened).open()
