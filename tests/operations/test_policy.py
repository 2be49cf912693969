"""The office's own purposes: entered, reworded, switched off, taken back, never lost from under what refers to them."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from privdesk.domain.category import Category
from privdesk.domain.errors import CategoryMissing, NameMissing, NoSuchPurpose, NotAllowed, PurposeInUse, StaleSave
from privdesk.domain.law import Text
from privdesk.domain.person import NewPerson, Profile
from privdesk.domain.purpose import Purpose
from privdesk.operations import people, policy, purposes
from tests.operations.looking import log
from tests.operations.mailing import mailed

COURSES = Purpose(
    Text("会員向け講座のご案内のため", "To announce courses"), Text("講座", "Courses"), True, (Category.CONTACT,)
)


def test_a_purpose_is_entered_at_the_end_and_taken_back(desk):
    before = policy.purposes(desk)
    done = policy.add(desk, COURSES)
    assert [one.purpose for one in policy.purposes(desk)] == [*(one.purpose for one in before), COURSES]
    assert purposes.office(desk)[done.value.code] == COURSES
    assert log(desk)[-1] == ("purposes.change", f"purpose:{done.value.code}")
    done.undo(desk)
    assert policy.purposes(desk) == before
    assert policy.add(desk, COURSES).value.code != done.value.code


def test_a_purpose_to_which_somebody_stands_is_not_taken_back(desk):
    done = policy.add(desk, COURSES)
    person = people.add(desk, NewPerson(Profile(name="一"))).value
    purposes.consent(desk, person, [done.value.code])
    with pytest.raises(PurposeInUse):
        done.undo(desk)
    assert policy.purpose(desk, done.value.code) == done.value


def test_a_purpose_that_is_switched_off_serves_nothing_but_keeps_its_words(desk):
    person = people.add(desk, NewPerson(Profile(name="一", mails=("a@example.jp",)))).value
    purposes.suspend(desk, person, ["news"], ground="35-1")
    news = policy.purpose(desk, "news")
    done = policy.save(desk, replace(news, active=False))
    assert "news" not in purposes.office(desk)
    for use in (lambda: purposes.use(desk, person, "news"), lambda: mailed(desk)):
        with pytest.raises(NoSuchPurpose):
            use()
    assert [one.purpose for one in policy.purposes(desk) if one.code == "news"] == [news.purpose]
    done.undo(desk)
    assert policy.purpose(desk, "news") == replace(news, version=3)
    assert [state.purpose for state in purposes.states(desk, person)] == ["news"]


def test_a_reworded_purpose_keeps_its_code_and_a_stale_save_is_refused(desk):
    news = policy.purpose(desk, "news")
    new = changed(news.purpose, short=Text("お知らせ", "Newsletter"))
    policy.save(desk, replace(news, purpose=new))
    assert purposes.office(desk)["news"].short.en == "Newsletter"
    with pytest.raises(StaleSave):
        policy.save(desk, news)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": Text("講座", " ")}, NameMissing),
        ({"short": Text("", "Courses")}, NameMissing),
        ({"categories": ()}, CategoryMissing),
    ],
)
def test_a_purpose_is_whole_in_both_languages(desk, wrong, error):
    before = policy.purposes(desk)
    with pytest.raises(error):
        policy.add(desk, changed(COURSES, **wrong))
    with pytest.raises(error):
        policy.save(desk, replace(before[0], purpose=changed(before[0].purpose, **wrong)))
    assert policy.purposes(desk) == before


def test_only_a_manager_changes_them(desk, auditor):
    with pytest.raises(NotAllowed):
        policy.add(auditor, COURSES)
    with pytest.raises(NotAllowed):
        policy.save(auditor, policy.purpose(desk, "news"))
