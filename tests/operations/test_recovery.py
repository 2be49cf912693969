"""The recovery sheet opens the desk once: it sets a manager's password, and a new sheet takes its place."""

from dataclasses import replace

import pytest

from privdesk.domain.errors import (
    LoginMissing,
    NameMissing,
    PasswordWeak,
    SheetLength,
    SheetTypo,
    WrongPassword,
    WrongSheet,
)
from privdesk.domain.user import Role
from privdesk.operations import desks, recovery, users
from privdesk.operations.desks import Founder
from privdesk.storage import keys, log_verify, opening
from privdesk.storage import recovery as secrets_on_paper
from tests.office import NOW, PASSWORD, TERMS

NEW = "three otters share a raft"


@pytest.fixture
def sheet(founded):
    """The signs of the office's sheet, as they are typed."""
    return " ".join(secrets_on_paper.groups(founded.secret))


def recovered(desk, typed, manager, new=None):
    desk.vault.close()
    return recovery.recover(
        desk.vault.folder, typed, manager, new or desks.new_sheet(), desk.reference, lambda: NOW, TERMS
    )


def log(desk):
    assert log_verify.verify(desk.reading, desk.vault).fault is None
    with desk.reading() as conn:
        return conn.exec_driver_sql("SELECT act, about, user_id FROM audit ORDER BY seq").fetchall()


def opens(desk, secret):
    desk.vault.close()
    opening.unlock_with_sheet(desk.vault.folder, secret, terms=TERMS).close()
    return True


def test_a_manager_who_forgot_gets_a_new_password_and_the_old_sheet_opens_nothing(desk, sheet, founded):
    new = desks.new_sheet()
    again = recovered(desk, sheet, Founder("sato", "", NEW), new)
    assert (again.actor.id, again.actor.name, again.actor.role) == (desk.actor.id, "佐藤 恵", Role.MANAGER)
    assert again.vault.header.epoch == 2
    assert ("desk.recover", f"user:{desk.actor.id}", desk.actor.id) in [tuple(row) for row in log(again)]
    assert opens(again, new.secret)
    with pytest.raises(WrongSheet):
        opens(again, founded.secret)
    with pytest.raises(WrongPassword):
        opening.open_vault(desk.vault.folder, "sato", PASSWORD, terms=TERMS)


def test_somebody_new_becomes_manager(desk, sheet):
    again = recovered(desk, sheet, Founder("mori", "森 明子", NEW))
    assert (again.actor.login, again.actor.role) == ("mori", Role.MANAGER)
    assert [one.user.login for one in users.colleagues(again)] == ["sato", "mori"]
    users.invite(again, "kato", "加藤 学", Role.AUDITOR, NEW, keys.FLOOR)
    again.vault.close()
    opening.open_vault(desk.vault.folder, "sato", PASSWORD, terms=TERMS).close()


def test_somebody_of_another_role_or_who_has_left_becomes_manager(desk, sheet):
    mori = users.add(desk, "mori", "森 明子", PASSWORD, Role.SUPPORT, keys.FLOOR).value
    kato = users.add(desk, "kato", "加藤 学", PASSWORD, Role.AUDITOR, keys.FLOOR).value
    users.disable(desk, kato.id, PASSWORD)
    new = desks.new_sheet()
    again = recovered(desk, sheet, Founder("MORI ", "", NEW), new)
    assert (again.actor.id, again.actor.login, again.actor.role) == (mori.id, "mori", Role.MANAGER)
    again = recovered(again, " ".join(new.groups), Founder("kato", "", NEW))
    assert (again.actor.id, again.actor.role, again.actor.active) == (kato.id, Role.MANAGER, True)


def test_a_slip_points_to_its_group_and_changes_nothing(desk, sheet):
    parts = sheet.split()
    parts[6] = ("2" if parts[6][0] == "3" else "3") + parts[6][1:]
    before = desk.vault.header
    with pytest.raises(SheetTypo, match="Group 7"):
        recovered(desk, " ".join(parts), Founder("sato", "", NEW))
    with pytest.raises(SheetLength):
        recovered(desk, sheet[:-6], Founder("sato", "", NEW))
    with pytest.raises(WrongSheet):
        recovered(desk, " ".join(desks.new_sheet().groups), Founder("sato", "", NEW))
    with pytest.raises(PasswordWeak):
        recovered(desk, sheet, Founder("sato", "", "too short"))
    with pytest.raises(LoginMissing):
        recovered(desk, sheet, Founder(" ", "", NEW))
    with pytest.raises(NameMissing):
        recovered(desk, sheet, Founder("mori", " ", NEW))
    vault = opening.open_vault(desk.vault.folder, "sato", PASSWORD, terms=TERMS)
    assert vault.header.slots == before.slots
    vault.close()


def test_a_wrong_sheet_is_in_the_log_after_the_next_login(desk, tmp_path):
    terms = replace(TERMS, profile=tmp_path / "profile")
    desk.vault.close()
    for _ in range(2):
        typed = " ".join(desks.new_sheet().groups)
        with pytest.raises(WrongSheet):
            recovery.recover(
                desk.vault.folder,
                typed,
                Founder("sato", "", NEW),
                desks.new_sheet(),
                desk.reference,
                lambda: NOW,
                terms,
            )
    again = desks.unlock(desk.vault.folder, "sato", PASSWORD, desk.reference, lambda: NOW, terms)
    assert [tuple(row)[:2] for row in log(again) if row[0] == "desk.failed_login"] == [("desk.failed_login", "sheet")]
    again.vault.close()


def test_a_lost_sheet_is_replaced(desk, founded):
    new = desks.new_sheet()
    with pytest.raises(WrongPassword):
        recovery.replace_sheet(desk, new, NEW)
    recovery.replace_sheet(desk, new, PASSWORD)
    assert desk.vault.header.sheet.pin == desk.vault.header.roster_key
    with pytest.raises(WrongSheet):
        opens(desk, founded.secret)
    assert opens(desk, new.secret)
