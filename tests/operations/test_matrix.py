"""Every cell of the matrix on a real vault: each operation in each role is allowed or refused as the matrix says."""

import ast
import dataclasses
import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from privdesk.domain.acts import ACTS
from privdesk.domain.errors import DeskError, KeyNotHeld, NotAllowed, ReasonMissing
from privdesk.domain.matrix import FIELDS, NUMBER_KEY, Sight, roles_of, sight
from privdesk.domain.operation_acts import OPERATIONS
from privdesk.domain.person import NewNumber, NumberKind, Origin, PeopleQuery, Person, PersonRow, Source
from privdesk.domain.user import Role
from privdesk.operations import desks, people, users
from privdesk.operations.desk import Desk
from privdesk.storage import keys
from privdesk.storage.slots import RINGS_OF
from tests.gui.filled import filled
from tests.office import NOW, PASSWORD, TERMS
from tests.operations.samples import WORDS, arguments

ACCOUNT = "7654321"
ROOM = Path(desks.__file__).parent
LOGINS = {Role.MANAGER: "sato", Role.SUPPORT: "mori", Role.AUDITOR: "kato"}
# what operations are made of: each of these works inside of one that the matrix names, or tells nothing of the desk
PARTS = {
    "entered.need_just_entered",
    "backups.troubles",
    "batches.mapping_of",
    "batches.people_parts",
    "batches.transactions_parts",
    "cases.calendar",
    "cases.changing",
    "cases.led_by",
    "cases.need_past",
    "cases.renew",
    "cases.under_way",
    "data_sheet.data_sheet",
    "letter_facts.letter_facts",
    "mailings.let_in",
    "messages.start_request",
    "parts.part",
    "people.enter",
    "links.tell",
    "people.kept",
    "retention.work_out",
    "rotation.need_own_password",
    "rotation.roster_changed",
    "rotation.rotated",
    "search.by_shown",
    "sitting.hand_on_seeds",
    "sitting.log_broken_off",
    "sitting.log_new_pc",
    "sitting.log_failures",
    "steps.taken_back",
    "unfinished.end",
    "unfinished.take_back_left",
    "unfinished.taken_back",
    "users.countersign",
    "users.misnamed",
    "users.need_good",
}


def public(path: Path) -> set[str]:
    """The functions of a module whose first argument is a desk."""
    functions = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    return {
        f"{path.stem}.{node.name}"
        for node in functions
        if not node.name.startswith("_") and node.args.args and node.args.args[0].arg == "desk"
    }


def test_every_operation_stands_in_the_matrix_and_every_act_is_known():
    found = {name for path in ROOM.glob("*.py") for name in public(path)}
    assert found - PARTS == set(OPERATIONS)
    assert found >= PARTS
    assert set(OPERATIONS.values()) <= set(ACTS)
    assert {act for field in FIELDS.values() for act in (field.shown, field.more) if act} <= set(ACTS)


def test_every_act_is_done_by_an_operation():
    written = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    assert [act for act in ACTS if f'"{act}"' not in written] == []


@pytest.fixture(scope="module")
def seated(tmp_path_factory) -> Iterator[dict[Role, Desk]]:
    """The same filled office three times, in each somebody of another role at the desk with his own keys."""
    place = tmp_path_factory.mktemp("matrix")
    founded = filled(place)
    desk = founded.copied(place / "made.privdesk")
    for role in (Role.SUPPORT, Role.AUDITOR):
        users.add(desk, LOGINS[role], f"{LOGINS[role]} さん", PASSWORD, role, keys.FLOOR)
    for full in ("1111111", ACCOUNT):  # the cells do what they may to the first
        account = NewNumber(NumberKind.BANK, "0001-110", "普通", full[-4:], full)
        people.add_number(desk, 1, account, Origin(Source.SELF, desk.today))
    desk.vault.close()
    made = {}
    for role, login in LOGINS.items():
        folder = place / f"{role}.privdesk"
        shutil.copytree(desk.vault.folder, folder)
        made[role] = desks.unlock(folder, login, PASSWORD, founded.given, lambda: NOW, TERMS)
    yield made
    for one in made.values():
        one.vault.close()


def is_refused(desk: Desk, operation: str, folder: Path) -> bool:
    module, name = operation.split(".")
    function = getattr(importlib.import_module(f"privdesk.operations.{module}"), name)
    try:
        function(desk, **arguments(function, folder))
    except (NotAllowed, KeyNotHeld):
        return True
    except DeskError:
        return False
    return False


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_cell(seated, tmp_path, operation, role):
    assert is_refused(seated[role], operation, tmp_path) == (role not in roles_of(operation))
    if operation == "desks.lock":
        folder, login = seated[role].vault.folder, LOGINS[role]
        seated[role] = desks.unlock(folder, login, PASSWORD, seated[role].reference, lambda: NOW, TERMS)


# Fields


def test_every_field_of_a_customer_stands_in_the_matrix():
    shown = {field.name for kind in (Person, PersonRow) for field in dataclasses.fields(kind)}
    assert shown - {"id", "uid", "version"} <= set(FIELDS)


def test_who_sees_numbers_is_who_holds_their_key():
    assert {role for role in Role if "number" in RINGS_OF[role.value]} == NUMBER_KEY
    assert {role: sight(role, "numbers") for role in Role} == {
        Role.SUPPORT: Sight.REASON,
        Role.MANAGER: Sight.REASON,
        Role.AUDITOR: Sight.NOTHING,
    }
    assert sight(Role.AUDITOR, "letter_with_numbers") is Sight.NOTHING
    assert sight(Role.SUPPORT, "log") is Sight.OWN
    assert sight(Role.AUDITOR, "log") is Sight.WHOLE


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_of_a_customer_what_the_matrix_says(seated, role):
    desk = seated[role]
    assert sight(role, "name") is Sight.WHOLE
    assert people.page(desk, PeopleQuery()).rows[0].name
    if sight(role, "addresses") is Sight.NOTHING:
        with pytest.raises(NotAllowed):
            people.open_person(desk, 1)
        assert desk.vault.seal is None
        with pytest.raises((NotAllowed, KeyNotHeld)):
            people.reveal(desk, 1, WORDS)
        return
    record = people.open_person(desk, 1)
    assert ACCOUNT not in repr(record)
    (number,) = [one for one in record.person.numbers if one.last4 == ACCOUNT[-4:]]
    assert sight(role, "numbers") is Sight.REASON
    with pytest.raises(ReasonMissing):
        people.reveal(desk, number.id, "short")
    assert people.reveal(desk, number.id, WORDS) == ACCOUNT
