"""Colleagues come by a single-use password, change roles and leave; the keys change with them, not only the screens."""

from dataclasses import replace
from datetime import timedelta

import pytest

from privdesk.domain.errors import (
    InvitationExpired,
    KeyNotHeld,
    LoginTaken,
    NoSuchUser,
    NotAllowed,
    NotCountersigned,
    NumberDamaged,
    OwnAccess,
    OwnPasswordNeeded,
    PasswordHandedOut,
    PasswordWeak,
    WrongPassword,
)
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile, Source
from privdesk.domain.user import Role, Standing
from privdesk.operations import desks, people, rotation, users
from privdesk.storage import header, keys, log_verify, numbers, roster, slots
from privdesk.storage.seal import Seal
from tests.office import NOW, PASSWORD, TERMS

OWN = "seven quiet boats at dawn"
OTHER = "a lamp that nobody lights"


def opened(desk, login, password, **more):
    """The desk again, after it was closed, by somebody's login."""
    desk.vault.close()
    return desks.unlock(desk.vault.folder, login, password, desk.reference, lambda: NOW, TERMS, **more)


def invited(desk, login="mori", role=Role.SUPPORT):
    return users.invite(desk, login, f"{login} さん", role, PASSWORD, keys.FLOOR).value


@pytest.fixture(scope="module")
def once(founded, tmp_path_factory):
    """Makes the office in which mori has chosen her own password and was countersigned, once for each role."""
    made = {}

    def make(role):
        if role not in made:
            folder = tmp_path_factory.mktemp(role) / "office.privdesk"
            desk = founded.copied(folder)
            way_in = invited(desk, "mori", role)
            opened(desk, "mori", way_in.password, own_password=OWN).vault.close()
            opened(desk, "sato", PASSWORD).vault.close()
            made[role] = replace(founded, folder=folder), way_in.user.id
        return made[role]

    return make


@pytest.fixture
def joined(once, tmp_path):
    """Opens a copy of such an office for the manager sato; the answer is the desk and mori's id."""
    open_ones = []

    def copy(role=Role.SUPPORT):
        made, mori = once(role)
        open_ones.append(made.copied(tmp_path / "joined.privdesk"))
        return open_ones[-1], mori

    yield copy
    for desk in open_ones:
        desk.vault.close()


def standings(desk):
    return {one.user.login: one.standing for one in users.colleagues(desk)}


def acts(desk):
    with desk.reading() as conn:
        return [row[0] for row in conn.exec_driver_sql("SELECT act FROM audit ORDER BY seq")]


def whole(desk):
    """The log of a desk holds as a whole, as its sheet's keys prove it."""
    return log_verify.verify(desk.reading, desk.vault).fault is None


def account(desk):
    """A customer with a bank account; the ids of both."""
    new = NewPerson(
        Profile("山田 花子", source=Source.SELF), (NewNumber(NumberKind.BANK, "0001-110", "普通", "4567", "1234567"),)
    )
    person = people.add(desk, new).value
    return person, people.open_person(desk, person).person.numbers[0].id


# Inviting


def test_the_invited_password_opens_once_and_only_the_way_to_an_own_one(desk):
    way_in = invited(desk)
    assert standings(desk) == {"sato": Standing.WORKS, "mori": Standing.INVITED}
    assert way_in.password not in repr(way_in)
    assert len(set(way_in.password) - {"-"}) > 5
    with pytest.raises(OwnPasswordNeeded):
        opened(desk, "mori", way_in.password)
    with pytest.raises(PasswordHandedOut):
        opened(desk, "mori", way_in.password, own_password=way_in.password)
    with pytest.raises(PasswordWeak):
        opened(desk, "mori", way_in.password, own_password="too short")
    mori = opened(desk, "mori", way_in.password, own_password=OWN)
    assert mori.actor.role is Role.SUPPORT
    assert standings(mori)["mori"] is Standing.UNSIGNED
    with pytest.raises(WrongPassword):
        opened(mori, "mori", way_in.password, own_password=OTHER)
    mori = opened(mori, "mori", OWN)
    with pytest.raises(WrongPassword):
        opened(mori, "mori", OWN, own_password=OTHER)


