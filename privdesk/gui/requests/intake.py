"""Taking a request in: by hand, or as a mail proposes it; what is typed stays until it is taken in or thrown away."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.case import NewRequest
from privdesk.domain.errors import DayAhead, DeskError
from privdesk.domain.law import Channel, Requester
from privdesk.domain.person import PersonRow
from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.items import ItemsEditor
from privdesk.gui.requests.parties import PartiesForm
from privdesk.gui.requests.words import local
from privdesk.gui.translation import LANGUAGES, Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import purposes, requests
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import Taken


class _Section(Card):
    """A card with a heading."""

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.title = Text(role="strong")
        self.column.addWidget(self.title)


class IntakeForm(Translated, QWidget):
    """The form of a new request; `taken` with its id, `left` when the form is put away."""

    taken = Signal(int)
    left = Signal()

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("intake")
        self._background = background
        self._desk = desk
        self._law = desk.law_on(desk.today)
        self._message: int | None = None
        self.items: ItemsEditor | None = None
        self._items_later: NewRequest | None = None
        self._title = Text(role="title")
        self._from_mail = Paragraph(tone="dim")
        self._wrong = Paragraph(tone="late")
        self._channel = Field("intakeChannel", QComboBox())
        self._language = Field("intakeLanguage", QComboBox())
        self._arrived = DateField("intakeArrived", desk.today)
        self._letter_on = DateField("intakeLetterOn", desk.today)
        self.parties = PartiesForm(background, self._law)
        self._notes = Field("intakeNotes", QPlainTextEdit())
        self.verb = Button("intakeTake", "primary", "check")
        self._discard = Button("intakeDiscard", "quiet")
        self._sections = (_Section(), _Section(), _Section())
        self._lay_out()
        self.verb.clicked.connect(self.take_in)
        self._discard.clicked.connect(self.discard)
        self.retranslate()
        self._reset()
        background.read(self, purposes.office, then=self._take_purposes)

    def show_new(self, new: NewRequest, person: PersonRow | None) -> None:
        """Fill the form as a mail proposes it."""
        self._reset()
        self._message = new.message
        self._channel.set_text(new.channel.value)
        self._arrived.set_day(new.arrived)
        self._letter_on.set_day(new.letter_on)
        self._language.set_text(new.language)
        self.parties.show_parties(new.requester, new.parties)
        if person is not None:
            self.parties.finder.choose(person)
        self._notes.set_text(new.notes)
        self._items_later = new
        self._show_items()
        self._say_source()

    def take_in(self) -> None:
        """Take the request in, if the form says enough."""
        self._say_wrong("")
        try:
            if all([self._arrived.check(), self._letter_on.check(), self.parties.form.check()]):
                self._background.write(
                    self, requests.take_in, self.value(), then=self._take_done, otherwise=self._refused
                )
        except DeskError as error:
            self._refused(error)

    def value(self) -> NewRequest:
        """What was typed; raises ItemsMissing and BadDate."""
        person = self.parties.finder.person
        arrived = self._arrived.day() or self._desk.today
        if arrived > self._desk.today:
            raise DayAhead(day=arrived.isoformat())
        return NewRequest(
            channel=Channel(self._channel.text()),
            arrived=arrived,
            items=self.items.items() if self.items else (),
            requester=self.parties.right(),
            parties=self.parties.parties(),
            language=self._language.text(),
            letter_on=self._letter_on.day(),
            person=person.id if person else None,
            message=self._message,
            notes=self._notes.text().strip(),
        )

    def discard(self) -> None:
        """Throw away what was typed."""
        self._reset()
        self.left.emit()

    def begin(self) -> None:
        """Put the cursor where the form begins."""
        self.parties.finder.search.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("Take in a request"))
        for section, title in zip(
            self._sections,
            (self.tr("How and when it came"), self.tr("Who asks, and whom it is about"), self.tr("What is asked")),
            strict=True,
        ):
            section.title.setText(title)
        fill(self._channel, {channel.value: local(self._law.word(channel)) for channel in Channel})
        fill(self._language, dict(LANGUAGES))
        self._channel.say(self.tr("Came by"))
        self._language.say(self.tr("Language of the letters"))
        self._arrived.say(self.tr("Arrived on"), self.tr("All clocks start from this day."))
        self._letter_on.say(self.tr("Date of the letter"), self.tr("If it bears one"))
        self._notes.say(self.tr("Notes"))
        self.verb.setText(self.tr("Take in the request"))
        self._discard.setText(self.tr("Throw the draft away"))
        self._say_source()

    def _lay_out(self) -> None:
        how, who, what = self._sections
        form = Form("intakeForm")
        form.add(self._channel, self._language)
        form.add(self._arrived, self._letter_on)
        how.column.addWidget(form)
        who.column.addWidget(self.parties)
        self._what = what
        what.column.addWidget(self._notes)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(12)
        for section in (how, who, what):
            inside.addWidget(section)
        inside.addStretch(1)
        foot = line(None, self._discard, self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line(self._title, None))
        column.addWidget(self._from_mail)
        column.addWidget(scrolled(inside, "intakeScroll"), 1)
        column.addWidget(self._wrong)
        column.addLayout(foot)

    def _take_purposes(self, offices: Mapping[str, Purpose]) -> None:
        self.items = ItemsEditor("intakeItems", self._law, offices)
        self._what.column.insertWidget(1, self.items)
        self._show_items()

    def _show_items(self) -> None:
        if self.items is not None:
            self.items.set_items(self._items_later.items if self._items_later else ())

    def _reset(self) -> None:
        self._message = None
        self._items_later = None
        self._show_items()
        self.parties.finder.clear()
        self.parties.show_parties(Requester.PRINCIPAL, ())
        self._channel.set_text(Channel.POST.value)
        self._language.set_text("ja")
        self._arrived.set_day(self._desk.today)
        self._letter_on.set_day(None)
        self._notes.set_text("")
        self._say_wrong("")
        self._say_source()

    def _take_done(self, done: Done[Taken]) -> None:
        self._reset()
        self.taken.emit(done.value.id)

    def _refused(self, error: DeskError) -> None:
        self._say_wrong(translated(error))

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _say_source(self) -> None:
        self._from_mail.setText(self.tr("Filled as the mail proposes it. Check every line before you take it in."))
        self._from_mail.setVisible(self._message is not None)
