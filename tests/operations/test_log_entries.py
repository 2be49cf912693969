"""Entries of the log by the names that people know, and the code of any of them."""

from dataclasses import replace

import pytest

from privdesk.domain.errors import NotAllowed
from privdesk.domain.user import Role
from privdesk.operations import log, log_entries, people
from privdesk.operations.desk import Desk
from tests.operations.requesting import taken, yumiko


def test_things_are_called_as_lists_call_them(desk: Desk, auditor: Desk):
    person = yumiko(desk)
    request = taken(desk, person=person)
    wanted = [f"person:{person}", f"request:{request}", f"user:{auditor.actor.id}", "person:99", "desk", "person:x"]
    assert log_entries.named(auditor, wanted) == {
        f"person:{person}": "渡邉 由美子",
        f"request:{request}": "R8-0001",
        f"user:{auditor.actor.id}": "加藤 学",
    }
    assert log_entries.named(desk, []) == {}


def test_the_code_of_an_entry_stays_while_the_log_grows(desk: Desk):
    person = yumiko(desk)
    code = log.code(desk)
    people.open_person(desk, person)
    assert log_entries.code_at(desk, code.seq) == code
    assert log_entries.code_at(desk, 999) is None
    with pytest.raises(NotAllowed):
        log_entries.code_at(replace(desk, actor=replace(desk.actor, role=Role.SUPPORT)), code.seq)
