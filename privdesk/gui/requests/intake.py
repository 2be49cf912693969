"""Taking a request in: by hand, or as a mail proposes it; what is typed stays until it is taken in or thrown away."""

from dataclasses import replace

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.case import NewRequest
from privdesk.domain.errors import DeskError
from privdesk.domain.law import Channel
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.drafts import Draft, Typed
from privdesk.gui.requests.asked import AskedItems
from privdesk.gui.requests.origin import OriginForm
from privdesk.gui.requests.parties import PartiesForm
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import requests, search
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import Taken

_NEW = "request:new"


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
        law = desk.law_on(desk.today)
        self._message: int | None = None
        self._restored = False
        self._title = Text(role="title")
        self._source = Paragraph(tone="dim")
        self._wrong = Paragraph(tone="late")
        self._origin = OriginForm(law, desk.today)
        self.parties = PartiesForm(background, law, desk)
        self._asked = AskedItems(background, law)
        self._notes = Field("intakeNotes", QPlainTextEdit())
        self.verb = Button("intakeTake", "primary", "check")
        self._discard = Button("intakeDiscard", "quiet")
        self._sections = (_Section(), _Section(), _Section())
        self._lay_out()
        self.verb.clicked.connect(self.take_in)
        self._discard.clicked.connect(self.discard)
        self.draft = Draft(self, background, lambda: msgspec.to_builtins(self._so_far()))
        for part in (self._origin, self.parties, self._asked, self._notes):
            part.edited.connect(self.draft.note)
        self.retranslate()
        self._begin_new()

    @property
    def message(self) -> int | None:
        """The mail from which the request is typed in."""
        return self._message

    def show_new(self, new: NewRequest, person: PersonRow | None) -> None:
        """Fill the form as a mail proposes it, or as it was left when it was filled from that mail before."""
        self.draft.keep()
        self._show(new, person)
        self.draft.begin(f"message:{new.message}", self._restore)

    def take_in(self) -> None:
        """Take the request in, if the form says enough."""

        def done(done: Done[Taken]) -> None:
            self.draft.drop()
            self._begin_new()
            self.taken.emit(done.value.id)

        def refused(error: DeskError) -> None:
            self._say_wrong(translated(error))

        self._say_wrong("")
        try:
            if all([self._origin.check(), self.parties.form.check()]):
                self._background.write(self, requests.take_in, self.value(), then=done, otherwise=refused)
        except DeskError as error:
            refused(error)

    def value(self) -> NewRequest:
        """What was typed, after `check` found nothing wrong; raises ItemsMissing."""
        return replace(self._so_far(), items=self._asked.items())

    def discard(self) -> None:
        """Throw away what was typed."""
        self.draft.drop()
        self._begin_new()
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
        self._notes.say(self.tr("Notes"))
        self.verb.setText(self.tr("Enter the request"))
        self._discard.setText(self.tr("Throw the draft away"))
        self._say_source()

    def _so_far(self) -> NewRequest:
        """What stands in the form, complete or not."""
        person = self.parties.finder.person
        return replace(
            self._origin.so_far(),
            items=self._asked.so_far(),
            requester=self.parties.right(),
            parties=self.parties.parties(),
            person=person.id if person else None,
            message=self._message,
            notes=self._notes.text().strip(),
        )

    def _restore(self, kept: Typed) -> None:
        """Show what was typed before; what an older program kept in another form is let go."""
        try:
            new = msgspec.convert(kept, NewRequest)
        except msgspec.ValidationError:
            self.draft.drop()
            return
        self._background.read(
            self,
            search.lines,
            [new.person] if new.person is not None else [],
            then=lambda found: self._show(new, found.get(new.person or 0), restored=True),
        )

    def _begin_new(self) -> None:
        self._show(NewRequest(Channel.POST, self._desk.today), None)
        self.draft.begin(_NEW, self._restore)

    def _lay_out(self) -> None:
        how, who, what = self._sections
        how.column.addWidget(self._origin)
        who.column.addWidget(self.parties)
        what.column.addWidget(self._asked)
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
        column.addWidget(self._source)
        column.addWidget(scrolled(inside, "intakeScroll"), 1)
        column.addWidget(self._wrong)
        column.addLayout(foot)

    def _show(self, new: NewRequest, person: PersonRow | None, *, restored: bool = False) -> None:
        self._message = new.message
        self._restored = restored
        self._origin.show_origin(new)
        self.parties.finder.clear()
        self.parties.show_parties(new.requester, new.parties)
        if person is not None:
            self.parties.finder.choose(person)
        self._asked.set_items(new.items)
        self._notes.set_text(new.notes)
        self._say_wrong("")
        self._say_source()

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _say_source(self) -> None:
        self._source.setText(
            self.tr("This was typed before and is not entered yet.")
            if self._restored
            else self.tr("Filled as the mail proposes it. Check every line before you take it in.")
        )
        self._source.setVisible(self._restored or self._message is not None)
