"""What is shown when the program itself is at fault: one dialog, with a report that holds no personal data."""

import traceback
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from privdesk import __version__
from privdesk.gui.widgets.dialog import Dialog


class BugDialog(Dialog):
    """Says that what was saved is safe and that the desk is locked now; the report can be copied."""

    def __init__(self, parent: QWidget, error: BaseException) -> None:
        super().__init__("bug", parent, choice=False)
        self._report = QPlainTextEdit(report(error))
        self._report.setObjectName("bugReport")
        self._report.setReadOnly(True)
        self._report.setMinimumHeight(160)
        self.column.addWidget(self._report)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.say(
            self.tr("The program made a mistake"),
            self.tr(
                "Everything that was saved is safe. The desk is locked now; unlock it and go on. The report below says "
                "where in the program it happened and nothing of your customers: please give it to whoever looks after "
                "this PC."
            ),
            self.tr("Lock the desk"),
        )
        self._report.setAccessibleName(self.tr("Report"))


def report(error: BaseException) -> str:
    """Where it happened: kinds of errors and places in the program, never their words, which may hold a value."""
    lines = [f"privdesk {__version__}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {frame.name} ({_place(frame.filename)}:{frame.lineno})" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _place(file: str) -> str:
    """The end of the path: what stands before it may name the user of this PC."""
    return "/".join(Path(file).parts[-3:])
