"""Saved filters: whose they are, who sees them, what becomes of them when what they name is gone."""

from dataclasses import replace

import pytest

from privdesk.domain.errors import (
    FilterGone,
    FilterNameTaken,
    FilterUnnamed,
    NotYourFilter,
    NumberInText,
    SignBroken,
    StaleSave,
)
from privdesk.domain.partner import Partner
from privdesk.domain.person import Kept, NewPerson, PeopleQuery, Profile, Status
from privdesk.domain.saved_filter import body, query_of
from privdesk.domain.user import Role
from privdesk.operations import office, people, policy, saved_filters
from privdesk.storage import erasure, transaction, users
from tests.operations.looking import log

EVERYTHING = PeopleQuery(
    text="渡邉",
    status=Status.LEFT,
    suspended=True,
    with_requests=True,
    with_warnings=True,
    blocked_for="news",
    consented_to="notices",
    partner=3,
    kept=Kept.SOON,
    sort="number",
    descending=True,
)


@pytest.fixture
def colleague(desk):
    """A clerk at the same desk."""
    with transaction.writing(desk.vault.writer) as conn:
        new = users.add(conn, login="mori", name="森 翼", role=Role.SUPPORT, slot="none", language="ja")
    return replace(desk, actor=new)


def names(desk):
    return [one.name for one in saved_filters.offered(desk)]


def test_a_query_is_written_as_plain_values_and_read_again():
    assert query_of(body(EVERYTHING)) == EVERYTHING
    assert body(PeopleQuery()) == {}
    assert query_of({"no such field": 1, "text": "a"}) == PeopleQuery(text="a")


def test_one_saves_chooses_renames_and_deletes(desk):
    made = saved_filters.save(desk, " 退会した顧客 ", PeopleQuery(status=Status.LEFT)).value
    assert names(desk) == ["退会した顧客"]
    assert saved_filters.opened(desk, made.id) == saved_filters.Opened(PeopleQuery(status=Status.LEFT))
    renamed = saved_filters.edit(desk, replace(made, name="退会"))
    assert names(desk) == ["退会"]
    with pytest.raises(StaleSave):
        saved_filters.edit(desk, replace(made, name="また"))
    renamed.undo(desk)
    assert names(desk) == ["退会した顧客"]
    gone = saved_filters.remove(desk, made.id)
    assert names(desk) == []
    with pytest.raises(FilterGone):
        saved_filters.opened(desk, made.id)
    back = gone.undo(desk)
    assert [one.query for one in saved_filters.offered(desk)] == [PeopleQuery(status=Status.LEFT)]
    back.undo(desk)
    assert names(desk) == []


def test_ones_own_are_nobody_elses_business_and_shared_ones_are_everybodys(desk, colleague):
    own = saved_filters.save(desk, "自分用", PeopleQuery(text="a")).value
    shared = saved_filters.save(desk, "共有", PeopleQuery(text="b"), shared=True).value
    assert names(colleague) == ["共有"]
    for one in (own, shared):
        with pytest.raises(NotYourFilter):
            saved_filters.remove(colleague, one.id)
        with pytest.raises(NotYourFilter):
            saved_filters.edit(colleague, replace(one, name="c"))
    manager = replace(colleague, actor=replace(colleague.actor, role=Role.MANAGER))
    assert saved_filters.edit(manager, replace(shared, name="全員用")).value.owner == desk.actor.id
    with pytest.raises(NotYourFilter):
        saved_filters.remove(manager, own.id)


def test_a_name_is_needed_and_tells_filters_apart_and_no_number_is_kept(desk):
    saved_filters.save(desk, "ＡＢＣ", PeopleQuery())
    with pytest.raises(FilterNameTaken):
        saved_filters.save(desk, "abc", PeopleQuery())
    with pytest.raises(FilterUnnamed):
        saved_filters.save(desk, "  ", PeopleQuery())
    with pytest.raises(NumberInText):
        saved_filters.save(desk, "card", PeopleQuery(text="4111 1111 1111 1111"))
    assert names(desk) == ["ＡＢＣ"]


def test_the_log_says_what_is_asked_and_never_the_text(desk):
    made = saved_filters.save(desk, "山田さん", PeopleQuery(text="山田", status=Status.LEFT), shared=True).value
    assert log(desk)[-1] == ("filter.save", f"filter:{made.id}")
    with desk.reading() as conn:
        (detail,) = conn.exec_driver_sql("SELECT detail FROM audit ORDER BY seq DESC LIMIT 1").one()
    assert '"text"' in detail
    assert "山田" not in detail


def test_what_is_gone_by_now_is_left_out_and_said(desk):
    partner = office.add_partner(desk, Partner(0, "青空カード"))
    query = PeopleQuery(blocked_for="news", partner=partner.value.id, with_requests=True)
    made = saved_filters.save(desk, "青空", query).value
    assert saved_filters.opened(desk, made.id) == saved_filters.Opened(query)
    partner.undo(desk)
    purpose = policy.purpose(desk, "news")
    policy.save(desk, replace(purpose, active=False))
    opened = saved_filters.opened(desk, made.id)
    assert opened == saved_filters.Opened(PeopleQuery(with_requests=True), ("blocked_for", "partner"))


def test_what_was_searched_of_somebody_goes_with_him(desk):
    hana = people.add(desk, NewPerson(Profile(name="山田 花子"))).value
    ken = people.add(desk, NewPerson(Profile(name="山田 健"))).value
    for name, text in (("hana", "花子"), ("both", "山田"), ("nobody", "鈴木"), ("all", "")):
        saved_filters.save(desk, name, PeopleQuery(text=text))
    with transaction.writing(desk.vault.writer) as conn:
        erasure.erase(conn, [hana])
    assert names(desk) == ["all", "both", "nobody"]
    with transaction.writing(desk.vault.writer) as conn:
        erasure.erase(conn, [ken])
    assert names(desk) == ["all", "nobody"]


@pytest.mark.parametrize("text", ["309912345660", "0001-001-1-1234567", "10120-12345671"])
def test_no_filter_keeps_a_whole_number_in_its_text_or_name(desk, text):
    for name, query in (("番号", PeopleQuery(text=text)), (text, PeopleQuery())):
        with pytest.raises(NumberInText):
            saved_filters.save(desk, name, query)
    saved_filters.save(desk, "電話", PeopleQuery(text="090-1234-5678"))


def test_an_auditor_gets_shared_filters_without_their_text(desk, colleague):
    auditor = replace(colleague, actor=replace(colleague.actor, role=Role.AUDITOR))
    made = saved_filters.save(desk, "共有", PeopleQuery(text="渡邉", suspended=True), shared=True).value
    (seen,) = saved_filters.offered(auditor)
    assert seen.query == saved_filters.opened(auditor, made.id).query == PeopleQuery(suspended=True)
    own = saved_filters.save(auditor, "自分", PeopleQuery(text="渡邉")).value
    assert saved_filters.opened(auditor, own.id).query.text == "渡邉"
    assert saved_filters.opened(colleague, made.id).query == made.query


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: saved_filters.save(desk, "a\ud800", PeopleQuery()),
        lambda desk: people.add(desk, NewPerson(Profile(name="山田\ud800"))),
        lambda desk: people.find_number(desk, "12\ud800"),
    ],
)
def test_half_a_character_is_refused_with_a_sentence(desk, act):
    with pytest.raises(SignBroken):
        act(desk)
    assert (names(desk), people.count(desk, PeopleQuery())) == ([], 0)
