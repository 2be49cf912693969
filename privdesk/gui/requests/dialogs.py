"""The small questions of a case: a reason, a day, a choice; each does its act when its verb is pressed."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from privdesk.domain.errors import DeskError, ReasonNeeded
from privdesk.domain.event import Outcome, Wait
from privdesk.domain.user import User
from privdesk.gui.drafts import Draft, Typed
from privdesk.gui.requests.words import dated, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.operations import steps


def fill(field: Field, choices: Mapping[str, str]) -> None:
    """Give a field with a choice its entries (data to words) and keep what is chosen."""
    box = field.editor
    if isinstance(box, QComboBox):
        kept = box.currentData()
        # long words of the law are cut, not the form
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.clear()
        for data, text in choices.items():
            box.addItem(text, data)
        box.setCurrentIndex(max(0, box.findData(kept)))


def needed(text: str) -> str:
    """The check of a field that must say something."""
    if not text.strip():
        raise ReasonNeeded
    return ""


class CaseDialog(Dialog):
    """A form over the case in front; `act` does it."""

    def __init__(self, name: str, work: CaseWork, parent: QWidget, *, danger: bool = False) -> None:
        super().__init__(name, parent, danger=danger)
        self.work = work
        self.form = Form(f"{name}Form")
        self.column.addWidget(self.form)

    def act(self) -> None:
        """Do what the verb says."""
        raise NotImplementedError

    def try_accept(self) -> None:
        """Check the fields, then act; the dialog closes when it is done."""
        self.show_wrong("")
        try:
            if self.form.check():
                self.act()
        except DeskError as error:
            self.show_wrong(translated(error))


class WordsDialog(CaseDialog):
    """A form over the case with words that somebody thought about: after a lock they are there again."""

    def __init__(self, name: str, work: CaseWork, parent: QWidget) -> None:
        super().__init__(name, work, parent)
        self._draft = Draft(self, work.background, self.typed)
        self.form.edited.connect(self._draft.note)
        for answered in (self.accepted, self.rejected):
            answered.connect(self._draft.drop)

    def typed(self) -> Typed:
        """What a draft keeps."""
        return self.form.texts()

    def restore(self, kept: Typed) -> None:
        """Put in what was typed before the lock."""
        self.form.set_texts(dict(kept))

    def showEvent(self, event: QShowEvent) -> None:
        """Look for what was typed before, as soon as the form stands."""
        super().showEvent(event)
        if self.work.has_case and not self._draft.place:
            self._draft.begin(f"request:{self.work.case.id}:{self.objectName()}", self.restore)


class WaitDialog(CaseDialog):
    """Stops the policy deadline, or lets it run again, from a day on."""

    def __init__(self, work: CaseWork, parent: QWidget, *, ends: bool) -> None:
        super().__init__("resumeDialog" if ends else "pauseDialog", work, parent)
        self._ends = ends
        self._wait = Field("wait", Choice())
        self._on = DateField("waitOn", work.desk.today)
        self.form.add(self._wait)
        self.form.add(self._on)
        self._on.set_day(work.desk.today)
        self.retranslate()

    def act(self) -> None:
        """Pause or resume."""
        operation = steps.resume if self._ends else steps.pause
        self.work.do(operation, Wait(self._wait.text()), self._on.day(), dialog=self)

    def retranslate(self) -> None:
        """Set all words; only waits that can end, or begin, are offered."""
        case = self.work.case
        waits = [wait for wait in Wait if (wait in case.request.waiting) is self._ends]
        fees = any(asked.kind.fee for asked in case.items)
        fill(
            self._wait,
            {wait.value: local(case.law.word(wait)) for wait in waits if fees or self._ends or wait is not Wait.FEE},
        )
        self._wait.say(self.tr("What the office waits for"))
        if self._ends:
            self._on.say(self.tr("Came on"))
            text = self.tr("The policy deadline runs again; the days of waiting are added to it.")
            self.say(self.tr("Let the deadline run again"), text, self.tr("Run again"))
        else:
            self._on.say(self.tr("Waits since"))
            text = self.tr("Only the office's own deadline stands still. Day 14 of the law runs on.")
            self.say(self.tr("Stop the deadline"), text, self.tr("Stop"))


class ExtendDialog(WordsDialog):
    """Moves the policy deadline, within the outer limit, with a reason that the requester is told."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("extendDialog", work, parent)
        self._until = DateField("extendUntil", work.desk.today)
        self._reason = Field("extendReason", QPlainTextEdit(), needed)
        self.form.add(self._until)
        self.form.add(self._reason)
        self.retranslate()

    def act(self) -> None:
        """Extend."""
        self.work.do(steps.extend, self._until.day() or date.min, self._reason.text().strip(), dialog=self)

    def retranslate(self) -> None:
        """Set all words, with the days between which the new one may lie."""
        case = self.work.case
        hint = self.tr("After {due}, at the latest {limit}")
        text = self.tr("The requester must be told the new day and the reason; day 14 of the law stays.")
        self.say(self.tr("Extend the deadline"), text, self.tr("Extend"))
        self._until.say(self.tr("New day"), hint.format(due=dated(case.clocks.policy.due), limit=dated(case.limit.due)))
        self._reason.say(self.tr("Reason"))