def test_the_next_managers_login_signs_the_keys_that_a_colleague_made_himself(desk):
    way_in = invited(desk)
    first = desk.vault.header.slot_of("mori").sign_key
    mori = opened(desk, "mori", way_in.password, own_password=OWN)
    own = mori.vault.header.slot_of("mori")
    assert own.sign_key == mori.vault.user.sign_key != first
    assert own.vouched.sign_key == first
    manager = opened(mori, "sato", PASSWORD)
    assert manager.vault.header.slot_of("mori").vouched is None
    assert manager.vault.header.slot_of("mori").sign_key == own.sign_key
    assert standings(manager)["mori"] is Standing.WORKS
    assert acts(manager)[-1] == "user.countersign"
    opened(manager, "mori", OWN).vault.close()


def test_an_invitation_holds_for_14_days_also_with_the_clock_set_back(desk):
    way_in = invited(desk)
    desk.vault.close()

    def come(day, login="mori", password=way_in.password, **own):
        later = NOW + timedelta(days=day)
        return desks.unlock(desk.vault.folder, login, password, desk.reference, lambda: later, TERMS, **own)

    for day in (14.5, 1):
        with pytest.raises(InvitationExpired, match="14 days"):
            come(day, own_password=OWN)
    manager = come(15, "sato", PASSWORD)
    assert standings(manager)["mori"] is Standing.EXPIRED
    assert acts(manager).count("desk.refused") == 2
    fresh = users.issue_anew(manager, way_in.user.id, PASSWORD, keys.FLOOR).value.password
    assert standings(manager)["mori"] is Standing.INVITED
    manager.vault.close()
    come(29, "mori", fresh, own_password=OWN).vault.close()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.SUPPORT])
def test_a_kept_header_and_a_used_single_use_password_open_no_ring_of_the_role(desk, role):
    way_in, folder = invited(desk, "mori", role), desk.vault.folder
    kept = header.decode((folder / "keys").read_bytes())
    opened(opened(desk, "mori", way_in.password, own_password=OWN), "sato", PASSWORD).vault.close()
    rings = slots.unlock(kept, "mori", way_in.password).rings
    assert rings.epochs("opening")
    assert not rings.epochs("number")
    assert not rings.epochs("roster")


def test_who_has_come_holds_the_keys_of_his_role_only_after_another_managers_login(desk):
    _, number = account(desk)
    way_in = invited(desk, "mori", Role.MANAGER)
    mori = opened(desk, "mori", way_in.password, own_password=OWN)
    for act in (
        lambda: people.reveal(mori, number, "asked by telephone"),
        lambda: account(mori),
        lambda: users.invite(mori, "kato", "加藤 学", Role.AUDITOR, OWN, keys.FLOOR),
        lambda: users.change_role(mori, desk.actor.id, Role.SUPPORT, OWN),
        lambda: rotation.rotate(mori, OWN),
    ):
        with pytest.raises(NotCountersigned, match="until a manager has unlocked this desk"):
            act()
        assert acts(mori)[-1] == "desk.refused"
    mori = opened(mori, "mori", OWN)
    assert standings(mori)["mori"] is Standing.UNSIGNED, "he does not sign for himself"
    manager = opened(mori, "sato", PASSWORD)
    mori = opened(manager, "mori", OWN)
    assert standings(mori)["mori"] is Standing.WORKS
    assert people.reveal(mori, number, "asked by telephone") == "1234567"
    users.invite(mori, "kato", "加藤 学", Role.AUDITOR, OWN, keys.FLOOR)


def test_who_is_joining_stands_beside_nobody_as_a_second_manager(desk):
    way_in = invited(desk, "mori", Role.MANAGER)
    opened(desk, "mori", way_in.password, own_password=OWN).vault.close()
    manager = opened(desk, "sato", PASSWORD)
    assert desks.approver(manager, "mori", OWN).approver.id == way_in.user.id
    other = invited(manager, "ueda", Role.MANAGER)
    with pytest.raises(OwnPasswordNeeded):
        desks.approver(manager, "ueda", other.password)


def test_an_expired_invitation_that_was_used_by_a_script_is_not_countersigned(desk):
    """The script takes keys of its own with the single-use password, and leaves no entry."""
    way_in, folder = invited(desk, "mori", Role.MANAGER), desk.vault.folder
    with desk.vault.writer.begin() as conn:
        accepted_by_script(desk.vault, conn, way_in.password)
    desk.vault.close()

    def come(login, password, day=90):
        later = NOW + timedelta(days=day)
        return desks.unlock(folder, login, password, desk.reference, lambda: later, TERMS)

    with pytest.raises(InvitationExpired):
        come("mori", OWN)
    manager = come("sato", PASSWORD)
    assert standings(manager)["mori"] is Standing.EXPIRED
    assert manager.vault.header.slot_of("mori").vouched
    assert "user.countersign" not in acts(manager)
    users.invite(manager, "kato", "加藤 学", Role.AUDITOR, PASSWORD, keys.FLOOR)
    assert manager.vault.header.slot_of("mori").vouched, "another change of the roster does not sign either"
    fresh = users.issue_anew(manager, way_in.user.id, PASSWORD, keys.FLOOR).value.password
    assert standings(manager)["mori"] is Standing.INVITED
    manager.vault.close()
    later = NOW + timedelta(days=91)
    desks.unlock(folder, "mori", fresh, desk.reference, lambda: later, TERMS, own_password=OTHER).vault.close()
    manager = come("sato", PASSWORD, 92)
    assert standings(manager)["mori"] is Standing.WORKS
    manager.vault.close()


