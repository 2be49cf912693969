"""The questions that ask nothing but a text: a note, or the reason for what is done."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from privdesk.domain.shown import shown
from privdesk.gui.requests.dialogs import WordsDialog, needed
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import translated, words
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.operations import answers, execution, identity, messages, steps
from privdesk.operations.people import needed_reason

Said = tuple[str, str, str, str]
# title, explanation, verb, label of the text
_NOTE = (
    shown("case", "Note for colleagues"),
    shown("case", "It stays in the timeline and never moves the case."),
    shown("case", "Add the note"),
    shown("case", "Note"),
)
_WITHDRAW = (
    shown("case", "Withdrawn by the requester"),
    shown("case", "The case ends without an answer; it can be reopened."),
    shown("case", "Record the withdrawal"),
    shown("case", "How and why it was withdrawn"),
)
_REOPEN = (
    shown("case", "Reopen the request"),
    shown("case", "The days since it was closed are added to the policy deadline."),
    shown("case", "Reopen"),
    shown("case", "Reason"),
)
_FAIL = (
    shown("case", "Identity is not shown"),
    shown("case", "Nothing is refused by this. Ask for what is missing."),
    shown("case", "Record it"),
    shown("case", "What does not suffice"),
)
_SEND_BACK = (
    shown("case", "Send the decisions back"),
    shown("case", "They stay as they are; the clerk changes them and asks again."),
    shown("case", "Send back"),
    shown("case", "What is to be changed"),
)
_TAKE_BACK = (
    shown("case", "Take the decision back"),
    shown("case", "The item is open again and can be decided anew."),
    shown("case", "Take back"),
    shown("case", "Reason"),
)
_UNDO = (
    shown("case", "Take back what was carried out"),
    shown("case", "The record says again what it said before, and stopped uses are allowed again."),
    shown("case", "Take back"),
    shown("case", "Reason"),
)
_ASIDE = (
    shown("case", "No request"),
    shown("case", "The mail is put aside and kept; it can be taken out again."),
    shown("case", "Put aside"),
    shown("case", "Why it is no request"),
)

_NUMBERS = (
    shown("case", "Print whole numbers"),
    shown("case", "They stand in full on the draft and on the letter. The reason goes into the log."),
    shown("case", "Print them"),
    shown("case", "Why the letter needs whole numbers"),
)


def _said(text: Said) -> Said:
    title, explanation, verb, label = (words("case", one) for one in text)
    return title, explanation, verb, label


class ReasonDialog(WordsDialog):
    """Asks for a reason or a text and hands it to `then`, with the dialog."""

    def __init__(
        self,
        name: str,
        work: CaseWork,
        parent: QWidget,
        said: Callable[[], tuple[str, str, str, str]],
        then: Callable[[str, Dialog], None],
    ) -> None:
        super().__init__(name, work, parent)
        self._said = said
        self._then = then
        self._reason = Field("reason", QPlainTextEdit(), needed)
        self.form.add(self._reason)
        self.retranslate()

    def act(self) -> None:
        """Hand over what was typed."""
        self._then(self._reason.text().strip(), self)

    def retranslate(self) -> None:
        """Set title, explanation, verb and label."""
        title, text, verb, label = self._said()
        self.say(title, text, verb)
        self._reason.say(label)


class Reasons:
    """The questions that ask nothing but a text, each with its words and its act."""

    def __init__(self, work: CaseWork) -> None:
        self._work = work

    def note(self) -> None:
        """A word for colleagues."""
        self._ask("noteDialog", steps.note, _NOTE)

    def withdraw(self) -> None:
        """The requester no longer asks."""
        self._ask("withdrawDialog", steps.withdraw, _WITHDRAW)

    def reopen(self) -> None:
        """An ended case goes on."""
        self._ask("reopenDialog", steps.reopen, _REOPEN)

    def fail_identity(self) -> None:
        """What was shown does not suffice."""
        self._ask("failDialog", identity.record_failure, _FAIL)

    def send_back(self) -> None:
        """The decisions are not approved."""
        self._ask("sendBackDialog", answers.send_back, _SEND_BACK)

    def take_back(self, item: int) -> None:
        """A decision is taken back."""
        self._ask("takeBackDialog", answers.withdraw_decision, _TAKE_BACK, item)

    def undo_execution(self, item: int) -> None:
        """What was carried out is taken back."""
        self._ask("undoExecutionDialog", execution.undo_execution, _UNDO, item)

    def set_aside(self, message: int, version: int) -> None:
        """A mail is no request."""

        def act(reason: str, dialog: Dialog) -> None:
            background = self._work.background
            background.write(
                dialog,
                messages.not_request,
                message,
                version,
                reason,
                then=lambda _: dialog.accept(),
                otherwise=lambda error: dialog.show_wrong(translated(error)),
            )

        ReasonDialog("asideDialog", self._work, self._work.host, lambda: _said(_ASIDE), act).open()

    def whole_numbers(self, then: Callable[[str], None]) -> None:
        """A letter is to show whole numbers; `then` gets the reason."""

        def act(reason: str, dialog: Dialog) -> None:
            then(needed_reason(reason))
            dialog.accept()

        ReasonDialog("numbersDialog", self._work, self._work.host, lambda: _said(_NUMBERS), act).open()

    def _ask(self, name: str, operation: Callable[..., object], said: Said, *first: object) -> None:
        def act(text: str, dialog: Dialog) -> None:
            self._work.do(operation, *first, text, dialog=dialog)

        ReasonDialog(name, self._work, self._work.host, lambda: _said(said), act).open()
