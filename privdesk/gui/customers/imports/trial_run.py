"""A dry run beside the window: reads rows on the lane beside the vault, looks at the desk in short questions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from privdesk.domain.errors import Cancelled, DeskError
from privdesk.gui.background import Background
from privdesk.operations import trial
from privdesk.operations.desk import Desk
from privdesk.operations.preview import Preview
from privdesk.operations.sifting import Facts
from privdesk.operations.trial import Report, Trial

_KEY = "trial"


class TrialRun(QObject):
    """One dry run at a time: `stepped` with rows done and in all, then `ended` with the report, or `failed`."""

    stepped = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self.running = False
        self._trial: Trial | None = None

    def begin(self, found: Preview, partner: str) -> None:
        """Try a table as it was mapped, in place of what is tried now; `partner` gave the rows that name none."""
        self.running, self._trial = True, None
        work = partial(trial.begin, found.file, found.kind, found.mapping.fields, found.mapping, partner=partner)
        self._background.beside(self, work, then=self._go_on, otherwise=self._fail, key=_KEY)

    def stop(self) -> None:
        """Look no further; nothing was written."""
        if self.running:
            if self._trial:
                self._trial.stop()
            self._fail(Cancelled())

    def _go_on(self, begun: Trial) -> None:
        if self.running:
            self._trial = begun
            self.stepped.emit(begun.done, begun.rows)
            look = partial(self._look, begun)
            self._background.beside(self, begun.read, then=look, otherwise=self._fail, key=_KEY)

    def _look(self, begun: Trial, facts: Sequence[Facts]) -> None:
        if self.running and facts:
            self._background.read(self, _looked, begun, facts, then=self._go_on, otherwise=self._fail, key=_KEY)
        elif self.running:
            self._background.read(self, _reported, begun, then=self._end, otherwise=self._fail, key=_KEY)

    def _end(self, report: Report) -> None:
        if self.running:
            self.running = False
            self.ended.emit(report)

    def _fail(self, error: DeskError) -> None:
        self.running = False
        self.failed.emit(error)


def _looked(desk: Desk, begun: Trial, facts: Sequence[Facts]) -> Trial:
    begun.look(desk, facts)
    return begun


def _reported(desk: Desk, begun: Trial) -> Report:
    return begun.report(desk)