def accepted_by_script(vault, conn, single_use):
    found = slots.unlock(vault.header, "mori", single_use)
    vault.put_header(conn, roster.accepted(found.header, found.rings, "mori", single_use, OWN, keys.FLOOR)[0])


def test_a_login_belongs_to_one_person_for_good(joined):
    desk, mori = joined()
    users.disable(desk, mori, PASSWORD)
    for login in ("mori", " ＭＯＲＩ", "sato"):
        with pytest.raises(LoginTaken):
            invited(desk, login)


def test_who_forgot_his_password_gets_another_way_in_and_other_keys(joined):
    desk, mori = joined()
    before = desk.vault.header.slot_of("mori")
    way_in = users.issue_anew(desk, mori, PASSWORD, keys.FLOOR).value
    assert desk.vault.header.slot_of("mori").box_key != before.box_key
    with pytest.raises(WrongPassword):
        opened(desk, "mori", OWN)
    again = opened(desk, "mori", way_in.password, own_password=OTHER)
    assert again.actor.id == mori
    assert whole(again)


# Roles


def test_each_role_gets_its_keys_and_a_raised_one_more(joined):
    desk, mori = joined(Role.AUDITOR)
    auditor = opened(desk, "mori", OWN)
    assert {name for name in ("opening", "number", "roster") if auditor.vault.rings.epochs(name)} == {"opening"}
    desk = opened(auditor, "sato", PASSWORD)
    _, number = account(desk)
    epoch = desk.vault.header.epoch
    users.change_role(desk, mori, Role.SUPPORT, PASSWORD)
    assert desk.vault.header.epoch == epoch
    support = opened(desk, "mori", OWN)
    assert support.actor.role is Role.SUPPORT
    assert people.reveal(support, number, "asked by telephone") == "1234567"
    assert not support.vault.rings.epochs("roster")


def test_a_lowered_role_loses_the_keys_and_all_numbers_lie_under_a_new_one(joined):
    desk, mori = joined()
    person, number = account(desk)
    old = desk.vault.rings.copied()
    users.change_role(desk, mori, Role.AUDITOR, PASSWORD)
    assert desk.vault.header.epoch == 2
    assert list(desk.vault.rings.epochs("number")) == [2]
    assert people.reveal(desk, number, "asked by telephone") == "1234567"
    with desk.reading() as conn:
        sealed = conn.exec_driver_sql("SELECT sealed, blind FROM person_number").one()
        assert int.from_bytes(sealed[0][1:5]) == 2
        assert numbers.holders(conn, desk.seal, NumberKind.BANK, "1234567") == (person,)
    assert not set(old.epochs("number")) & set(desk.vault.rings.epochs("number"))
    lowered = opened(desk, "mori", OWN)
    assert lowered.actor.role is Role.AUDITOR
    assert lowered.vault.seal is None
    with pytest.raises((NotAllowed, KeyNotHeld)):
        people.reveal(lowered, number, "asked by telephone")


def test_a_lowered_manager_cannot_sign_the_roster_with_the_key_that_he_knew(joined):
    desk, mori = joined(Role.MANAGER)
    known = desk.vault.header.roster_key
    users.change_role(desk, mori, Role.SUPPORT, PASSWORD)
    assert desk.vault.header.roster_key != known
    assert desk.vault.header.roster_keys[0] == known
    lowered = opened(desk, "mori", OWN)
    assert not lowered.vault.rings.epochs("roster")
    manager = opened(lowered, "sato", PASSWORD)
    assert manager.vault.header.slot_of("sato").pin == manager.vault.header.roster_key
    assert whole(manager)
    users.invite(manager, "kato", "加藤 学", Role.AUDITOR, PASSWORD, keys.FLOOR)


# Leaving


