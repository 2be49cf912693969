"""From the recovery sheet to an open desk in four pages: the sheet, a manager, a new sheet, the work."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Progress
from privdesk.gui.setup.founder import FounderPage
from privdesk.gui.setup.leading import Draw, SheetWizard
from privdesk.gui.sheetgroups import SheetGroups
from privdesk.gui.widgets.card import scrolled
from privdesk.gui.widgets.failure import Failure
from privdesk.gui.widgets.guidedpage import GuidedPage
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desks import Sheet
from privdesk.operations.reference import Reference


class RecoverWizard(SheetWizard):
    """Emits `recover_wanted(typed, manager, sheet)` after the last page; `sheet` takes the place of the typed one."""

    recover_wanted = Signal(str, object, object)

    def __init__(
        self, office: str, login: str, reference: Reference, sheet: Sheet, drawn: Draw, parent: QWidget | None = None
    ) -> None:
        super().__init__("recover", sheet, drawn, parent)
        self._office = office
        self._typed = OldSheetPage(sheet)
        self._manager = ManagerPage(reference.common_passwords, login)
        self._manager.set_office(office)
        self._last = OpeningPage()
        self.lead((self._typed, self._manager, self._paper, self._last))

    def office_name(self) -> str:
        """As the unlock page knows it."""
        return self._office

    def question(self) -> tuple[str, str, str]:
        """Until the last page nothing has changed."""
        text = self.tr(
            "The desk stays as it was, and the old sheet still opens it. Destroy the new one if you printed it."
        )
        return self.tr("Leave without opening?"), text, self.tr("Leave")

    def retranslate(self) -> None:
        """Say what this is."""
        self.setAccessibleName(self.tr("Open with the recovery sheet"))

    def finish(self) -> None:
        """Ask for the desk."""
        self.set_busy(on=True)
        self.recover_wanted.emit(self._typed.typed(), self._manager.founder(), self._sheet)

    def set_busy(self, *, on: bool) -> None:
        """Show that the desk is being put under new keys."""
        super().set_busy(on=on)
        self._last.show_busy(on=on)

    def show_progress(self, progress: Progress) -> None:
        """Show how far that is."""
        self._last.show_progress(progress)

    def show_failure(self, error: DeskError) -> None:
        """Say why it did not open; everything that was entered is kept."""
        self.set_busy(on=False)
        self._last.failure.show_errors(error)


class OldSheetPage(GuidedPage):
    """The sheet from the envelope, typed; a slip is pointed to in its group."""

    def __init__(self, new: Sheet) -> None:
        super().__init__("recoverSheet")
        self._new = new
        self._groups = SheetGroups(new, another=True)
        self._slip = Failure()
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 16, 0)
        inside.setSpacing(16)
        inside.addWidget(self._groups)
        inside.addWidget(self._slip)
        inside.addStretch(1)
        self.column.addWidget(scrolled(inside, "recoverSheetScroll"))
        self._groups.edited.connect(self._slip.show_errors)

    def typed(self) -> str:
        """All groups as typed."""
        return self._groups.typed()

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("Type the recovery sheet")

    def text(self) -> str:
        """What it does."""
        return self.tr(
            "It opens this desk once and lets you set a manager's password. A new sheet takes its place: have a "
            "printer and an envelope at hand."
        )

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Old sheet")

    def leave(self) -> bool:
        """Every group must prove itself."""
        try:
            self._new.is_typed(self.typed())
        except DeskError as error:
            self._groups.mark_wrong()
            self._slip.show_errors(error)
            self._groups.focus_first()
            return False
        return True

    def focus_first(self) -> None:
        """Put the cursor into the first group that is not right."""
        self._groups.focus_first()


class ManagerPage(FounderPage):
    """Who opens the desk: a login that it knows gets a new password, another one becomes a manager."""

    def __init__(self, common: frozenset[str], login: str) -> None:
        super().__init__(common)
        self.set_login(login)

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("The manager's new password")

    def text(self) -> str:
        """Whose login."""
        return self.tr(
            "Use your old login to go on as before. Another login becomes a new manager; both stand in the log."
        )


class OpeningPage(GuidedPage):
    """What will happen; while it does, a bar moves."""

    def __init__(self) -> None:
        super().__init__("recoverLast")
        self._what = Paragraph()
        self.failure = Failure()
        self._bar = QProgressBar()
        self._bar.setObjectName("recoverProgress")
        self._bar.setTextVisible(False)
        for part in (self._what, self.failure, self._bar):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.show_busy(on=False)
        self.retranslate()

    def show_busy(self, *, on: bool) -> None:
        """Show that the desk is being opened."""
        self._bar.setRange(0, 0)
        self._bar.setVisible(on)
        if on:
            self.failure.show_errors()

    def show_progress(self, progress: Progress) -> None:
        """Show how much of the file is under the new keys."""
        # in per cent, because a large file has more bytes than the bar can count
        self._bar.setRange(0, 100)
        self._bar.setValue(100 * progress.done // max(1, progress.total))

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("Ready to open")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Open")

    def next_text(self) -> str:
        """The verb."""
        return self.tr("Open the desk")

    def focus_first(self) -> None:
        """The page itself, so that Enter opens the desk."""
        self.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._what.setText(
            self.tr(
                "The desk is put under new keys, which may take minutes. From then on only the new sheet opens it, and "
                "the log says that the sheet was used. The passwords of all others stay as they are."
            )
        )
        self._bar.setAccessibleName(self.tr("The desk is being opened"))
