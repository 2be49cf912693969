"""Letters on their way: printed, sent, come back, and found again in the list."""

from datetime import timedelta

import pytest

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.letter import LetterQuery, LetterState, due_letters
from privdesk.domain.procedure import State, Step
from privdesk.operations import letters
from privdesk.operations.desk import Desk
from tests.operations.lettering import WAYS, at_office, decided, issue, row, sent
from tests.operations.looking import stored
from tests.operations.requesting import TODAY, asked, case, step, taken, yumiko


def test_sending_leads_the_request_on_and_stands_in_the_ledger(desk: Desk):
    id_ = decided(at_office(desk), WAYS["refusal"])
    made = issue(desk, id_, "refusal")
    letters.mark_printed(desk, made, row(desk, made).version)
    assert row(desk, made).state is LetterState.PRINTED
    with pytest.raises(errors.SentBeforeIssue):
        sent(desk, made, TODAY - timedelta(days=1))
    with pytest.raises(errors.DayAhead):
        sent(desk, made, TODAY + timedelta(days=1))
    with pytest.raises(errors.LetterNotSent):
        letters.mark_returned(desk, made, row(desk, made).version, TODAY)
    assert case(desk, id_).state is State.TO_SEND

    sent(desk, made)

    posted = row(desk, made)
    assert (posted.state, posted.sent_on) == (LetterState.SENT, TODAY)
    assert (posted.service, posted.tracking, posted.returned_on) == ("簡易書留", "123-45-67890-1", None)
    assert (case(desk, id_).state, case(desk, id_).next_step) == (State.ANSWERED, Step.CLOSE)
    assert case(desk, id_).request.item(1).told_on == TODAY
    with pytest.raises(errors.AlreadyDone):
        sent(desk, made)
    letters.mark_printed(desk, made, posted.version)
    assert row(desk, made).state is LetterState.SENT


def test_a_sent_acknowledgement_acknowledges(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    sent(desk, issue(desk, id_, "acknowledgement"))
    assert case(desk, id_).request.acknowledged_on == TODAY
    assert due_letters(case(desk, id_).request, case(desk, id_).law, TODAY) == ()
    sent(desk, issue(desk, id_, "acknowledgement"))


def test_what_came_back_can_be_taken_back_or_written_anew(desk: Desk):
    id_ = decided(at_office(desk), WAYS["refusal"])
    made = issue(desk, id_, "refusal")
    sent(desk, made)
    before = stored(desk)
    done = letters.mark_returned(desk, made, row(desk, made).version, TODAY, "宛所不明")
    assert (row(desk, made).state, row(desk, made).returned_on) == (LetterState.RETURNED, TODAY)
    assert done.undo
    done.undo(desk)
    after = stored(desk)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"letter"}  # its version counts on
    letters.mark_returned(desk, made, row(desk, made).version, TODAY)
    anew = issue(desk, id_, "refusal", replaces=made)
    assert case(desk, id_).request.item(1).letter == anew


def test_a_stale_view_of_a_letter_changes_nothing(desk: Desk):
    made = issue(desk, taken(at_office(desk), person=yumiko(desk)), "acknowledgement")
    letters.mark_printed(desk, made, 1)
    before = stored(desk, but=frozenset())
    for act in (
        lambda: letters.mark_printed(desk, made, 1),
        lambda: letters.mark_sent(desk, made, 1, "", "", TODAY),
    ):
        with pytest.raises(errors.StaleSave):
            act()
    assert stored(desk, but=frozenset()) == before


def test_the_list_filters_and_turns_pages_newest_first(desk: Desk):
    at_office(desk)
    first, second = taken(desk, person=yumiko(desk)), taken(desk, *asked("COMPLAINT"), parties=())
    step(desk, second, ev.Note(text="匿名"))
    made = [issue(desk, first, "acknowledgement") for _ in range(5)]
    sent(desk, made[1])
    letters.mark_printed(desk, made[2], 1)

    def found(**query: object) -> list[int]:
        return [one.id for one in letters.page(desk, LetterQuery(**query)).rows]

    newest = made[::-1]
    assert found() == newest
    assert found(states=frozenset({LetterState.SENT, LetterState.PRINTED})) == [made[2], made[1]]
    assert found(text="渡邉 26-0003") == [made[2]]
    assert found(text="67890") == [made[1]]
    assert found(text="100%") == []
    assert found(request=second) == []
    assert found(request=first, person=1, template="acknowledgement", since=TODAY, until=TODAY) == newest
    assert found(since=TODAY + timedelta(days=1)) == []
    assert found(until=TODAY - timedelta(days=1)) == []
    assert letters.counts(desk, LetterQuery(states=frozenset({LetterState.SENT}))) == {
        LetterState.ISSUED: 3,
        LetterState.PRINTED: 1,
        LetterState.SENT: 1,
    }
    pages_of_two, after = [], None
    while True:
        some = letters.page(desk, LetterQuery(), after, 2)
        pages_of_two.append([one.id for one in some.rows])
        if (after := some.next) is None:
            break
    assert pages_of_two == [newest[:2], newest[2:4], newest[4:]]


def test_a_letter_that_is_not_there_is_a_sentence(desk: Desk):
    for act in (
        lambda: letters.open_letter(desk, 7),
        lambda: letters.mark_printed(desk, 7, 1),
        lambda: letters.mark_sent(desk, 7, 1, "", "", TODAY),
        lambda: letters.mark_returned(desk, 7, 1, TODAY),
    ):
        with pytest.raises(errors.NoSuchLetter):
            act()
