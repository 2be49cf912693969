"""The place Office: sections at the left, the one in front at the right."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from privdesk.domain.matrix import roles_of
from privdesk.domain.office import Office
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.office.attempts import Attempts
from privdesk.gui.office.backups import Backups
from privdesk.gui.office.calendar import ClosingDays
from privdesk.gui.office.envelope import Envelopes
from privdesk.gui.office.fees import Fees
from privdesk.gui.office.folder import DeskFolder
from privdesk.gui.office.look import WindowLook
from privdesk.gui.office.partners import Partners
from privdesk.gui.office.permissions import Permissions
from privdesk.gui.office.profile import OfficeLetters, OfficeProfile
from privdesk.gui.office.protection import Protection
from privdesk.gui.office.purposes import Purposes
from privdesk.gui.office.saving import ProfileSaver
from privdesk.gui.office.section import ProfileSection, Section
from privdesk.gui.office.users import Users
from privdesk.gui.staleband import StaleBand
from privdesk.gui.state import WindowState
from privdesk.gui.theme import BODY, row_height, size
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.icon import icon
from privdesk.gui.widgets.page import Command, Page
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import office, retention
from privdesk.operations.desk import Desk

SECTIONS: tuple[type[Section], ...] = (
    *(OfficeProfile, OfficeLetters, Envelopes, Users, Permissions, Purposes, Attempts, Partners, ClosingDays, Fees),
    *(Protection, Backups, DeskFolder, WindowLook),
)
# lists scroll by themselves; these are as high as they are
_FORMS = (OfficeProfile, OfficeLetters, Envelopes, Protection, Fees, DeskFolder, WindowLook)
_SCROLLED = (*_FORMS, Backups)
_MEASURE = 760
_RAIL = 212


class OfficePage(Page):
    """Saves the profile whose parts its sections edit; `settings_wanted` opens language and look.

    `entries_wanted` with a query of the log and `person_wanted` with a customer's id lead elsewhere.
    """

    settings_wanted = Signal()
    entries_wanted = Signal(object)
    person_wanted = Signal(int)
    nouns = frozenset({"office", "users", "retention", "batches"})

    def __init__(self, work: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__("office", parent)
        self._work = work
        self._saver = ProfileSaver(self, work)
        self._sections: tuple[Section, ...] = tuple(kind(work, desk) for kind in sections(desk.actor.role))
        self.names = [section.name for section in self._sections]
        self._stale_band = StaleBand()
        self._list = QListWidget()
        self._heading = Text(role="strong")
        self._about = Paragraph(tone="dim")
        self._stack = QStackedWidget()
        self._discard = Button("officeDiscard", "quiet")
        self._save = Button("officeSave", "primary", "save")
        self._build()
        for table in self.findChildren(Table):
            table.remember(state)
        self.findChildren(WindowLook)[0].settings_wanted.connect(self.settings_wanted)
        for attempts in self.findChildren(Attempts):
            attempts.entries_wanted.connect(self.entries_wanted)
            attempts.person_wanted.connect(self.person_wanted)
        self._stale_band.recompute_wanted.connect(lambda: work.write(self, retention.recompute, long=True))
        for section in self._profile_sections():
            section.edited.connect(self._show_ready)
        self._list.currentRowChanged.connect(self._turn)
        self._save.clicked.connect(self.save)
        self._discard.clicked.connect(self._start_again)
        self._list.setCurrentRow(0)
        self.retranslate()

    @property
    def section(self) -> Section:
        """The section in front."""
        return self._sections[max(0, self._list.currentRow())]

    def choose(self, name: str) -> None:
        """Bring a section in front by its name."""
        self._list.setCurrentRow(self.names.index(name))

    def commands(self) -> dict[str, Command]:
        """Save where there is something to save, New where something is listed."""
        found: dict[str, Command] = {"reload": self.reload}
        if isinstance(self.section, ProfileSection) and self.section.dirty:
            found["save"] = self.save
        if self.section.adds():
            found["new"] = self.section.new
        if self.section.edits():
            found["edit"] = self.section.edit
        return found

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "Choose a section at the left with the arrow keys, then go on with Tab. Ctrl+S saves what you changed; "
            "the bar at the bottom offers to take it back. Changes count from now on: letters that were issued and "
            "answers that were given stay as they are."
        )

    def reload(self) -> None:
        """Read the profile and every list again; what was entered and not saved stays."""
        self._work.read(self, office.current, then=self._show_office, key="office")
        self._work.read(self, retention.is_stale, then=self._stale_band.setVisible, key="stale")
        for section in self._sections:
            section.reload()

    def save(self) -> None:
        """Save the section in front."""
        section = self.section
        if isinstance(section, ProfileSection) and section.dirty and section.check():
            self._saver.save(section)

    def retranslate(self) -> None:
        """Set all words."""
        self.set_title(self.tr("Office"))
        self._list.setAccessibleName(self.tr("Sections"))
        self._save.setText(self.tr("Save"))
        self._discard.setText(self.tr("Discard the changes"))
        for place, section in enumerate(self._sections):
            self._list.item(place).setText(section.title())
        self._show_head()
        self._show_ready()

    def _show_office(self, saved: Office) -> None:
        for section in self._profile_sections():
            section.show_office(saved)

    def _start_again(self) -> None:
        section = self.section
        if isinstance(section, ProfileSection):
            section.start_from(section.saved)
            section.focus_first()

    def _profile_sections(self) -> list[ProfileSection]:
        return [section for section in self._sections if isinstance(section, ProfileSection)]

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._show_head()
        self._show_ready()

    def _show_head(self) -> None:
        self._heading.setText(self.section.title())
        self._about.setText(self.section.text())

    def _show_ready(self) -> None:
        section = self.section
        dirty = isinstance(section, ProfileSection) and section.dirty
        self._save.setVisible(isinstance(section, ProfileSection))
        self._save.setEnabled(dirty)
        self._discard.setVisible(dirty)
        self.commands_changed.emit()
        for place, each in enumerate(self._sections):
            unsaved = isinstance(each, ProfileSection) and each.dirty
            self._list.item(place).setIcon(icon("pencil" if unsaved else each.sign, "soon" if unsaved else "dim"))

    def _build(self) -> None:
        self._list.setObjectName("officeSections")
        self._list.setFixedWidth(round(_RAIL * size() / BODY))
        self._list.setSpacing(1)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for section in self._sections:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, row_height() + 2))
            self._list.addItem(item)
            self._stack.addWidget(_in_front(section))
        rail = Card(margin=8)
        rail.column.addWidget(self._list)
        card = Card(margin=24, spacing=4)
        card.column.addWidget(self._heading)
        card.column.addWidget(self._about)
        card.column.addSpacing(12)
        card.column.addWidget(self._stack, 1)
        card.column.addSpacing(8)
        card.column.addLayout(line(None, self._discard, self._save))
        self.column.addWidget(self._stale_band)
        middle = line(rail, spacing=12)
        middle.addWidget(card, 1)
        self.column.addLayout(middle, 1)


def sections(role: Role) -> tuple[type[Section], ...]:
    """The sections that a role is offered, in their order."""
    return tuple(kind for kind in SECTIONS if kind is not Attempts or role in roles_of("attempts.counts"))


def _in_front(section: Section) -> QWidget:
    """A form scrolls and stays as narrow as reads well; a list takes all the room and scrolls by itself."""
    if not isinstance(section, _SCROLLED):
        return section
    if isinstance(section, _FORMS):
        section.setMaximumWidth(_MEASURE)
    inside = QHBoxLayout()
    inside.setContentsMargins(0, 0, 16, 0)
    inside.addWidget(section, 1)
    inside.addStretch(0)
    return scrolled(inside, f"{section.name}Scroll")
