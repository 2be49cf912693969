"""A letter on its way: the chip of where it is, and the questions when it leaves the house or comes back."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.law import Law
from privdesk.domain.letter import DISCLOSURE, PROVISIONS, LetterRow, LetterState
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.translation import language, translated, words
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.operations import letters

STATES = {
    LetterState.ISSUED: shown("post", "To print"),
    LetterState.PRINTED: shown("post", "To send"),
    LetterState.SENT: shown("post", "Sent"),
    LetterState.RETURNED: shown("post", "Came back"),
}
# a letter that tells its way of delivery tells this one
REGISTERED = "simplified_registered"
_TELLS_REGISTERED = frozenset({DISCLOSURE, PROVISIONS})
UNSENT = frozenset({LetterState.ISSUED, LetterState.PRINTED})
_TONES = {LetterState.PRINTED: "soon"}
SERVICES = {
    "post": shown("post", "Ordinary post"),
    "simplified_registered": shown("post", "Simplified registered post"),
    "registered": shown("post", "Registered post"),
    "addressee_only": shown("post", "Registered, addressee only"),
    "letter_pack": shown("post", "Letter Pack"),
    "handed_over": shown("post", "Handed over at the office"),
    "mail": shown("post", "Mail, encrypted PDF"),
}


def letter_face(state: LetterState) -> ChipFace:
    """The chip of where a letter is."""
    face = chip(state, words("post", STATES[state]))
    return ChipFace(face.text, _TONES.get(state, face.tone), face.sign)


def service_said(code: str) -> str:
    """The name of a service; what was noted in words stays."""
    return words("post", SERVICES[code]) if code in SERVICES else code


def template_said(law: Law, template: str) -> str:
    """The name of a letter in the window's language."""
    return law.letters[template].name.in_(language()) if template in law.letters else template


class SendDialog(Dialog):
    """Notes by which service a letter left the house, its tracking number, and the day."""

    def __init__(self, background: Background, parent: QWidget, row: LetterRow, today: date) -> None:
        super().__init__("sendDialog", parent)
        self._background = background
        self._row = row
        self._registered = row.has_numbers or row.template in _TELLS_REGISTERED
        self._service = Field("service", Choice(), self._warn)
        self._tracking = Field("tracking")
        self._on = DateField("sentOn", today)
        self._form = Form("sendForm")
        self._form.add(self._service)
        self._form.add(self._tracking, self._on)
        self.column.addWidget(self._form)
        self.retranslate()
        self._service.set_text(REGISTERED if self._registered else "post")
        self._on.set_day(today)
        self._service.edited.connect(self._service.check)
        self._service.editor.setFocus()

    def try_accept(self) -> None:
        """Record it; what forbids it is said here."""
        self.show_wrong("")
        if not self._form.check():
            return
        self._background.write(
            self,
            letters.mark_sent,
            self._row.id,
            self._row.version,
            self._service.text(),
            self._tracking.text().strip(),
            self._on.day() or date.min,
            then=lambda _: self.accept(),
            otherwise=self._refused,
        )

    def retranslate(self) -> None:
        """Set all words."""
        box = self._service.editor
        if isinstance(box, QComboBox):
            kept = box.currentData()
            box.clear()
            for code, name in SERVICES.items():
                box.addItem(words("post", name), code)
            box.setCurrentIndex(max(0, box.findData(kept)))
        text = self.tr("From the day it left, the requester counts as told.")
        self.say(self.tr("{number} was sent").format(number=self._row.number), text, self.tr("Record the sending"))
        self._service.say(self.tr("Service"))
        self._tracking.say(self.tr("Tracking number"))
        self._on.say(self.tr("Sent on"))

    def _warn(self, service: str) -> str:
        if not self._registered or service == REGISTERED:
            return ""
        return self.tr("The letter says that it goes by simplified registered post.")

    def _refused(self, error: DeskError) -> None:
        self.show_wrong(translated(error))


class ReturnedDialog(Dialog):
    """Notes that a letter came back, and why."""

    def __init__(self, background: Background, parent: QWidget, row: LetterRow, today: date) -> None:
        super().__init__("returnedDialog", parent)
        self._background = background
        self._row = row
        self._on = DateField("returnedOn", today)
        self._note = Field("returnedNote", QPlainTextEdit())
        self._form = Form("returnedForm")
        self._form.add(self._on)
        self._form.add(self._note)
        self.column.addWidget(self._form)
        self.retranslate()
        self._on.set_day(today)
        self._note.editor.setFocus()

    def try_accept(self) -> None:
        """Record it; what forbids it is said here."""
        self.show_wrong("")
        if not self._form.check():
            return
        self._background.write(
            self,
            letters.mark_returned,
            self._row.id,
            self._row.version,
            self._on.day() or date.min,
            self._note.text().strip(),
            then=lambda _: self.accept(),
            otherwise=lambda error: self.show_wrong(translated(error)),
        )

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("The letter is kept as it is. The way on is a new letter to the right address.")
        self.say(self.tr("{number} came back").format(number=self._row.number), text, self.tr("Record it"))
        self._on.say(self.tr("Came back on"))
        self._note.say(self.tr("What the post says, for example: moved, unknown"))
