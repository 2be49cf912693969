"""The sections of users, permissions and keys: every change asks for the own password and is the real one."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView

from privdesk.domain.acts import ACTS
from privdesk.domain.errors import WrongPassword
from privdesk.domain.matrix import FIELDS, Sight, sight
from privdesk.domain.operation_acts import OPERATIONS
from privdesk.domain.user import Role, Standing
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.office.key_dialogs import ReplaceSheetDialog, RotateDialog
from privdesk.gui.office.permissions import doings
from privdesk.gui.office.screen import OfficePage
from privdesk.gui.office.user_dialogs import DisableDialog, InviteDialog, IssueDialog, RoleDialog, WayInDialog
from privdesk.gui.paper import ruled, written
from privdesk.operations import desks, users
from privdesk.storage import keys, opening, recovery
from tests.office import NOW, PASSWORD, TERMS
from tests.operations.looking import log

OWN = "seven quiet boats at dawn"


def settled(qtbot, work):
    qtbot.waitUntil(lambda: not work._open, timeout=20_000)


def press(widget, name):
    button = widget.findChild(QAbstractButton, name)
    assert button.isEnabled(), name
    button.click()


def fill(widget, name, text):
    field = widget.findChild(QLineEdit, name)
    field.setText(text)
    field.textEdited.emit(text)


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def shown(widget, kind):
    (dialog,) = (one for one in widget.findChildren(kind) if one.isVisible())
    return dialog


def confirm(qtbot, work, dialog, password=PASSWORD):
    dialog.password.editor.setText(password)
    dialog.verb.click()
    settled(qtbot, work)


def cells(widget, name):
    model = widget.findChild(QTableView, name).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(field, value):
    box = field.editor
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def section(page):
    """The users in front."""
    page.choose("users")
    return page.section


@pytest.fixture
def mori(desk, page, section, qtbot, work):
    """A colleague who was invited, selected in the list."""
    way_in = users.invite(desk, "mori", "森 明子", Role.SUPPORT, PASSWORD, keys.FLOOR).value
    page.reload()
    settled(qtbot, work)
    section._list.select(1)
    return way_in


def standings(desk):
    return {one.user.login: (one.user.role, one.standing) for one in users.colleagues(desk)}


def test_an_invited_colleague_gets_a_password_that_is_shown_once(qtbot, page, section, work, desk):
    page.commands()["new"]()
    dialog = shown(section, InviteDialog)
    fill(dialog, "inviteName", "森 明子")
    fill(dialog, "inviteLogin", "mori")
    choose(dialog._role, "auditor")
    confirm(qtbot, work, dialog)
    assert standings(desk)["mori"] == (Role.AUDITOR, Standing.INVITED)
    assert cells(section, "users")[1] == ["森 明子", "mori", "Auditor", "invited", "日本語"]
    handed = shown(section, WayInDialog)
    (password,) = (one.text() for one in handed.findChildren(QLabel, "singleUsePassword"))
    assert any(password in line for line in handed.slip())
    press(handed, "wayInCopy")
    assert QApplication.clipboard().text() == password
    brief_clipboard().clear()
    handed.verb.click()
    folder, given = desk.vault.folder, desk.reference
    desk.vault.close()
    again = desks.unlock(folder, "mori", password, given, lambda: NOW, TERMS, own_password=OWN)
    assert again.actor.name == "森 明子"
    again.vault.close()


def test_nothing_happens_without_the_managers_own_password(qtbot, page, section, work, desk):
    section.new()
    dialog = shown(section, InviteDialog)
    dialog.verb.click()
    assert "A name is needed" in texts(dialog)
    fill(dialog, "inviteName", "森 明子")
    fill(dialog, "inviteLogin", "mori")
    dialog.verb.click()
    settled(qtbot, work)
    assert list(standings(desk)) == ["sato"]
    confirm(qtbot, work, dialog, "not this one at all")
    assert "Your own password is wrong" in texts(dialog)
    assert dialog.verb.isEnabled()
    assert list(standings(desk)) == ["sato"]
    fill(dialog, "inviteLogin", "sato")
    confirm(qtbot, work, dialog)
    assert "already in use" in texts(dialog)


def test_another_role_counts_at_once(qtbot, section, work, desk, mori):
    steps = []
    work.progressed.connect(steps.append)
    press(section, "changeRole")
    dialog = shown(section, RoleDialog)
    confirm(qtbot, work, dialog)
    assert "has this role already" in texts(dialog)
    choose(dialog._role, "auditor")
    confirm(qtbot, work, dialog)
    assert standings(desk)["mori"] == (Role.AUDITOR, Standing.INVITED)
    assert desk.vault.header.epoch == 2, "a lower role puts the desk under new keys"
    assert steps
    assert cells(section, "users")[1][2] == "Auditor"


def test_an_access_ends_and_the_name_stays(qtbot, section, work, desk, mori):
    press(section, "endAccess")
    confirm(qtbot, work, shown(section, DisableDialog))
    assert standings(desk)["mori"][1] is Standing.LEFT
    assert cells(section, "users")[1][3] == "left"
    section._list.select(1)
    assert not section.findChild(QAbstractButton, "endAccess").isEnabled()
    assert "user.disable" in [act for act, _ in log(desk)]


def test_stopped_half_way_nothing_has_changed(qtbot, section, work, desk, mori):
    press(section, "endAccess")
    dialog = shown(section, DisableDialog)
    work.progressed.connect(lambda _: dialog.reject())
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        dialog.password.editor.setText(PASSWORD)
        dialog.verb.click()
        dialog.reject()
    settled(qtbot, work)
    assert standings(desk)["mori"][1] is Standing.INVITED
    assert desk.vault.header.epoch == 1


def test_who_forgot_gets_another_way_in(qtbot, section, work, desk, mori):
    press(section, "issueAnew")
    confirm(qtbot, work, shown(section, IssueDialog))
    handed = shown(section, WayInDialog)
    (password,) = (one.text() for one in handed.findChildren(QLabel, "singleUsePassword"))
    assert password != mori.password
    folder = desk.vault.folder
    desk.vault.close()
    with pytest.raises(WrongPassword):
        opening.open_vault(folder, "mori", mori.password, terms=TERMS, first_time=True)


def test_ones_own_access_is_left_alone(qtbot, section, mori):
    section._list.select(0)
    for name in ("changeRole", "issueAnew", "endAccess"):
        assert not section.findChild(QAbstractButton, name).isEnabled()


def test_others_than_managers_see_the_list_only(qtbot, theme, state, work, desk):
    desk.actor = replace(desk.actor, role=Role.AUDITOR)
    page = OfficePage(work, desk, state)
    qtbot.addWidget(page)
    page.show()
    page.reload()
    settled(qtbot, work)
    page.choose("users")
    assert len(cells(page.section, "users")) == 1
    assert "new" not in page.commands()
    for name in ("inviteColleague", "changeRole", "issueAnew", "endAccess"):
        assert not page.findChild(QAbstractButton, name).isVisible()
    page.choose("protection")
    assert not page.findChild(QAbstractButton, "rotateKeys").isVisible()


def test_the_keys_are_rotated_with_the_password(qtbot, page, work, desk):
    page.choose("protection")
    press(page.section, "rotateKeys")
    dialog = shown(page.section, RotateDialog)
    confirm(qtbot, work, dialog, "not this one at all")
    assert desk.vault.header.epoch == 1
    confirm(qtbot, work, dialog)
    assert desk.vault.header.epoch == 2
    assert log(desk)[-1][0] == "keys.rotate"


def test_a_new_sheet_is_printed_and_typed_back_before_it_counts(qtbot, page, work, desk, founded, tmp_path):
    page.choose("protection")
    press(page.section, "replaceSheet")
    dialog = shown(page.section, ReplaceSheetDialog)
    confirm(qtbot, work, dialog)
    assert "Print the sheet first" in texts(dialog)
    dialog._paper.save_to(str(tmp_path / "sheet.pdf"))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    confirm(qtbot, work, dialog)
    confirm(qtbot, work, dialog)
    assert "Not as on the sheet yet" in texts(dialog)
    assert desk.vault.header.epoch == 1
    for place, group in enumerate(dialog._sheet.groups, 1):
        fill(dialog, f"group{place}", group)
    confirm(qtbot, work, dialog)
    assert desk.vault.header.epoch == 2
    folder = desk.vault.folder
    desk.vault.close()
    opening.unlock_with_sheet(folder, recovery.secret(" ".join(dialog._sheet.groups)), terms=TERMS).close()


def test_the_matrix_is_shown_as_the_desk_enforces_it(qtbot, page):
    page.choose("permissions")
    acts, fields = cells(page.section, "permittedActs"), cells(page.section, "seenFields")
    assert {one.act for one in doings()} == set(OPERATIONS.values())
    assert len(acts) == len(set(OPERATIONS.values()))
    by_act = dict(zip((one.act for one in doings()), acts, strict=True))
    assert by_act["user.invite"] == ["Users", "Invited a user", "–", "yes", "–"]
    for act, row in by_act.items():
        assert [said == "yes" for said in row[2:]] == [role in ACTS[act].roles for role in Role]
    assert len(fields) == len(FIELDS)
    numbers = dict(zip(FIELDS, fields, strict=True))["numbers"]
    assert numbers[1:] == ["masked; whole with a reason", "masked; whole with a reason", "–"]
    assert sight(Role.AUDITOR, "numbers") is Sight.NOTHING
    page.section._views.choose("fields")
    assert page.findChild(QTableView, "seenFields").isVisible()


def test_paper_takes_foreign_words_as_they_are():
    slip = written(["<b>森</b> & 子"])
    assert slip.toPlainText() == "<b>森</b> & 子"
    table = ruled("Permissions", ["<i>", "B"], [["1", "2"]])
    assert table.toPlainText().split() == ["Permissions", "<i>", "B", "1", "2"]
