"""A few pages one after the other, with the steps at the top, to go back and forth without losing what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, on_ground
from privdesk.gui.widgets.stepper import Stepper
from privdesk.gui.widgets.text import Paragraph, Text


class WizardPage(Translated, QWidget):
    """One step: contents in `column`; `ready_changed` after each change that matters for going on."""

    ready_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def title(self) -> str:
        """The sentence at the top of the page."""
        return ""

    def text(self) -> str:
        """What the page is for."""
        return ""

    def step(self) -> str:
        """The word for the line of steps."""
        return self.title()

    def next_text(self) -> str:
        """The verb that leads on; empty for the usual one."""
        return ""

    def ready(self) -> bool:
        """Whether one may go on."""
        return True

    def enter(self) -> None:
        """The page comes in front."""

    def leave(self) -> bool:
        """The user wants to go on; False keeps him here, with what is wrong shown in the page."""
        return True

    def retranslate(self) -> None:
        """Set the words of the contents."""


class Wizard(Translated, QWidget):
    """Leads over its pages; `turned` with the place of a page after the one before let go, `finished` after the last.

    `left` when the user gives up.
    """

    turned = Signal(int)
    finished = Signal()
    left = Signal()

    def __init__(self, name: str, pages: list[WizardPage], parent: QWidget | None = None, width: int = 680) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        on_ground(self, "page")
        self._pages = pages
        self._steps = Stepper(f"{name}Steps")
        self._title = Text(role="title")
        self._text = Paragraph(tone="dim")
        self._stack = QStackedWidget()
        self._cancel = Button(f"{name}Cancel", "quiet")
        self._back = Button(f"{name}Back")
        self._next = Button(f"{name}Next", "primary")
        card = Card(margin=28, spacing=12)
        card.setFixedWidth(width)
        card.setMinimumHeight(480)
        card.column.addWidget(self._steps)
        card.column.addSpacing(8)
        card.column.addWidget(self._title)
        card.column.addWidget(self._text)
        card.column.addWidget(self._stack, 1)
        card.column.addLayout(line(self._cancel, None, self._back, self._next))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(line(None, card, None))
        column.addStretch(2)
        for page in pages:
            self._stack.addWidget(page)
            page.ready_changed.connect(self._show_ready)
        self._cancel.clicked.connect(self.left)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.go_on)
        self.go_to(0)

    @property
    def place(self) -> int:
        """The place of the page in front."""
        return self._stack.currentIndex()

    def go_to(self, place: int) -> None:
        """Bring a page in front."""
        self._stack.setCurrentIndex(place)
        self.retranslate()
        self._pages[place].enter()
        self._show_ready()

    def back(self) -> None:
        """Return to the page before."""
        if self.place > 0:
            self.go_to(self.place - 1)

    def go_on(self) -> None:
        """Leave the page if it lets go; the last one finishes."""
        page = self._pages[self.place]
        if not page.ready() or not page.leave():
            return
        if self.place + 1 < len(self._pages):
            self.go_to(self.place + 1)
            self.turned.emit(self.place)
        else:
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on, on a button it presses the button, in a list it is the list's; Esc gives up."""
        here = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(here, QAbstractItemView):
            super().keyPressEvent(event)
        elif isinstance(here, QAbstractButton):
            here.click()
        else:
            self.go_on()

    def retranslate(self) -> None:
        """Set the words of the frame."""
        page = self._pages[self.place]
        self._steps.set_steps([each.step() for each in self._pages], self.place)
        self._title.setText(page.title())
        self._text.setText(page.text())
        self._text.setVisible(bool(page.text()))
        self._back.setText(self.tr("Back"))
        self._cancel.setText(self.tr("Not now"))
        self._back.setVisible(self.place > 0)
        self._show_ready()

    def _show_ready(self) -> None:
        page, last = self._pages[self.place], self.place + 1 == len(self._pages)
        self._next.setText(page.next_text() or (self.tr("Finish") if last else self.tr("Continue")))
        self._next.setEnabled(page.ready())
