"""The dialogs of the section of users: invite, another role, end an access, another way in, and what is handed over."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.domain.user import INVITED_FOR, Role, read_login
from privdesk.gui.background import Background
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.office.confirming import Confirming
from privdesk.gui.office.dialogs import need_name
from privdesk.gui.paper import ask_printer, written
from privdesk.gui.rolewords import role_said
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import users
from privdesk.operations.done import Done
from privdesk.operations.users import Colleague, WayIn

Handed = Callable[[Done[WayIn]], None]


class RoleField(Field):
    """A choice of the three roles, and below it what the chosen one may do."""

    def __init__(self, name: str, role: Role) -> None:
        choice = Choice()
        for each in Role:
            choice.addItem("", each.value)
        super().__init__(name, choice)
        self._choice = choice
        self.set_text(role.value)
        choice.currentIndexChanged.connect(self.say_all)
        self.say_all()

    def role(self) -> Role:
        """The chosen role."""
        return Role(self.text())

    def say_all(self) -> None:
        """Set the words."""
        means = {
            Role.SUPPORT: self.tr("Works with customers and requests, and sees numbers for a reason that is logged."),
            Role.MANAGER: self.tr("Also approves, sets rules, and lets colleagues in."),
            Role.AUDITOR: self.tr("Reads the log and verifies it; holds no key to the numbers and changes nothing."),
        }
        for place, role in enumerate(Role):
            self._choice.setItemText(place, role_said(role))
        self.say(self.tr("Role"), means[self.role()])


class InviteDialog(Confirming):
    """A colleague to let in; `handed` takes the way in that the manager hands over."""

    def __init__(self, parent: QWidget, work: Background, handed: Handed) -> None:
        super().__init__("invite", parent, work)
        self._handed = handed
        self._name = Field("inviteName", QLineEdit(), need_name)
        self._login = Field("inviteLogin", QLineEdit(), _need_login)
        self._role = RoleField("inviteRole", Role.SUPPORT)
        row = line(spacing=16)
        row.addWidget(self._name, 1)
        row.addWidget(self._login, 1)
        self.form.addLayout(row)
        self.form.addWidget(self._role)
        self.setTabOrder(self._role.editor, self.password.editor)
        self._name.editor.setFocus()
        self.retranslate()

    def ready(self) -> bool:
        """Name and login are needed."""
        for field in (self._name, self._login):
            if not field.check():
                field.editor.setFocus()
                return False
        return True

    def confirmed(self, password: str) -> None:
        """Let the colleague in."""
        facts = self._login.text(), self._name.text(), self._role.role(), password
        self.do(users.invite, *facts, then=self._handed)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        text = self.tr(
            "You get a password to hand over. It opens the desk once: your colleague then chooses one that only he or "
            "she knows."
        )
        self.say(self.tr("Invite a colleague"), text, self.tr("Invite"))
        self._name.say(self.tr("Name"), self.tr("Stands in the log."))
        self._login.say(self.tr("Login"), self.tr("A short word to unlock with."))
        self._role.say_all()


class RoleDialog(Confirming):
    """Another role for a colleague."""

    def __init__(self, parent: QWidget, work: Background, colleague: Colleague) -> None:
        super().__init__("role", parent, work)
        self._user = colleague.user
        self._role = RoleField("newRole", self._user.role)
        self.form.addWidget(self._role)
        self._role.editor.setFocus()
        self.retranslate()

    def ready(self) -> bool:
        """It must be another one."""
        if self._role.role() is self._user.role:
            self._role.show_wrong(self.tr("{name} has this role already.").format(name=self._user.name))
            return False
        return True

    def confirmed(self, password: str) -> None:
        """Change it."""
        self.do(users.change_role, self._user.id, self._role.role(), password, long=True)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        text = self.tr(
            "Counts at once. A role that holds fewer keys puts the desk under new ones, which may take minutes."
        )
        self.say(self.tr("Another role for {name}").format(name=self._user.name), text, self.tr("Change the role"))
        self._role.say_all()


class DisableDialog(Confirming):
    """Asks before a colleague's access ends."""

    def __init__(self, parent: QWidget, work: Background, colleague: Colleague) -> None:
        super().__init__("disable", parent, work, danger=True)
        self._user = colleague.user
        self.retranslate()

    def confirmed(self, password: str) -> None:
        """End it."""
        self.do(users.disable, self._user.id, password, long=True)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        text = self.tr(
            "The desk is put under new keys in the same step, which may take minutes. The name stays, because the log "
            "refers to it."
        )
        if self._user.role is Role.MANAGER:
            backups = self.tr(
                "Backups made until now still open with a manager's old password: destroy them as soon as newer ones "
                "are there."
            )
            text = f"{text} {backups}"
        self.say(self.tr("End the access of {name}?").format(name=self._user.name), text, self.tr("End the access"))


