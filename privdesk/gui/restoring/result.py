"""The last page: how far the restoring is, then what became of it."""

from PySide6.QtWidgets import QProgressBar

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Progress
from privdesk.gui.backupwords import moment
from privdesk.gui.translation import translated
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.gui.widgets.wizard import WizardPage
from privdesk.operations.restores import Restored


class ResultPage(WizardPage):
    """Leads on only when the desk is there."""

    def __init__(self) -> None:
        super().__init__("restoreResult")
        self._found: Restored | DeskError | None = None
        self._bar = QProgressBar()
        self._bar.setObjectName("restoreProgress")
        self._bar.setTextVisible(False)
        self._sign = Sign("", side=24)
        self._verdict = Text(role="strong")
        self._what, self._missing = Paragraph(), Paragraph(tone="soon")
        head = line(self._sign, spacing=10)
        head.addWidget(self._verdict, 1)
        self.column.addWidget(self._bar)
        self.column.addLayout(head)
        self.column.addWidget(self._what)
        self.column.addWidget(self._missing)
        self.column.addStretch(1)
        self.begin()

    def begin(self) -> None:
        """The work begins."""
        self._bar.setRange(0, 0)
        self._show(None)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def show_result(self, done: Restored) -> None:
        """Tell what was taken over and what is missing."""
        self._show(done)

    def show_failure(self, error: DeskError) -> None:
        """Say why there is no desk; Back leads to what can be mended."""
        self._show(error)

    def running(self) -> bool:
        """Whether it is still under way."""
        return self._found is None

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("The backup is being restored") if self._found is None else self.tr("Restoring a backup")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Result")

    def next_text(self) -> str:
        """The verb."""
        return self.tr("To the desk")

    def ready(self) -> bool:
        """Whether there is a desk to go to."""
        return isinstance(self._found, Restored)

    def retranslate(self) -> None:
        """Set all words."""
        found = self._found
        self._bar.setAccessibleName(self.tr("Progress"))
        self._what.setText(self._told(found) if isinstance(found, Restored) else translated(found) if found else "")
        failed = self.tr("Nothing was restored")
        self._verdict.setText(failed if isinstance(found, DeskError) else self.tr("The desk is there") if found else "")
        missing = (found.missing, found.unread) if isinstance(found, Restored) else ()
        self._missing.setText("\n".join(translated(one) for one in missing if one))

    def _told(self, done: Restored) -> str:
        said = [self.tr("As of {made}, in {folder}").format(made=moment(done.made_at), folder=done.folder)]
        if new := done.replayed:
            taken = self.tr(
                "From the newer desk: {stands} suspensions and consents, corrections of {corrected} customers."
            )
            said.append(taken.format(stands=new.stands, corrected=new.corrected))
            if new.left:
                said.append(self.tr("Users closed since, open again: {logins}").format(logins=", ".join(new.left)))
        if done.disposed:
            gone = self.tr("Disposed of since the backup, and erased again: {count} customers")
            said.append(gone.format(count=done.disposed))
        return "\n".join(said)

    def _show(self, found: Restored | DeskError | None) -> None:
        self._found = found
        failed = isinstance(found, DeskError)
        self._bar.setVisible(found is None)
        self._sign.set_sign(
            "triangle-alert" if failed else "circle-check" if found else "", "late" if failed else "done"
        )
        self.retranslate()
        self.ready_changed.emit()
