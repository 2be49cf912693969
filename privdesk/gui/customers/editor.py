"""Entering and changing a customer: the form with its keys, its draft, and what happens when two save at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError, NumberTaken, StaleSave
from privdesk.domain.person import NewPerson, Person, Profile, Source, profile
from privdesk.gui.background import Background
from privdesk.gui.customers.conflict import ConflictDialog
from privdesk.gui.customers.first_entry import FirstEntry
from privdesk.gui.customers.form import PersonForm, profile_texts
from privdesk.gui.drafts import Draft, Typed
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import people
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.people import Record

Enter = Callable[[Desk, NewPerson], Done[int]]
_NEW = "person:new"
_VERSION = "version"


def place_of(person_id: int) -> str:
    """Under which place the draft of a customer's record is kept."""
    return f"person:{person_id}"


class PersonEditor(Translated, Card):
    """Saves by `people.edit`, or what `begin_new` was given; `saved` with the customer's id, `left` without saving."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customerEditor")
        self._background = background
        self._person: Person | None = None
        self._enter: Enter = people.add
        self._begun: dict[str, str] = {}
        self._title = Text(role="title")
        self._note = Paragraph(tone="dim")
        self._wrong = Paragraph(tone="late")
        self.form = PersonForm(desk)
        self.first = FirstEntry(desk)
        self._cancel = Button("editorCancel")
        self._save = Button("editorSave", "primary", "save")
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 12, 0)
        inner.setSpacing(12)
        inner.addWidget(self.form)
        inner.addWidget(self.first)
        inner.addStretch(1)
        self.column.setSpacing(12)
        self.column.addLayout(line(self._title, None, self._cancel, self._save))
        self.column.addWidget(self._note)
        self.column.addWidget(self._wrong)
        self.column.addWidget(scrolled(inner, "editorArea"), 1)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.left)
        self.draft = Draft(self, background, self._typed)
        self.form.edited.connect(self.draft.note)
        self.first.edited.connect(self.draft.note)
        self.retranslate()

    def begin_new(self, texts: dict[str, str], enter: Enter = people.add) -> None:
        """Start with an empty form, which has a draft, or one that is filled already, for `enter`."""
        self._enter = enter
        self._begin(None, {**profile_texts(Profile(name="")), **texts}, "" if texts else _NEW)

    def begin_edit(self, person: Person) -> None:
        """Change a record."""
        # who changes something says from whom it is; where the record came from is no answer to that
        self._begin(person, {**profile_texts(profile(person)), "source": str(Source.SELF)}, place_of(person.id))

    def save(self) -> None:
        """Check the fields, then save."""
        if not all([self._person is not None or self.first.check(), self.form.check()]):
            return
        self._show_wrong("")
        if self._person is None:
            new = NewPerson(self.form.profile(), self.first.numbers(), self.first.wants_mail())
            self._background.write(
                self, self._enter, new, then=lambda done: self._take_saved(done.value), otherwise=self._take_error
            )
        else:
            self._save_over(self._person, self.form.profile())

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Edit the customer") if self._person else self.tr("New customer"))
        again = self.tr("This was typed before and is not saved yet.")
        numbers = self.tr("Numbers are not kept with it; type them again.")
        self._note.setText(again if self._person else f"{again} {numbers}")
        self._cancel.setText(self.tr("Cancel"))
        self._save.setText(self.tr("Save"))

    def _begin(self, person: Person | None, texts: dict[str, str], place: str) -> None:
        self.draft.keep()
        self._person = person
        self._begun = texts
        self.form.begin(texts, held=person is not None)
        self.first.set_texts(texts)
        self.first.setVisible(person is None)
        self._note.hide()
        self._show_wrong("")
        self.retranslate()
        self.draft.begin(place, self._restore)

    def _typed(self) -> dict[str, str]:
        """What differs from the record, and its version; the numbers of a new customer are not among it."""
        texts = {**self.form.texts(), "mail_consent": self.first.texts()["mail_consent"]}
        version = {_VERSION: str(self._person.version)} if self._person else {}
        return {name: text for name, text in texts.items() if text != self._begun.get(name, "")} | version

    def _restore(self, kept: Typed) -> None:
        """Show what was typed before; who saved meanwhile is met on saving, as if the form had stayed open."""
        texts = {**self._begun, **kept}
        if self._person:
            self._person = replace(self._person, version=int(kept[_VERSION]))
        self.form.set_texts(texts)
        self.first.set_texts(texts)
        self._note.show()

    def _save_over(self, person: Person, new: Profile) -> None:
        self._background.write(
            self,
            partial(people.edit, renamed=self.form.renamed()),
            person.id,
            person.version,
            new,
            then=lambda _: self._take_saved(person.id),
            otherwise=partial(self._take_error, person=person, new=new),
        )

    def _take_saved(self, person_id: int) -> None:
        self.draft.drop()
        self.saved.emit(person_id)

    def _take_error(self, error: DeskError, person: Person | None = None, new: Profile | None = None) -> None:
        if isinstance(error, StaleSave) and person and new:
            self._background.write(
                self, people.open_person, person.id, then=lambda record: self._settle(person, new, record)
            )
        elif isinstance(error, NumberTaken):
            self.form.fields["number"].show_wrong(translated(error))
            self.form.focus("number")
        else:
            self._show_wrong(translated(error))

    def _settle(self, base: Person, mine: Profile, theirs: Record) -> None:
        dialog = ConflictDialog(self, profile(base), mine, profile(theirs.person))
        dialog.chosen.connect(lambda chosen: self._take_choice(theirs.person, chosen))
        dialog.open()

    def _take_choice(self, person: Person, chosen: Profile) -> None:
        self._person = person
        self.form.set_texts({**profile_texts(chosen), "source": self.form.texts()["source"]})
        self._save_over(person, replace(chosen, source=self.form.profile().source))

    def _show_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
