"""The ways from the unlock page to an open desk: a password, the first own one, the recovery sheet, a new desk."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from privdesk.app import recovered, reference, terms, unlocked
from privdesk.gui.window import Window

if TYPE_CHECKING:
    from privdesk.domain.deskerror import DeskError
    from privdesk.domain.office import Office
    from privdesk.gui.background import Background
    from privdesk.gui.setup.recover import RecoverWizard
    from privdesk.gui.setup.wizard import SetupWizard
    from privdesk.operations.desk import Desk
    from privdesk.operations.desks import Clock, Founder, Sheet


class Arrival(QObject):
    """Leads from the unlock page to an open desk, which `enter` takes."""

    def __init__(
        self, window: Window, work: "Background", clock: "Clock", enter: "Callable[[Desk], None]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._work = work
        self._clock = clock
        self._enter = enter

    def unlock(self, path: str, login: str, password: bytearray) -> None:
        """Try a password; a failure is said on the page, a single-use password asks for one's own."""
        from privdesk.domain.errors import LogBroken, OlderCopy, OwnPasswordNeeded, UserMissing, WrongPassword

        typed = password.decode()

        def fail(error: "DeskError") -> None:
            if isinstance(error, OwnPasswordNeeded):
                self._ask_own(path, login, typed)
            elif isinstance(error, OlderCopy | LogBroken):
                self._ask_about_older(path, login, typed, error)
            elif page := self._window.unlock:
                is_typed_wrong = isinstance(error, WrongPassword | UserMissing)
                (page.show_wrong if is_typed_wrong else page.show_error)(error)

        self._work.beside(
            self._window, unlocked, Path(path), login, typed, self._clock, then=self._enter, otherwise=fail
        )

    def recover(self, path: str, office: str, login: str) -> None:
        """Lead from the recovery sheet to an open desk."""
        from privdesk.gui.setup.recover import RecoverWizard
        from privdesk.operations import desks, recovery_sheet

        wizard = RecoverWizard(office, login, reference(), desks.new_sheet(), recovery_sheet.drawn)
        wizard.recover_wanted.connect(lambda *facts: self._recover(wizard, Path(path), *facts))
        wizard.cancelled.connect(self._window.show_unlock)
        self._work.progressed.connect(wizard.show_progress)
        self._window.show_page(wizard)

    def found(self) -> None:
        """Lead through the foundation of a new desk."""
        from privdesk.gui.setup.wizard import SetupWizard
        from privdesk.operations import desks, recovery_sheet

        wizard = SetupWizard(reference(), desks.new_sheet(), recovery_sheet.drawn)
        wizard.create_wanted.connect(lambda *facts: self._create(wizard, *facts))
        wizard.cancelled.connect(self._window.show_unlock)
        wizard.language_chosen.connect(self._window.take_language)
        self._window.show_page(wizard)

    def _recover(self, wizard: "RecoverWizard", folder: Path, typed: str, manager: "Founder", sheet: "Sheet") -> None:
        self._work.beside(
            wizard,
            recovered,
            self._clock,
            folder,
            typed,
            manager,
            sheet,
            then=self._enter,
            otherwise=wizard.show_failure,
            long=True,
        )

    def _ask_own(self, path: str, login: str, single_use: str) -> None:
        from privdesk.gui.firstpassword import FirstPassword

        if page := self._window.unlock:
            page.show_busy(on=False)
        dialog = FirstPassword(self._window, reference().common_passwords, login, Path(path).stem)

        def enter(desk: "Desk") -> None:
            dialog.accept()
            self._enter(desk)

        dialog.chosen.connect(
            lambda own: self._work.beside(
                self._window,
                unlocked,
                Path(path),
                login,
                single_use,
                self._clock,
                own,
                then=enter,
                otherwise=dialog.show_error,
            )
        )
        dialog.open()

    def _ask_about_older(self, path: str, login: str, password: str, found: "DeskError") -> None:
        """Say that the copy is an older one; a manager may go on with it all the same."""
        from privdesk.gui.olderdesk import OlderDesk
        from privdesk.operations import rollback
        from privdesk.operations.rollback import Acceptance

        if page := self._window.unlock:
            page.show_busy(on=False)
            page.show_error(found)
        known = rollback.managers(Path(path), login)
        if not known:
            return
        dialog = OlderDesk(self._window, found, second=known > 1)

        def enter(desk: "Desk") -> None:
            dialog.accept()
            self._enter(desk)

        dialog.accepted_because.connect(
            lambda *said: self._work.beside(
                self._window,
                unlocked,
                Path(path),
                login,
                password,
                self._clock,
                "",
                Acceptance(*said),
                then=enter,
                otherwise=dialog.show_error,
            )
        )
        dialog.open()

    def _create(
        self, wizard: "SetupWizard", folder: Path, office: "Office", founder: "Founder", sheet: "Sheet"
    ) -> None:
        from privdesk.operations import desks

        facts = (folder, office, founder, sheet, reference(), self._clock, terms())
        self._work.beside(wizard, desks.create, *facts, then=self._enter, otherwise=wizard.show_failure)
