"""The bar over an open desk: whose desk it is, the search field, what is due, the backup, who works here, the lock."""

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from privdesk.domain.backup import Tone, tone
from privdesk.gui.backupwords import age
from privdesk.gui.rail import rail_width
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.chip import ChipButton, ChipFace, chip
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.text import OneLine


class TopBar(Translated, QFrame):
    """Add what the user may do with himself to `user_menu`."""

    lock_wanted = Signal()
    due_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, office: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        on_ground(self, "bar")
        self.setFixedHeight(56)
        self.search = SearchField("search")
        self.user_menu = QMenu(self)
        self._due = 0
        self._office = OneLine(office, "strong")
        self._backup: tuple[datetime | None, datetime, bool] | None = None
        self._chip = ChipButton("due")
        self._backup_chip = ChipButton("backup")
        self._user = Button("user", "quiet", "user")
        self._user.setText(user.replace("&", "&&"))
        self._user.setMenu(self.user_menu)
        self._lock = Button("lock", "plain", "lock")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 14, 0)
        row.setSpacing(10)
        self._office.setFixedWidth(rail_width() - 10)
        self.search.setMinimumWidth(320)
        self.search.setMaximumWidth(480)
        row.addWidget(self._office)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        rest: list[QWidget] = [self._chip, self._backup_chip, self._user, self._lock]
        for part in rest:
            row.addWidget(part)
        self._lock.clicked.connect(self.lock_wanted)
        self._chip.clicked.connect(self.due_wanted)
        self._backup_chip.clicked.connect(self.backup_wanted)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text: the search field begins where the pages do."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._office.setFixedWidth(rail_width() - 10)

    def set_office(self, office: str) -> None:
        """Show another name of the office."""
        self._office.setText(office)

    def set_due(self, count: int) -> None:
        """Show how many requests are due or late."""
        self._due = count
        self.retranslate()

    def set_backup(self, last: datetime | None, now: datetime, failed: bool = False) -> None:
        """Show how old the last backup is, and how urgent the next; or that a later one failed."""
        self._backup = (last, now, failed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.search.say(self.tr("Search customers, requests, letters, actions   Ctrl+K"))
        self._lock.setText(self.tr("Lock"))
        self._user.setAccessibleName(self.tr("User {name}").format(name=self._user.text()))
        due = self.tr("%n due", "", self._due) if self._due else ""
        self._chip.set_face(ChipFace(due, "late", "octagon-alert"))
        if self._backup:
            last, now, failed = self._backup
            said = self.tr("no backup made") if failed else self.tr("backup {age}").format(age=age(last, now))
            self._backup_chip.set_face(chip(Tone.LATE if failed else tone(last, now), said))
