"""Who is on record as acting for a customer, offered where it is asked who asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.link import ACTING, Link
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.linkwords import link_said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.operations import links
from privdesk.operations.desk import Desk


class KnownAgents(Translated, QWidget):
    """A button for each; `chosen` with the link of whoever asks."""

    chosen = Signal(object)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("knownAgents")
        self._background = background
        self._desk = desk
        self._made: list[tuple[Button, Link]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_person(self, person_id: int | None) -> None:
        """Offer those who act for this customer today, nobody for None."""
        self._take(())
        if person_id is not None:
            self._background.read(self, links.of_person, person_id, then=self._take, key="agents")

    def retranslate(self) -> None:
        """Say who each is."""
        for button, link in self._made:
            text = self.tr("{name} asks ({link})")
            button.setText(text.format(name=visible(link.name), link=link_said(link)))

    def _take(self, found: tuple[Link, ...]) -> None:
        for button, _ in self._made:
            button.hide()
            button.deleteLater()
        acting = [one for one in found if one.kind in ACTING and not one.reverse and one.until is None]
        self._made = [
            (Button(f"knownAgent{one.id}", "link", "user-check"), one)
            for one in acting
            if not one.is_outgrown(self._desk.today)
        ]
        for button, link in self._made:
            button.clicked.connect(lambda _=False, link=link: self.chosen.emit(link))
            self._column.addWidget(button)
        self.setVisible(bool(self._made))
        self.retranslate()
