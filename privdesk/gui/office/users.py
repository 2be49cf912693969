"""The section of the users: who may unlock this desk."""

from privdesk.domain.shown import shown
from privdesk.domain.user import Role, User
from privdesk.gui.background import Background
from privdesk.gui.office.dialogs import ColleagueDialog, OwnPasswordDialog
from privdesk.gui.office.section import Section
from privdesk.gui.translation import words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations import desks, users
from privdesk.operations.desk import Desk

_ROLES = {
    Role.MANAGER: shown("roles", "Manager"),
    Role.SUPPORT: shown("roles", "Support staff"),
    Role.AUDITOR: shown("roles", "Auditor"),
}
_HERE = shown("roles", "at the desk now")
_LEFT = shown("roles", "left")


class Users(Section):
    """The list, a colleague to let in, one's own password."""

    name = "users"
    sign = "users"

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        columns: list[Column[User]] = [
            Column("name", shown("columns", "Name"), lambda user: user.name, width=180, stretch=True),
            Column("login", shown("columns", "Login"), lambda user: user.login, width=140, stretch=True),
            Column("role", shown("columns", "Role"), lambda user: words("roles", _ROLES[user.role]), width=140),
            Column("state", shown("columns", "State"), self._state, width=170, chips=self._chips),
        ]
        self._rows = RowsModel(columns)
        self._list = Table("users", self._rows)
        self._let_in = Button("addColleague", "plain", "user-plus")
        self._own = Button("changeOwnPassword", "plain", "key-round")
        self.column.addLayout(line(self._let_in, self._own, None))
        self.column.addWidget(self._list, 1)
        self._let_in.clicked.connect(self.new)
        self._own.clicked.connect(self.change_password)
        self.retranslate()

    def title(self) -> str:
        """The word in the list of sections."""
        return self.tr("Users")

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Who may unlock this desk. Everybody has a login and a password of his own.")

    def reload(self) -> None:
        """Read the users."""
        self.work.read(self, desks.everybody, then=self._rows.set_rows, key="users")

    def adds(self) -> bool:
        """Colleagues are added."""
        return True

    def new(self) -> None:
        """Let a colleague in."""
        dialog = ColleagueDialog(self, self.desk)
        dialog.colleague_wanted.connect(
            lambda name, login, password: self.work.write(
                dialog,
                users.add,
                login,
                name,
                password,
                then=lambda _done: dialog.accept(),
                otherwise=dialog.show_error,
            )
        )
        dialog.open()

    def change_password(self) -> None:
        """Change one's own password."""
        dialog = OwnPasswordDialog(self, self.desk)
        dialog.change_wanted.connect(
            lambda old, new: self.work.write(
                dialog,
                users.change_password,
                old,
                new,
                then=lambda _done: dialog.accept(),
                otherwise=dialog.show_error,
            )
        )
        dialog.open()

    def focus_first(self) -> None:
        """The first button."""
        self._let_in.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Users"))
        self._let_in.setText(self.tr("Let a colleague in"))
        self._own.setText(self.tr("Change my password"))

    def _state(self, user: User) -> str:
        if user.id == self.desk.actor.id:
            return words("roles", _HERE)
        return "" if user.active else words("roles", _LEFT)

    def _chips(self, user: User) -> list[ChipFace]:
        said = self._state(user)
        return [ChipFace(said, "done" if user.active else "neutral")] if said else []
