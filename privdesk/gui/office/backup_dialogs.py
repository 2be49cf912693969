"""The dialogs of the section of backups: test one, what the test found, enter a copy that is kept elsewhere."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.domain.copies import Copy, last_day
from privdesk.domain.errors import DeskError
from privdesk.gui.backupwords import moment
from privdesk.gui.translation import translated
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog, Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.password import PasswordField
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations.restores import Drill


class DrillDialog(Dialog):
    """Asks for the actor's password; `drill_wanted` with it."""

    drill_wanted = Signal(str)

    def __init__(self, parent: QWidget, copy: Copy) -> None:
        super().__init__("drill", parent)
        self._copy = copy
        self._secret = PasswordField("drillPassword")
        self._password = Field("drillPassword", self._secret)
        self.column.addWidget(self._password)
        self._secret.textChanged.connect(lambda text: self.verb.setEnabled(bool(text)))
        self.verb.setEnabled(False)
        self._secret.setFocus()
        self.retranslate()

    def try_accept(self) -> None:
        """Hand the password over; it does not stay in the field."""
        password = self._secret.take().decode()
        if password:
            self.drill_wanted.emit(password)
            self.accept()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "“{file}” is restored into a scratch folder, opened, looked over and cleared away. The desk itself is not "
            "touched. This may take minutes; go on working meanwhile."
        )
        self.say(self.tr("Test this backup"), text.format(file=self._copy.file), self.tr("Test"))
        self._password.say(
            self.tr("Your password when the backup was made"), self.tr("Only who was a manager then can open it.")
        )


class DrillResult(Dialog):
    """Says in words whether a test passed; what failed stays in the log as well."""

    def __init__(self, parent: QWidget, found: Drill | DeskError) -> None:
        super().__init__("drillResult", parent, choice=False)
        self._found = found
        passed = isinstance(found, Drill)
        self._sign = Sign("circle-check" if passed else "triangle-alert", "done" if passed else "late", 24)
        self._verdict = Text(role="strong", tone="done" if passed else "late")
        self._why = Paragraph()
        row = line(self._sign, spacing=10)
        row.addWidget(self._verdict, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._why)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.say(self.tr("Test of a backup"), "", self.tr("Close"))
        found = self._found
        if isinstance(found, Drill):
            self._verdict.setText(self.tr("Passed"))
            said = self.tr("The backup of {made} opens. File, keys and log are whole. Code of its log: {code}")
            self._why.setText(said.format(made=moment(found.made_at), code=found.log))
        else:
            self._verdict.setText(self.tr("Failed"))
            self._why.setText(translated(found))


class CopyDialog(Entering):
    """A copy that somebody made by hand; `copy_wanted` with where it lies, of when, and by when it is to be gone."""

    copy_wanted = Signal(str, object, object)

    def __init__(self, parent: QWidget, today: date, daily: int, monthly: int) -> None:
        super().__init__("copy", parent)
        self._where = Field("copyWhere", QLineEdit())
        self._made = DateField("copyMade", today)
        self._by = DateField("copyBy", today)
        self._made.set_day(today)
        self._by.set_day(last_day(today, daily, monthly))
        self._form = Form("copyForm")
        self._form.add(self._where)
        self._form.add(self._made, self._by)
        self.column.addWidget(self._form)
        self._form.edited.connect(self._show_ready)
        self._where.editor.setFocus()
        self.retranslate()
        self._show_ready()

    def try_accept(self) -> None:
        """Ask for the copy to be entered once the days can be read."""
        if self._form.check():
            self.show_busy(on=True)
            self.copy_wanted.emit(self._where.text().strip(), self._made.day(), self._by.day())

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("A copy of the folder or of a backup that you put elsewhere yourself. It holds customers' data.")
        self.say(self.tr("Enter a copy kept elsewhere"), text, self.tr("Enter"))
        self._where.say(self.tr("Where it lies"), "", self.tr("e.g. USB stick in the safe"))
        self._made.say(self.tr("Made on"))
        self._by.say(self.tr("Destroy by"))

    def _show_ready(self) -> None:
        self.verb.setEnabled(all(text.strip() for text in self._form.texts().values()))