class OwnerDialog(CaseDialog):
    """Hands the request to a colleague."""

    def __init__(self, work: CaseWork, parent: QWidget, users: tuple[User, ...]) -> None:
        super().__init__("ownerDialog", work, parent)
        self._users = [user for user in users if user.active]
        self._owner = Field("owner", Choice())
        self.form.add(self._owner)
        self.retranslate()
        self._owner.set_text(str(work.case.owner.id) if work.case.owner else "")

    def act(self) -> None:
        """Hand over."""
        chosen = self._owner.text()
        self.work.do(steps.set_owner, int(chosen) if chosen else None, dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        self.say(self.tr("Hand the request over"), "", self.tr("Hand over"))
        fill(self._owner, {"": self.tr("Nobody"), **{str(user.id): user.name for user in self._users}})
        self._owner.say(self.tr("Owner"))


class NotesDialog(WordsDialog):
    """Rewrites the notes on the case."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("notesDialog", work, parent)
        self._notes = Field("caseNotes", QPlainTextEdit())
        self.form.add(self._notes)
        self.retranslate()
        self._notes.set_text(work.case.notes)
        self._notes.editor.setFocus()

    def typed(self) -> Typed:
        """The notes beside those that stand in the vault."""
        return {"notes": self._notes.text(), "stored": self.work.case.notes}

    def restore(self, kept: Typed) -> None:
        """Put in what was typed before the lock, below what a colleague wrote meanwhile."""
        stored = self.work.case.notes
        self._notes.set_text(kept["notes"] if kept["stored"] == stored else f"{stored}\n\n{kept['notes']}")

    def act(self) -> None:
        """Save them; empty ones take the slip away."""
        self.work.do(steps.set_notes, self._notes.text().strip(), dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("They stand above the history and can be rewritten. What has to stay goes there as a note.")
        self.say(self.tr("Notes on the case"), text, self.tr("Save the notes"))
        self._notes.say(self.tr("Notes"))


class CloseDialog(WordsDialog):
    """Ends a case otherwise than by its answer: unverified, referred, or handled in another way."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("closeDialog", work, parent)
        self._outcome = Field("outcome", Choice())
        self._reason = Field("closeReason", QPlainTextEdit())
        self._into = Field("closeInto")
        for field in (self._outcome, self._reason, self._into):
            self.form.add(field)
        self._outcome.edited.connect(self._show_into)
        self.retranslate()

    def act(self) -> None:
        """Close."""
        outcome = Outcome(self._outcome.text())
        into = self._into.text() if outcome is Outcome.CONVERTED else ""
        self.work.do(steps.close, outcome, self._reason.text().strip(), into.strip(), dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("An answered case closes only when every item is decided, approved, carried out and told.")
        self.say(self.tr("Close the request"), text, self.tr("Close the request"))
        fill(self._outcome, {outcome.value: local(self.work.case.law.word(outcome)) for outcome in Outcome})
        self._outcome.say(self.tr("How it ends"))
        self._reason.say(self.tr("Reason"))
        self._into.say(self.tr("What it became"), self.tr("For example: an ordinary inquiry"))
        self._show_into()

    def _show_into(self) -> None:
        outcome = Outcome(self._outcome.text())
        self._into.setVisible(outcome is Outcome.CONVERTED)
        self._reason.setVisible(outcome is not Outcome.ANSWERED)
