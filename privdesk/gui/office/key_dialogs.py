"""The dialogs of the section of protection: new keys for the desk, a new recovery sheet."""

from PySide6.QtWidgets import QWidget

from privdesk.gui.background import Background
from privdesk.gui.office.confirming import Confirming
from privdesk.gui.recoverysheet import SheetPage
from privdesk.gui.translation import language
from privdesk.operations import desks, recovery, recovery_sheet, rotation
from privdesk.operations.desk import Desk

_WIDE, _HIGH = 760, 600


class RotateDialog(Confirming):
    """Asks before the desk is put under new keys."""

    def __init__(self, parent: QWidget, work: Background) -> None:
        super().__init__("rotate", parent, work)
        self.retranslate()

    def confirmed(self, password: str) -> None:
        """Rotate."""
        self.do(rotation.rotate, password, long=True)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        text = self.tr(
            "Once a year, and after a password was changed that may have become known. Everything is written anew, "
            "which may take minutes and needs as much room again; passwords and the recovery sheet stay as they are."
        )
        self.say(self.tr("Put the desk under new keys?"), text, self.tr("Rotate the keys"))


class ReplaceSheetDialog(Confirming):
    """A new sheet that has to be on paper and typed back before it takes the place of the old one."""

    def __init__(self, parent: QWidget, work: Background, desk: Desk) -> None:
        super().__init__("replaceSheet", parent, work)
        self._desk = desk
        self._sheet = desks.new_sheet()
        self._paper = SheetPage(self._sheet)
        self._paper.draw_wanted.connect(self._draw)
        self.form.addWidget(self._paper, 1)
        self.setMinimumSize(_WIDE, _HIGH)
        self.password.hide()
        self._paper.enter()
        self._paper.focus_first()
        self.retranslate()

    def ready(self) -> bool:
        """First on paper, then typed back; only then the password is asked for."""
        typed = self._paper.leave()
        self.password.setVisible(typed)
        return typed

    def confirmed(self, password: str) -> None:
        """Let it take the old one's place."""
        self.do(recovery.replace_sheet, self._sheet, password, long=True)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        text = self.tr(
            "From then on only the new sheet opens the desk. It is put under new keys in the same step, which may take "
            "minutes."
        )
        self.say(self.tr("A new recovery sheet"), text, self.tr("Continue"))

    def _draw(self) -> None:
        facts = self._sheet, self._desk.office.name, language(), self._desk.today
        self._work.beside(self, recovery_sheet.drawn, *facts, then=self._paper.show_pdf, key="sheet")
