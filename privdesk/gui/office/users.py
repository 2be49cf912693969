"""The section of the users: who may unlock this desk, in which role, and how each access stands."""

from collections.abc import Callable

from privdesk.domain.matrix import roles_of
from privdesk.domain.shown import shown
from privdesk.domain.user import Standing
from privdesk.gui.background import Background
from privdesk.gui.office.confirming import Confirming
from privdesk.gui.office.dialogs import OwnPasswordDialog
from privdesk.gui.office.section import Section
from privdesk.gui.office.user_dialogs import DisableDialog, InviteDialog, IssueDialog, RoleDialog, WayInDialog
from privdesk.gui.rolewords import role_said, standing_said
from privdesk.gui.translation import LANGUAGES, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations import users
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.users import Colleague, WayIn

_HERE = shown("roles", "at the desk now")
_TONES = {
    Standing.WORKS: "done",
    Standing.INVITED: "accent",
    Standing.EXPIRED: "soon",
    Standing.UNSIGNED: "soon",
    Standing.LEFT: "neutral",
}


class Users(Section):
    """The list; to let somebody in, to change or end what he may, another way in, one's own password."""

    name = "users"
    sign = "users"
    titled = shown("sections", "Users")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        columns: list[Column[Colleague]] = [
            Column("name", shown("columns", "Name"), lambda one: one.user.name, width=180, stretch=True),
            Column("login", shown("columns", "Login"), lambda one: one.user.login, width=140, stretch=True),
            Column("role", shown("columns", "Role"), lambda one: role_said(one.user.role), width=140),
            Column(
                "state",
                shown("columns", "Access"),
                lambda one: _state(one, desk.actor.id),
                width=180,
                chips=lambda one: _chips(one, desk.actor.id),
            ),
            Column("language", shown("columns", "Language"), lambda one: LANGUAGES[one.user.language], width=100),
        ]
        self._rows = RowsModel(columns)
        self._list = Table("users", self._rows)
        self._invite = Button("inviteColleague", "plain", "user-plus")
        self._role = Button("changeRole", "plain", "user-check")
        self._issue = Button("issueAnew", "plain", "refresh-cw")
        self._disable = Button("endAccess", "danger", "log-out")
        self._own = Button("changeOwnPassword", "plain", "key-round")
        self.column.addLayout(line(self._invite, self._own, None))
        self.column.addWidget(self._list, 1)
        self.column.addLayout(line(self._role, self._issue, None, self._disable))
        self._invite.clicked.connect(self.new)
        self._own.clicked.connect(self.change_password)
        self._role.clicked.connect(self.edit)
        self._issue.clicked.connect(lambda: self._ask(lambda one: IssueDialog(self, work, one, self._hand_over)))
        self._disable.clicked.connect(lambda: self._ask(lambda one: DisableDialog(self, work, one)))
        self._list.row_opened.connect(lambda _one: self.edit())
        self._list.selectionModel().selectionChanged.connect(self._show_ready)
        self._rows.modelReset.connect(self._show_ready)
        self._show_ready()
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Who may unlock this desk. Everybody has a login and a password of his own.")

    def reload(self) -> None:
        """Read the users."""
        self.work.read(self, users.colleagues, then=self._rows.set_rows, key="users")

    def adds(self) -> bool:
        """Managers let colleagues in."""
        return self.desk.actor.role in roles_of("users.invite")

    def new(self) -> None:
        """Let a colleague in."""
        InviteDialog(self, self.work, self._hand_over).open()

    def edits(self) -> bool:
        """Managers change roles."""
        return self.desk.actor.role in roles_of("users.change_role")

    def edit(self) -> None:
        """Give the selected colleague another role."""
        self._ask(lambda one: RoleDialog(self, self.work, one))

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
        self._invite.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Users"))
        self._invite.setText(self.tr("Invite a colleague"))
        self._role.setText(self.tr("Change the role"))
        self._issue.setText(self.tr("Give a new way in"))
        self._disable.setText(self.tr("End the access"))
        self._own.setText(self.tr("Change my password"))

    def _ask(self, dialog: Callable[[Colleague], Confirming]) -> None:
        if one := self._selected():
            dialog(one).open()

    def _hand_over(self, done: Done[WayIn]) -> None:
        WayInDialog(self, self.desk.office.name, done.value).open()

    def _selected(self) -> Colleague | None:
        """The one colleague whose access can be changed: neither oneself nor somebody who has left."""
        found: list[Colleague] = self._list.selected()
        if len(found) != 1 or not self.edits():
            return None
        one = found[0]
        return None if one.user.id == self.desk.actor.id or one.standing is Standing.LEFT else one

    def _show_ready(self) -> None:
        self._invite.setVisible(self.adds())
        for button in (self._role, self._issue, self._disable):
            button.setVisible(self.edits())
            button.setEnabled(self._selected() is not None)


def _state(one: Colleague, here: int) -> str:
    return words("roles", _HERE) if one.user.id == here else standing_said(one.standing)


def _chips(one: Colleague, here: int) -> list[ChipFace]:
    return [ChipFace(_state(one, here), _TONES[one.standing])]