def test_who_leaves_opens_nothing_any_more_and_his_name_stays(joined):
    desk, mori = joined()
    _, number = account(desk)
    epoch = desk.vault.header.epoch
    users.disable(desk, mori, PASSWORD)
    assert desk.vault.header.epoch == epoch + 1
    assert standings(desk) == {"sato": Standing.WORKS, "mori": Standing.LEFT}
    assert acts(desk)[-1] == "user.disable"
    assert people.reveal(desk, number, "asked by telephone") == "1234567"
    with pytest.raises(WrongPassword):
        opened(desk, "mori", OWN)
    again = opened(desk, "sato", PASSWORD)
    assert whole(again)
    for act in (users.disable, users.issue_anew):
        with pytest.raises(NoSuchUser):
            act(again, mori, PASSWORD)
    again.vault.close()


def test_numbers_entered_before_and_after_somebody_left_are_found_by_their_full_value(joined):
    desk, mori = joined()
    first, _ = account(desk)
    users.disable(desk, mori, PASSWORD)
    second, _ = account(desk)
    with desk.reading() as conn:
        assert numbers.holders(conn, desk.seal, NumberKind.BANK, "1234567") == (first, second)


def test_the_number_ring_of_who_left_opens_nothing_for_him_as_an_auditor(joined):
    desk, mori = joined()
    _, number = account(desk)
    kept = {epoch: key.copy() for epoch, key in desk.vault.rings.epochs("number").items()}
    users.disable(desk, mori, PASSWORD)
    assert list(desk.vault.rings.epochs("number")) == [2]
    with desk.reading() as conn, pytest.raises(NumberDamaged):
        numbers.reveal(conn, Seal(desk.vault.desk_id, kept), number)
    assert people.reveal(desk, number, "asked by telephone") == "1234567"


def test_nobody_takes_away_his_own_access(desk):
    for act in (
        lambda: users.disable(desk, desk.actor.id, PASSWORD),
        lambda: users.change_role(desk, desk.actor.id, Role.SUPPORT, PASSWORD),
        lambda: users.issue_anew(desk, desk.actor.id, PASSWORD),
    ):
        with pytest.raises(OwnAccess):
            act()


def test_what_changes_access_asks_the_managers_own_password_and_logs_a_wrong_one(joined):
    desk, mori = joined()
    for act in (
        lambda: users.invite(desk, "kato", "加藤 学", Role.AUDITOR, OWN),
        lambda: users.issue_anew(desk, mori, OWN),
        lambda: users.change_role(desk, mori, Role.MANAGER, OWN),
        lambda: users.disable(desk, mori, OWN),
        lambda: rotation.rotate(desk, OWN),
    ):
        before, header = len(acts(desk)), desk.vault.header
        with pytest.raises(WrongPassword):
            act()
        assert acts(desk)[before:] == ["desk.refused"]
        assert desk.vault.header is header


def test_rotation_by_itself_goes_on_without_a_break(joined):
    desk, _ = joined()
    person, number = account(desk)
    before = desk.vault.header.epoch
    rotation.rotate(desk, PASSWORD)
    assert desk.vault.header.epoch == before + 1
    assert people.reveal(desk, number, "asked by telephone") == "1234567"
    assert people.open_person(desk, person).person.name == "山田 花子"
    assert acts(desk)[-2:] == ["keys.rotate", "person.reveal"], "the look before counts the one after"
    assert whole(desk)
    opened(desk, "mori", OWN).vault.close()


def test_a_table_that_says_another_role_than_the_signed_roster_is_a_fault(joined):
    desk, mori = joined()
    assert desks.faults(desk) == []
    for lie in ("role = 'manager'", "active = 0"):
        with desk.vault.writer.begin() as conn:
            conn.exec_driver_sql(f"UPDATE user SET {lie} WHERE id = {mori}")
        (fault,) = desks.faults(desk)
        assert f"user {mori}" in fault
        roles = {one.user.login: one.user.role for one in users.colleagues(desk)}
        assert roles == {"sato": Role.MANAGER, "mori": Role.SUPPORT}
        with desk.vault.writer.begin() as conn:
            conn.exec_driver_sql(f"UPDATE user SET role = 'support', active = 1 WHERE id = {mori}")


def test_an_approver_counts_by_the_signed_roster(joined):
    desk, mori = joined(Role.MANAGER)
    assert desks.approver(desk, "mori", OWN).approver.id == mori
    users.change_role(desk, mori, Role.SUPPORT, PASSWORD)
    with desk.vault.writer.begin() as conn:
        conn.exec_driver_sql("UPDATE user SET role = 'manager'")
    with pytest.raises(NotAllowed):
        desks.approver(desk, "mori", OWN)
