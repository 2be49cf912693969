"""Asks for the actor's own password before he changes who may open the desk, and stays until that is done."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from privdesk.domain.errors import Cancelled, DeskError, WrongPassword
from privdesk.gui.background import Background, Progress
from privdesk.gui.widgets.dialog import Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.password import PasswordField

Answer = TypeVar("Answer")


class Confirming(Entering):
    """What is asked stands in `form`, above the password; Cancel stops long work, which leaves nothing."""

    def __init__(self, name: str, parent: QWidget, work: Background, *, danger: bool = False) -> None:
        super().__init__(name, parent, danger=danger)
        self._work = work
        self._busy = self._long = False
        self.form = QVBoxLayout()
        self.form.setSpacing(12)
        self.password = Field(f"{name}Secret", PasswordField(f"{name}Secret"))
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}Progress")
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.column.addLayout(self.form)
        self.column.addWidget(self.password)
        self.column.addWidget(self._bar)
        work.progressed.connect(self._show_progress)
        self.password.editor.setFocus()

    def ready(self) -> bool:
        """Whether everything beside the password is entered; what is wrong is shown."""
        return True

    def confirmed(self, password: str) -> None:
        """Everything is entered: begin."""
        raise NotImplementedError

    def do(
        self,
        operation: Callable[..., Answer],
        *args: object,
        long: bool = False,
        then: Callable[[Answer], None] | None = None,
    ) -> None:
        """Do it, and close once it is done; an error keeps the dialog open with everything in its field."""

        def end(answer: Answer) -> None:
            self._busy = False
            self.accept()
            if then:
                then(answer)

        self._long = long
        self._work.write(self, operation, *args, then=end, otherwise=self.show_error, long=long)

    def try_accept(self) -> None:
        """Begin once everything is entered."""
        if self._busy or not self.ready():
            return
        if not self.password.text():
            self.password.editor.setFocus()
            return
        self.show_wrong("")
        self.show_busy(on=True)
        self.confirmed(self.password.text())

    def show_busy(self, *, on: bool) -> None:
        """It is being done."""
        super().show_busy(on=on)
        self._busy = on
        self._bar.setRange(0, 0)
        self._bar.setVisible(on)

    def show_error(self, error: DeskError) -> None:
        """Say why it was not done; what was stopped needs no words."""
        super().show_error(error)
        if isinstance(error, WrongPassword):
            self.show_wrong(self.tr("Your own password is wrong."))
            self.password.set_text("")
            self.password.editor.setFocus()
        if isinstance(error, Cancelled):
            self.reject()

    def reject(self) -> None:
        """While it is being done, Cancel stops what can be stopped, and waits for the rest."""
        if not self._busy:
            super().reject()
        elif self._long:
            self._work.cancel()

    def retranslate(self) -> None:
        """Set the words of the password and the bar."""
        self.password.say(self.tr("Your own password"), self.tr("Asked once more, because this changes who may open."))
        self._bar.setAccessibleName(self.tr("Progress"))

    def _show_progress(self, progress: Progress) -> None:
        # in per cent, because a large file has more bytes than the bar can count
        if self._busy and progress.total:
            self._bar.setRange(0, 100)
            self._bar.setValue(100 * progress.done // progress.total)
