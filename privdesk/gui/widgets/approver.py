"""A second person proves who he is at the actor's dialog: four eyes, without anybody leaving the desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.password import PasswordField


class ApproverDialog(Dialog):
    """Asks a second manager for login and password and emits both; whoever opened it checks them.

    It stays open: `show_wrong(sentence)` says why not, `accept()` closes it when the approval stands.
    """

    approval_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, what: str = "") -> None:
        super().__init__("approver", parent)
        self._what = what
        self._login = Field("approverLogin", QLineEdit())
        self._secret = PasswordField("approverPassword")
        self._password = Field("approverPassword", self._secret)
        self.column.addWidget(self._login)
        self.column.addWidget(self._password)
        self._login.edited.connect(self._show_ready)
        self._password.edited.connect(self._show_ready)
        self._login.editor.setFocus()
        self.retranslate()
        self._show_ready()

    def try_accept(self) -> None:
        """Hand over what was typed and wait for the answer; the password does not stay in the field."""
        login, password = self._login.text().strip(), self._secret.take().decode()
        if login and password:
            self.show_wrong("")
            self._show_ready()
            self.approval_wanted.emit(login, password)

    def show_wrong(self, sentence: str) -> None:
        """Say why the approval does not stand; the password can be typed again."""
        super().show_wrong(sentence)
        if sentence:
            self._secret.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("A second manager reads this and enters his own login and password. The log names both.")
        said = f"{self._what}\n{text}" if self._what else text
        self.say(self.tr("Approval by a second person"), said, self.tr("Approve"))
        self._login.say(self.tr("Login of the second manager"))
        self._password.say(self.tr("His password"))

    def _show_ready(self) -> None:
        self.verb.setEnabled(bool(self._login.text().strip() and self._secret.text()))
