"""Proving the log: the work, and its verdict in words, green or red."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from privdesk.domain.errors import DeskError
from privdesk.domain.log import Verdict
from privdesk.gui.background import Background, Progress
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import log


class VerifyCard(Translated, Card):
    """`entry_wanted` with the number of the entry where the log is broken; `proved` after each verdict.

    `reads` says whether the user may see that entry at all.
    """

    entry_wanted = Signal(int)
    proved = Signal()

    def __init__(self, background: Background, *, reads: bool) -> None:
        super().__init__()
        self.setObjectName("logVerify")
        self._background = background
        self._reads = reads
        self._verdict: Verdict | None = None
        self._title = Text(role="title")
        self._text = Paragraph(tone="dim")
        self.verify = Button("logVerifyNow", "primary", "shield-check")
        self.stop = Button("logVerifyStop", "plain", "x")
        self._work = Text(role="small", tone="dim")
        self._sign = Sign(side=28)
        self.verdict = Text(role="strong")
        self._said = Paragraph()
        self._go = Button("logGoToFault", "danger", "arrow-right")
        self._lay_out()
        self.verify.clicked.connect(self.begin)
        self.stop.clicked.connect(background.cancel)
        self._go.clicked.connect(lambda: self.entry_wanted.emit(self._verdict.at if self._verdict else 0))
        background.progressed.connect(self._say_progress)
        self._set_busy(busy=False)
        self.retranslate()

    def begin(self) -> None:
        """Verify the log from its first entry on."""
        if self.verify.isEnabled():
            self._show(None)
            self._set_busy(busy=True)
            self._background.write(self, log.verify, then=self._take, otherwise=self._fail, long=True)

    def retranslate(self) -> None:
        """Say all again, the verdict too."""
        self._title.setText(self.tr("Is the log whole?"))
        self._text.setText(
            self.tr("Proves every entry from the first on: that none is missing, altered or written by somebody else.")
        )
        self.verify.setText(self.tr("Verify the log"))
        self.stop.setText(self.tr("Stop"))
        self._go.setText(self.tr("Go to the entry"))
        self._show(self._verdict)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.column.addLayout(line(self.verify, self.stop, self._work, None))
        self.column.addSpacing(8)
        self.column.addLayout(line(self._sign, self.verdict, None))
        self.column.addWidget(self._said)
        self.column.addLayout(line(self._go, None))
        self.column.addStretch(1)

    def _take(self, verdict: Verdict) -> None:
        self._set_busy(busy=False)
        self._show(verdict)
        self.proved.emit()

    def _fail(self, error: DeskError) -> None:
        self._set_busy(busy=False)
        self._background.failed.emit(error)

    def _show(self, verdict: Verdict | None) -> None:
        """Say what was found and, as important, what was looked at and with which keys."""
        self._verdict = verdict
        there, broken = verdict is not None, verdict is not None and verdict.fault is not None
        for part in (self._sign, self.verdict, self._said):
            part.setVisible(there)
        self._go.setVisible(broken and self._reads)
        self._sign.set_sign("shield-alert" if broken else "shield-check", "late" if broken else "done")
        self.verdict.set_tone("late" if broken else "done")
        self.verdict.setText(self.tr("The log is broken") if broken else self.tr("Nothing is wrong with the log"))
        said = verdict.said() if verdict else ()
        self._said.setText("\n".join(f"・{words('log', one.sentence).format(**_figures(one.values))}" for one in said))

    def _set_busy(self, *, busy: bool) -> None:
        self.verify.setEnabled(not busy)
        self.stop.setVisible(busy)
        self._work.setVisible(busy)
        self._work.setText("")

    def _say_progress(self, progress: Progress) -> None:
        if not self.verify.isEnabled():
            figures = {"done": f"{progress.done:,}", "total": f"{progress.total:,}"}
            self._work.setText(self.tr("{done} of {total} entries").format(**figures))


def _figures(values: Mapping[str, str | int]) -> dict[str, str]:
    return {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
