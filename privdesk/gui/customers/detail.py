"""What stands beside the list: nothing yet, a record, or the form; it keeps what was typed and not saved."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from privdesk.domain.batch import FieldWarning
from privdesk.domain.matrix import roles_of
from privdesk.domain.person import Status
from privdesk.gui.background import Background
from privdesk.gui.customers.editor import PersonEditor, place_of
from privdesk.gui.customers.form import AT
from privdesk.gui.customers.paper_page import PaperPage
from privdesk.gui.customers.record import RecordView
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.operations import waiting
from privdesk.operations.desk import Desk

# what lies over the record until it is closed
_ON_TOP = (PersonEditor, PaperPage)


class DetailPane(Translated, QStackedWidget):
    """Shows one customer at a time; what was typed and not saved waits as a draft.

    `person` is the customer who is shown or on the way. The record and the form are built when they are first needed.
    """

    entered = Signal(int)
    request_wanted = Signal(int)
    request_opened = Signal(int)
    letter_opened = Signal(int)
    looks_wanted = Signal(int, object)
    batch_opened = Signal(int)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customerDetail")
        self._background = background
        self._desk = desk
        self.person: int | None = None
        self._may_open = desk.actor.role in roles_of("people.open_person")
        self._mending: FieldWarning | None = None
        self._empty = Empty("user")
        self._nothing = Card()
        self._nothing.column.addWidget(self._empty)
        self.addWidget(self._nothing)
        self.retranslate()

    @cached_property
    def record(self) -> RecordView:
        """The customer who is shown."""
        part = RecordView(self._background, self._desk)
        part.head.edit_wanted.connect(lambda: self.edit())
        part.head.discard_wanted.connect(lambda: self.editor.draft.drop(place_of(self.person or 0)))
        part.head.request_wanted.connect(self.request_wanted)
        part.request_opened.connect(self.request_opened)
        part.letter_opened.connect(self.letter_opened)
        part.looks_wanted.connect(self.looks_wanted)
        part.batch_opened.connect(self.batch_opened)
        part.person_wanted.connect(self.open_person)
        part.paper_wanted.connect(lambda *wanted: self.paper.show_paper(*wanted))
        part.shown.connect(lambda _: self._show_record())
        part.gone.connect(self._take_gone)
        part.mend_wanted.connect(self._mend)
        self.addWidget(part)
        return part

    @cached_property
    def editor(self) -> PersonEditor:
        """The form, for a new customer or the one who is shown."""
        part = PersonEditor(self._background, self._desk)
        part.saved.connect(self._take_saved)
        part.left.connect(self.close_top)
        part.draft.changed.connect(self._look_for_draft)
        self.addWidget(part)
        return part

    @cached_property
    def paper(self) -> PaperPage:
        """A paper about the customer who is shown."""
        part = PaperPage(self._background, self._desk)
        part.begun.connect(lambda: self.setCurrentWidget(part))
        part.left.connect(self.close_top)
        self.addWidget(part)
        return part

    @property
    def editing(self) -> bool:
        """Whether the form is in front."""
        return isinstance(self.currentWidget(), PersonEditor)

    def open_person(self, person_id: int) -> None:
        """Show a customer; a form that is open is left with its draft kept."""
        if not self._may_open:
            return  # to ask all the same would be told as an alarm in the log
        if self.editing:
            self.editor.draft.keep()
        self.person = person_id
        self.record.open_person(person_id)

    def reload(self) -> None:
        """Read the record again; a form or a paper that is open stays as it is."""
        if self.person is not None and not isinstance(self.currentWidget(), _ON_TOP):
            self.record.open_person(self.person)

    def edit(self, *, new: bool = False) -> None:
        """Open the form for the customer who is shown, or for a new one, with what was typed before."""
        if new:
            self.editor.begin_new({})
        else:
            record = self.record.record
            if self.editing or record is None or record.person.status is Status.DISPOSED:
                return
            self.editor.begin_edit(record.person)
        self._mending = None
        self.setCurrentWidget(self.editor)
        self.editor.form.focus("name")

    def close_top(self) -> None:
        """Go back from the form, whose words are kept, or from a paper to what was shown."""
        if self.editing:
            self.editor.draft.keep()
        if isinstance(self.currentWidget(), _ON_TOP):
            self._show_record()

    def retranslate(self) -> None:
        """Set the words."""
        if self._may_open:
            text = self.tr(
                "The record stands here with its numbers, purposes, requests and periods. Opening it is logged."
            )
            self._empty.say(self.tr("Choose a customer"), text)
        else:
            text = self.tr("Who looked at a customer stands in the log: choose the customer there.")
            self._empty.say(self.tr("Your role opens no records"), text)

    def _show_record(self) -> None:
        record = self.record.record
        if record:  # the id of a merged record opened the one that was kept
            self.person = record.person.id
        self.setCurrentWidget(self.record if record else self._nothing)
        self._look_for_draft()

    def _look_for_draft(self) -> None:
        record = self.record.record
        if record and not self.editing:
            place = place_of(record.person.id)
            self.editor.draft.find(place, lambda kept: self.record.show_draft(there=bool(kept)))

    def _take_gone(self, _error: object) -> None:
        self.person = None
        self.setCurrentWidget(self._nothing)

    def _mend(self, warning: FieldWarning) -> None:
        self.edit()
        name = AT.get(warning.field, warning.field)
        field = self.editor.form.fields.get(name)
        if field is None or not self.editing:
            return
        kept = [field.text()] if name in ("phones", "mails", "notes") and field.text() else []
        field.set_text("\n".join([*kept, warning.raw]))
        field.check()
        self._mending = warning
        self.editor.form.focus(name)

    def _take_saved(self, person_id: int) -> None:
        if self._mending:
            self._background.write(self, waiting.mend_warning, self._mending.id)
        self._mending = None
        new = person_id != self.person
        self.setCurrentWidget(self.record)
        self.open_person(person_id)
        if new:
            self.entered.emit(person_id)
