"""The one window: the unlock page, or the desk, never both; it knows neither's insides."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from privdesk.gui.lookdialog import LookDialog
from privdesk.gui.state import RecentDesk, WindowState
from privdesk.gui.theme import Look, Theme
from privdesk.gui.translation import Translated, Translation
from privdesk.gui.unlock import UnlockPage

# what the system draws around a window
_FRAME = QSize(8, 40)


class Window(Translated, QMainWindow):
    """Shows one page at a time and passes on what the unlock page wants.

    `painted` tells once that the first page stands on the screen, so that what it did not need can be loaded.
    """

    unlock_wanted = Signal(str, str, object)
    recovery_wanted = Signal(str, str, str)
    new_desk_wanted = Signal()
    open_desk_wanted = Signal(str)
    demo_wanted = Signal()
    restore_wanted = Signal()
    closing = Signal()
    painted = Signal()

    def __init__(self, state: WindowState, theme: Theme, translation: Translation) -> None:
        super().__init__()
        self.setObjectName("window")
        self._state = state
        self._theme = theme
        self._translation = translation
        self._blank = True
        self._covered = False
        theme.dress(self)
        self.setMinimumSize(960, 640)
        if not state.restore("window", self):
            self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() - _FRAME))
        self.retranslate()
        self.show_unlock()

    @property
    def unlock(self) -> UnlockPage | None:
        """The unlock page while it shows."""
        page = self.centralWidget()
        return page if isinstance(page, UnlockPage) else None

    def show_unlock(self) -> None:
        """Show a fresh unlock page; what showed before is deleted with all that it knew."""
        page = UnlockPage()
        page.unlock_wanted.connect(self.unlock_wanted)
        page.recovery_wanted.connect(self.recovery_wanted)
        page.new_desk_wanted.connect(self.new_desk_wanted)
        page.open_desk_wanted.connect(self.open_desk_wanted)
        page.demo_wanted.connect(self.demo_wanted)
        page.restore_wanted.connect(self.restore_wanted)
        page.forget_wanted.connect(self._forget)
        page.settings_wanted.connect(self.open_settings)
        self.setCentralWidget(page)
        page.set_recent(self._state.recent.listed())

    def show_page(self, page: QWidget) -> None:
        """Show the desk, or the wizard, in place of what showed before."""
        self.setCentralWidget(page)
        page.show()  # the layout does so only later, and what is hidden gets no focus
        page.setFocus()

    def cover(self, cover: QWidget) -> None:
        """Take the screens at once, every dialog too; the page lives on unseen, until its desk is closed."""
        for other in QApplication.topLevelWidgets():
            if other is not self:
                other.hide()
        if page := self.takeCentralWidget():
            page.hide()
            page.setParent(self)
        self._covered = True
        self.show_page(cover)

    def remember_desk(self, desk: RecentDesk) -> None:
        """Offer this desk first on the unlock page from now on."""
        self._state.recent.put_first(desk)
        if self.unlock:
            self.unlock.set_recent(self._state.recent.listed())

    def open_settings(self) -> None:
        """Let the user choose language, look and size of text."""
        dialog = LookDialog(self, self._theme.look, self._theme.scale)
        dialog.language_chosen.connect(self.take_language)
        dialog.look_chosen.connect(self._take_look)
        dialog.scale_chosen.connect(self._take_scale)
        dialog.open()

    def retranslate(self) -> None:
        """Set the title."""
        self.setWindowTitle("privdesk")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, as soon as it is done."""
        super().paintEvent(event)
        if self._blank:
            self._blank = False
            QTimer.singleShot(0, self.painted.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember the window's place, for the window that comes after the lock too."""
        self._state.keep("window", self)
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes; a covered one stays until its desk is closed."""
        self.closing.emit()
        event.setAccepted(not self._covered)

    def _forget(self, path: str) -> None:
        self._state.recent.forget(path)
        if self.unlock:
            self.unlock.set_recent(self._state.recent.listed())

    def take_language(self, language: str) -> None:
        self._state.language = language
        self._translation.choose(language)

    def _take_look(self, look: Look) -> None:
        self._state.look = look
        self._theme.choose(look)

    def _take_scale(self, scale: float) -> None:
        self._state.scale = scale
        self._theme.choose(self._theme.look, scale)