class IssueDialog(Confirming):
    """Asks before a colleague who forgot the password gets another way in."""

    def __init__(self, parent: QWidget, work: Background, colleague: Colleague, handed: Handed) -> None:
        super().__init__("issue", parent, work)
        self._user = colleague.user
        self._handed = handed
        self.retranslate()

    def confirmed(self, password: str) -> None:
        """Give it."""
        self.do(users.issue_anew, self._user.id, password, then=self._handed)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        text = self.tr(
            "The old password opens nothing any more. You get one to hand over; it opens the desk once, for choosing a "
            "new one."
        )
        self.say(self.tr("A new way in for {name}").format(name=self._user.name), text, self.tr("Give a new way in"))


class WayInDialog(Dialog):
    """The single-use password, shown once: on paper or by the clipboard it goes to who it is for."""

    def __init__(self, parent: QWidget, office: str, way_in: WayIn) -> None:
        super().__init__("wayIn", parent, choice=False)
        self._office = office
        self._way_in = way_in
        self._who = Text(role="small", tone="dim")
        self._password = Text(way_in.password, role="title")
        self._password.setObjectName("singleUsePassword")
        self._password.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._copy = Button("wayInCopy", "plain", "copy")
        self._print = Button("wayInPrint", "plain", "printer")
        self._once = Paragraph(role="small", tone="soon")
        for part in (self._who, self._password):
            self.column.addWidget(part)
        self.column.addLayout(line(self._print, self._copy, None))
        self.column.addWidget(self._once)
        self._copy.clicked.connect(lambda: brief_clipboard().copy(way_in.password))
        self._print.clicked.connect(lambda: ask_printer(self, written(self.slip())))
        self._print.setFocus()
        self.retranslate()

    def slip(self) -> tuple[str, ...]:
        """What is printed, one paragraph each."""
        return (
            self._office,
            self.tr("For {name}: the first unlocking of the desk").format(name=self._way_in.user.name),
            self.tr("Login: {login}").format(login=self._way_in.user.login),
            self.tr("Password for the first time: {password}").format(password=self._way_in.password),
            self.tr(
                "It works once, within {days} days. The program then asks for a password of your own. Destroy this "
                "paper afterwards."
            ).format(days=INVITED_FOR.days),
        )

    def retranslate(self) -> None:
        """Set all words."""
        user = self._way_in.user
        text = self.tr("Hand it over in person or by telephone, not together with the login by mail.")
        self.say(self.tr("The way in for {name}").format(name=user.name), text, self.tr("Done"))
        self._who.setText(self.tr("Login {login}, password for the first time:").format(login=user.login))
        self._password.setAccessibleName(self._way_in.password)
        self._copy.setText(self.tr("Copy"))
        self._print.setText(self.tr("Print"))
        text = self.tr("It is shown only now, and holds for {days} days. If it gets lost, give a new way in.")
        self._once.setText(text.format(days=INVITED_FOR.days))


def _need_login(text: str) -> str:
    read_login(text)
    return ""
