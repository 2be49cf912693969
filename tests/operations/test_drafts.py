"""A draft waits for the user who typed it, and the log says no word of it."""

from dataclasses import replace

import pytest

from privdesk.domain.errors import NotAllowed
from privdesk.domain.user import Role
from privdesk.operations import drafts
from privdesk.storage import transaction, users
from tests.operations.looking import log, log_text
from tests.operations.requesting import yumiko

TYPED = {"version": "3", "address": "東京都港区芝公園4-2-8"}


@pytest.fixture
def colleague(desk):
    """The same desk with somebody else at it."""
    with transaction.writing(desk.vault.writer) as conn:
        new = {"login": "ito", "name": "伊藤 蓮", "role": Role.SUPPORT, "slot": "other", "language": "ja"}
        return replace(desk, actor=users.add(conn, **new))


def test_a_draft_waits_for_its_user_alone(desk, colleague):
    drafts.keep(desk, "person:1", {"address": "東京都"})
    drafts.keep(desk, "person:1", TYPED)
    assert drafts.kept(desk, "person:1") == TYPED
    assert drafts.kept(desk, "person:2") == {}
    assert drafts.kept(colleague, "person:1") == {}
    drafts.keep(colleague, "person:1", {"name": "髙橋"})
    drafts.drop(desk, "person:1")
    assert drafts.kept(desk, "person:1") == {}
    assert drafts.kept(colleague, "person:1") == {"name": "髙橋"}


def test_the_log_names_the_place_and_no_word(desk):
    drafts.keep(desk, "person:1", TYPED)
    drafts.drop(desk, "person:1")
    assert log(desk)[-2:] == [("draft.keep", "draft"), ("draft.drop", "draft")]
    assert "person:1" in log_text(desk)
    assert "芝公園" not in log_text(desk)


def test_an_auditor_types_nothing(desk):
    auditor = replace(desk, actor=replace(desk.actor, role=Role.AUDITOR))
    with pytest.raises(NotAllowed):
        drafts.keep(auditor, "person:1", TYPED)


def test_what_waits_is_named_the_newest_first_and_for_its_user_alone(desk, colleague):
    id_ = yumiko(desk)
    for place in (f"person:{id_}", "request:new", "office:profile"):
        drafts.keep(desk, place, TYPED)
    drafts.keep(colleague, "message:3", TYPED)
    found = drafts.waiting(desk)
    assert [(one.place, one.name) for one in found] == [
        ("office:profile", ""),
        ("request:new", ""),
        (f"person:{id_}", "渡邉 由美子"),
    ]
    assert {one.at for one in found} == {desk.now}
