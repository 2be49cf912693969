"""The case in front, and the one road on which anything is done to it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError, StaleSave
from privdesk.gui.background import Background
from privdesk.gui.translation import translated
from privdesk.gui.widgets.dialog import Dialog
from privdesk.operations import desks
from privdesk.operations.desk import Desk
from privdesk.operations.requests import Case


class CaseWork(QObject):
    """Does operations to the case in front under the version that was seen; `stale` when somebody else was quicker."""

    stale = Signal()

    def __init__(self, background: Background, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.background = background
        self.desk = desk
        self.host = host
        self._case: Case | None = None

    @property
    def case(self) -> Case:
        """The case in front; asked only while there is one."""
        if self._case is None:
            raise ValueError("no case is in front")
        return self._case

    @property
    def has_case(self) -> bool:
        """Whether a case is in front."""
        return self._case is not None

    def is_about(self, id_: int) -> bool:
        """Whether this very case is in front."""
        return self._case is not None and self._case.id == id_

    def take(self, case: Case) -> None:
        """Put a case in front."""
        self._case = case

    def clear(self) -> None:
        """No case is in front any more."""
        self._case = None

    def do(
        self,
        operation: Callable[..., Any],
        *args: object,
        dialog: Dialog | None = None,
        then: Callable[[Any], None] | None = None,
        **named: object,
    ) -> None:
        """Do `operation(desk, id, version, *args)`; what forbids it is said in `dialog`, which else is accepted."""
        call = partial(operation, **named) if named else operation
        self._write(call, self.case.id, self.case.version, *args, dialog=dialog, then=then)

    def beside_manager(
        self, login: str, password: str, operation: Callable[..., Any], *args: object, dialog: Dialog | None = None
    ) -> None:
        """As `do`, with a manager beside the actor who has just typed name and password."""
        call = partial(_cosigned, login, password, operation)
        self._write(call, self.case.id, self.case.version, *args, dialog=dialog)

    def look(self, operation: Callable[..., Any], *args: object, then: Callable[[Any], None]) -> None:
        """Do a look that is logged, such as opening a record."""
        self.background.write(self.host, operation, *args, then=then, otherwise=self._refused)

    def _write(
        self,
        operation: Callable[..., Any],
        *args: object,
        dialog: Dialog | None = None,
        then: Callable[[Any], None] | None = None,
    ) -> None:
        def done(answer: object) -> None:
            if dialog is not None:
                dialog.accept()
            if then is not None:
                then(answer)

        def refused(error: DeskError) -> None:
            if dialog is not None:
                dialog.show_wrong(translated(error))
            else:
                self.background.failed.emit(error)
            if isinstance(error, StaleSave):
                self.stale.emit()

        # a dialog that was closed meanwhile gets no answer, so the act belongs to it
        self.background.write(dialog or self.host, operation, *args, then=done, otherwise=refused)

    def _refused(self, error: DeskError) -> None:
        self.background.failed.emit(error)


def _cosigned(login: str, password: str, operation: Callable[..., Any], desk: Desk, *args: object) -> object:
    return operation(desks.approver(desk, login, password), *args)
