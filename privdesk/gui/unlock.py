"""The page of a closed desk: which desk, who, the password; or a new desk, another folder, the made-up office."""

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from privdesk.domain.backoff import wait
from privdesk.domain.deskerror import DeskError
from privdesk.domain.placing import is_synced
from privdesk.gui.deskpicker import DeskPicker
from privdesk.gui.state import RecentDesk
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, on_ground, scrolled
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.password import PasswordField
from privdesk.gui.widgets.text import OneLine, Paragraph


class UnlockPage(Translated, QWidget):
    """Emits `unlock_wanted(path, login, password)`; each failure makes the next try wait longer, up to a minute.

    `recovery_wanted(path, name, login)` when all that is left is the recovery sheet.
    """

    unlock_wanted = Signal(str, str, object)
    recovery_wanted = Signal(str, str, str)
    new_desk_wanted = Signal()
    open_desk_wanted = Signal(str)
    demo_wanted = Signal()
    restore_wanted = Signal()
    forget_wanted = Signal(str)
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlock")
        on_ground(self, "page")
        self._failures = self._wait = 0
        self._title = OneLine(role="title")
        self._text = Paragraph(tone="dim")
        self._desks = DeskPicker()
        self._risk = Paragraph(role="small", tone="soon")
        self._login = Field("login", QLineEdit())
        self._secret = PasswordField("password")
        self._password = Field("password", self._secret)
        self._password.keep_room(2)
        self._unlock = Button("unlockDesk", "primary", "lock-open")
        self._forgotten = Button("passwordForgotten", "link")
        self._new = Button("newDesk", "plain", "plus")
        self._open = Button("openDesk", "plain", "folder-open")
        self._restore = Button("restoreBackup", "link")
        self._demo = Button("tryDemo", "link")
        self._wrong = Paragraph(tone="late")
        self._wrong.keep_room(2)
        self._wrong.hide()
        self._settings = Button("settings", "quiet", "languages")
        self._timer = QTimer(self, interval=1000)
        self._build()
        self._connect()

    def set_recent(self, recent: list[RecentDesk]) -> None:
        """Offer these desks, the first one chosen."""
        self._desks.set_desks(recent)
        self._take_desk(self._desks.chosen())

    def show_busy(self, *, on: bool = True) -> None:
        """The password is being tried, or was right and something else is asked for first."""
        self._show_wait()
        if on:
            self._unlock.setEnabled(False)
            self._unlock.setText(self.tr("Opening …"))

    def show_wrong(self, error: DeskError) -> None:
        """Say why it did not open; the next try waits 1, 2, 4 … 60 seconds."""
        self._failures += 1
        self._wait = wait(self._failures)
        self._timer.start()
        self._password.show_wrong(translated(error))
        self._secret.selectAll()
        self._secret.setFocus()
        self._show_wait()

    def show_error(self, error: DeskError) -> None:
        """Say why something else than a password did not do."""
        self._show_wait()
        self._wrong.setText(translated(error))
        self._wrong.show()

    def ready(self) -> bool:
        """Whether a password may be tried now."""
        return not self._wait and bool(self._desks.chosen()) and bool(self._secret.text())

    def retranslate(self) -> None:
        """Set all words."""
        desk = self._desks.chosen()
        self._title.setText("privdesk")
        welcome = self.tr("Customers' records, their requests and the answers, encrypted on this PC.")
        self._text.setText("" if desk else welcome)
        self._text.setVisible(not desk)
        self._risk.setText(
            self.tr(
                "A sync program copies this desk to other places, which can damage it. "
                "Move its folder to one that stays on this PC."
            )
        )
        self._risk.setVisible(desk is not None and is_synced(desk.path))
        self._login.say(self.tr("User"))
        self._password.say(self.tr("Password"))
        self._forgotten.setText(self.tr("Password forgotten? Use the recovery sheet"))
        self._new.setText(self.tr("New desk"))
        self._open.setText(self.tr("Open a desk folder"))
        self._restore.setText(self.tr("Restore a backup…"))
        self._demo.setText(self.tr("Try the made-up office"))
        self._settings.setText("日本語 / English")
        self._settings.setAccessibleName(self.tr("Language and look"))
        self._show_wait()

    def try_password(self) -> None:
        """Hand over what was typed, if a try is allowed."""
        desk = self._desks.chosen()
        if desk and self.ready():
            password = self._secret.take()
            self._wrong.hide()
            self.show_busy()
            self.unlock_wanted.emit(desk.path, self._login.text().strip(), password)

    def _build(self) -> None:
        card = Card(margin=32, spacing=12)
        card.setFixedWidth(440)
        card.column.addWidget(Sign("shield-check", "accent", 40), alignment=Qt.AlignmentFlag.AlignHCenter)
        for centred in (self._title, self._text):
            centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.column.addWidget(centred)
        card.column.addWidget(self._desks)
        card.column.addWidget(self._risk)
        self._entry = QWidget()
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 4, 0, 8)
        entry.setSpacing(12)
        for part in (self._login, self._password, self._unlock):
            entry.addWidget(part)
        entry.addWidget(self._forgotten, alignment=Qt.AlignmentFlag.AlignHCenter)
        card.column.addWidget(self._entry)
        card.column.addWidget(self._wrong)
        card.column.addWidget(self._restore, alignment=Qt.AlignmentFlag.AlignHCenter)
        card.column.addLayout(line(self._new, self._open))
        card.column.addWidget(self._demo, alignment=Qt.AlignmentFlag.AlignHCenter)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 16, 24, 0)
        inside.addStretch(2)
        inside.addLayout(line(None, card, None))
        inside.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside, "unlockScroll"))
        foot = line(None, self._settings)
        foot.setContentsMargins(24, 4, 24, 12)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._desks.desk_chosen.connect(self._take_desk)
        self._desks.forget_wanted.connect(self.forget_wanted)
        self._secret.textChanged.connect(self._show_wait)
        self._secret.returnPressed.connect(self.try_password)
        self._secret.caps_lock.connect(
            lambda on: self._password.say(self.tr("Password"), self.tr("Caps lock is on.") if on else "")
        )
        self._unlock.clicked.connect(self.try_password)
        self._forgotten.clicked.connect(self._use_sheet)
        self._new.clicked.connect(self.new_desk_wanted)
        self._open.clicked.connect(self._choose_folder)
        self._restore.clicked.connect(self.restore_wanted)
        self._demo.clicked.connect(self.demo_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self._timer.timeout.connect(self._tick)

    def _take_desk(self, desk: RecentDesk | None) -> None:
        self._entry.setVisible(desk is not None)
        self._login.set_text(desk.login if desk else "")
        self._password.set_text("")
        self._wrong.hide()
        self.retranslate()
        if desk:
            (self._secret if desk.login else self._login.editor).setFocus()

    def _use_sheet(self) -> None:
        desk = self._desks.chosen()
        if desk:
            self.recovery_wanted.emit(desk.path, desk.name, self._login.text().strip())

    def _choose_folder(self) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Open a desk folder"), home)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.open_desk_wanted)
        dialog.open()

    def _tick(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._timer.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        again = self.tr("Try again in {seconds} s").format(seconds=self._wait)
        self._unlock.setText(again if self._wait else self.tr("Unlock"))
        self._unlock.setEnabled(self.ready())
