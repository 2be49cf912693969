"""Carrying out at a real desk: the record changes, uses stop, and both can be taken back while nobody was told."""

from dataclasses import replace
from datetime import date

import pytest

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked, Changed, EventKind, Proposed
from privdesk.domain.person import NewNumber, NumberKind, Origin, PeopleQuery, Profile, Source, profile
from privdesk.domain.procedure import State, Step
from privdesk.domain.purpose import Stand
from privdesk.domain.user import Role
from privdesk.operations import answers, cases, execution, people, purposes, requests, steps
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import requests as stored_requests
from tests.operations import mailing
from tests.operations.looking import log, log_text, stored
from tests.operations.requesting import KEPT, TODAY, asked, case, go_on, joined, posted, step, taken, verified, yumiko

EVERY = ("service", "inquiries", "news", "notices", "misuse", "account", "billing", "related")
MOVED = (Proposed(field="postal", value="530-0001"), Proposed(field="address", value="大阪市北区梅田1-1"))
NEW_ACCOUNT = NewNumber(NumberKind.BANK, "0005-001", "1", "4321", "0004321")


def correcting(*proposed: Proposed) -> tuple[Asked, ...]:
    return asked("CORRECT", reason="転居", proposed=proposed)


def decided(desk: Desk, items: tuple[Asked, ...], *decisions: Decision, **more: object) -> int:
    """A request of a customer who is known, decided and, where it must be, approved."""
    id_ = verified(desk, *items)
    for number, decision in enumerate(decisions, start=1):
        answers.decide(desk, id_, case(desk, id_).version, number, decision, **more)
    if case(desk, id_).request.approval_due:
        answers.approve(joined(desk, "mori", Role.MANAGER), id_, case(desk, id_).version)
    return id_


def execute(desk: Desk, id_: int, item: int = 1, *typed: NewNumber) -> Done[int]:
    return execution.execute(desk, id_, case(desk, id_).version, item, typed)


def record(desk: Desk, id_: int = 1) -> Profile:
    return profile(people.open_person(desk, id_).person)


def stopped(desk: Desk) -> set[str]:
    today = [one for one in purposes.states(desk, 1) if one.stand is Stand.SUSPENDED and one.in_force(TODAY)]
    return {one.purpose for one in today}


def test_a_correction_changes_the_record_and_shows_old_beside_new(desk: Desk):
    id_ = decided(desk, correcting(*MOVED), Decision.CORRECTED)
    side_by_side = (
        Changed(field="postal", old="100-0005", new="530-0001"),
        Changed(field="address", old="東京都千代田区丸の内3丁目18番18号", new="大阪市北区梅田1-1"),
    )
    preview = execution.preview_execution(desk, id_, 1)
    assert (preview.changes, preview.purposes, preview.to_type) == (side_by_side, (), ())
    assert log(desk)[-1] == ("person.open", "person:1")
    assert record(desk).address == "東京都千代田区丸の内3丁目18番18号"
    execute(desk, id_)
    assert log(desk)[-1] == ("request.execute", f"request:{id_}")
    assert "大阪市北区" not in log_text(desk)
    assert (record(desk).postal, record(desk).address) == ("530-0001", "大阪市北区梅田1-1")
    opened = people.open_person(desk, 1)
    changed = {(line.field, line.request) for line in people.history(desk, 1)}
    assert changed == {("postal", "R8-0001"), ("address", "R8-0001")}
    assert opened.person.address
    assert opened.person.address.origin.request == id_
    item = case(desk, id_).items[0].item
    assert item.executed
    assert item.executed.changes == side_by_side
    (row,) = stored(desk)["request_item"]
    assert "大阪市北区梅田1-1" in str(row)
    assert [one.id for one in people.page(desk, PeopleQuery(text="梅田")).rows] == [1]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "山田 由美子", "山田 由美子"),
        ("kana", "ヤマダ ユミコ", "ヤマダ ユミコ"),
        ("birth", "昭和50年3月15日", date(1975, 3, 15)),
        ("birth", "", None),
        ("phones", "03-1111-2222", ("03-1111-2222",)),
        ("phones", "03-1111-2222、\n090-1111-2222", ("03-1111-2222", "090-1111-2222")),
        ("mails", "", ()),
        ("since", "2019-04-01", date(2019, 4, 1)),
        ("notes", "苦情の記載を訂正", "苦情の記載を訂正"),
    ],
)
def test_every_field_can_be_corrected_and_put_back(desk: Desk, field: str, value: str, said: object):
    id_ = decided(desk, correcting(Proposed(field=field, value=value)), Decision.CORRECTED)
    before = record(desk)
    if getattr(before, field) == said:
        pytest.fail("the case changes nothing")
    done = execute(desk, id_)
    assert record(desk) == replace(before, **{field: said})
    done.undo(desk)
    assert record(desk) == before
    assert case(desk, id_).next_step is Step.EXECUTE
    assert case(desk, id_).timeline[-1].event.kind is EventKind.EXECUTION_UNDONE
    execute(desk, id_)
    assert record(desk) == replace(before, **{field: said})


def test_a_deletion_empties_the_fields_whatever_was_proposed(desk: Desk):
    wanted = (Proposed(field="phones", value="03-9999-9999"), Proposed(field="birth"))
    id_ = decided(desk, correcting(*wanted), Decision.DELETED)
    assert [one.new for one in execution.preview_execution(desk, id_, 1).changes] == ["", ""]
    execute(desk, id_)
    assert (record(desk).phones, record(desk).birth) == ((), None)


def test_a_name_is_never_deleted(desk: Desk):
    id_ = decided(desk, correcting(Proposed(field="name", value="山田")), Decision.DELETED)
    with pytest.raises(errors.NameMissing):
        execute(desk, id_)
    assert record(desk).name == "渡邉 由美子"


def test_a_number_is_typed_when_it_is_corrected_and_never_told(desk: Desk):
    id_ = decided(desk, correcting(Proposed(field="bank")), Decision.CORRECTED)
    preview = execution.preview_execution(desk, id_, 1)
    assert (preview.to_type, preview.changes) == (("bank",), (Changed(field="bank", old="…8133", new=""),))
    licence = NewNumber(NumberKind.LICENCE, "", "", "5601", "301234567811")
    for typed in ((), (licence,), (NEW_ACCOUNT, NEW_ACCOUNT)):
        with pytest.raises(errors.NumberMissing):
            execute(desk, id_, 1, *typed)
    done = execute(desk, id_, 1, NEW_ACCOUNT)
    held = people.open_person(desk, 1)
    assert [(one.last4, one.until) for one in held.person.numbers] == [("8133", TODAY), ("4321", None)]
    told = [(line.field, line.old, line.new) for line in people.history(desk, 1)]
    assert told == [("bank", "…8133", "…4321")]
    assert people.reveal(desk, held.person.numbers[1].id, "訂正後の口座番号の確認") == "0004321"
    assert "0004321" not in str({name: rows for name, rows in stored(desk).items() if name != "person_number"})
    done.undo(desk)
    assert [(one.last4, one.until) for one in people.open_person(desk, 1).person.numbers] == [("8133", None)]


def test_the_number_that_is_meant_is_ended_and_no_other(desk: Desk):
    id_ = decided(desk, correcting(Proposed(field="bank", value="4321")), Decision.DELETED)
    people.add_number(desk, 1, NEW_ACCOUNT, Origin(Source.SELF, TODAY))
    done = execute(desk, id_)
    assert [(one.last4, one.until) for one in people.open_person(desk, 1).person.numbers] == [
        ("8133", None),
        ("4321", TODAY),
    ]
    done.undo(desk)
    assert [one.until for one in people.open_person(desk, 1).person.numbers] == [None, None]


def test_nothing_is_told_of_a_correction_that_changes_nothing(desk: Desk):
    id_ = decided(desk, correcting(Proposed(field="kana", value="ワタナベ ユミコ")), Decision.CORRECTED)
    with pytest.raises(errors.NothingDiffers):
        execute(desk, id_)
    assert case(desk, id_).next_step is Step.EXECUTE


def test_a_correction_is_not_taken_back_over_a_later_change(desk: Desk):
    id_ = decided(desk, correcting(*MOVED), Decision.CORRECTED)
    done = execute(desk, id_)
    held = people.open_person(desk, 1).person
    people.edit(desk, 1, held.version, replace(profile(held), address="京都市中京区1"))
    with pytest.raises(errors.StaleSave):
        done.undo(desk)
    assert record(desk).address == "京都市中京区1"


def test_some_of_the_purposes_can_be_left_in_use(desk: Desk):
    id_ = decided(desk, asked("STOP", purposes=("news", "notices", "billing")), Decision.SUSPENDED)
    assert execution.preview_execution(desk, id_, 1).may_choose
    for chosen in ((), ("service",)):
        with pytest.raises(errors.NothingToCarryOut):
            execution.execute(desk, id_, case(desk, id_).version, 1, stopping=chosen)
    execution.execute(desk, id_, case(desk, id_).version, 1, stopping=("billing", "news", "service"))
    assert stopped(desk) == {"news", "billing"}
    done = case(desk, id_).items[0].item.executed
    assert done
    assert done.purposes == ("news", "billing")


def test_what_is_kept_is_used_for_nothing_however_few_are_chosen(desk: Desk):
    id_ = decided(desk, asked("STOP", purposes=("news",)), Decision.KEPT_UNTIL, **KEPT)
    assert not execution.preview_execution(desk, id_, 1).may_choose
    execution.execute(desk, id_, case(desk, id_).version, 1, stopping=("news",))
    assert stopped(desk) == set(EVERY)


@pytest.mark.parametrize(
    ("items", "decision", "more", "expected"),
    [
        (asked("STOP", purposes=("news", "notices")), Decision.SUSPENDED, {}, {"news", "notices"}),
        (asked("STOP5", purposes=("billing",)), Decision.SUSPENDED, {}, {"billing"}),
        (asked("STOP"), Decision.SUSPENDED, {}, set(EVERY)),
        (asked("STOP", purposes=("news",)), Decision.KEPT_UNTIL, KEPT, set(EVERY)),
        (
            asked("STOP5", purposes=("news",)),
            Decision.DIFFERENT_MEASURE,
            {"ground": "35-6-measure", "facts": "台帳から外した。"},
            {"news"},
        ),
    ],
)
def test_a_suspension_bites_and_is_lifted_again(desk: Desk, items, decision: Decision, more: dict, expected: set[str]):
    id_ = decided(desk, items, decision, **more)
    assert stopped(desk) == set()
    preview = execution.preview_execution(desk, id_, 1)
    assert set(preview.purposes) == expected
    assert (preview.until, preview.rule) == (more.get("until"), more.get("rule"))
    done = execute(desk, id_)
    assert stopped(desk) == expected
    state = next(one for one in purposes.states(desk, 1) if one.purpose in expected)
    assert (state.request, state.start) == ("R8-0001", TODAY)
    assert state.ground.startswith("法第35条")
    for code in EVERY:
        reached = mailing.reached(desk, code)
        assert reached == ([] if code in expected else [1]), code
    with pytest.raises(errors.PurposeSuspended):
        purposes.use(desk, 1, next(iter(expected)))
    item = case(desk, id_).items[0].item
    assert item.executed
    assert set(item.executed.purposes) == expected
    assert (item.until, item.rule) == (more.get("until"), more.get("rule"))
    done.undo(desk)
    assert stopped(desk) == set()
    assert mailing.reached(desk) == [1]


def test_lifting_one_requests_suspension_leaves_the_older_one(desk: Desk):
    first = decided(desk, asked("STOP", purposes=("news",)), Decision.SUSPENDED)
    execute(desk, first)
    second = verified(desk, *asked("STOP", purposes=("news", "billing")), person=1)
    answers.decide(desk, second, case(desk, second).version, 1, Decision.SUSPENDED)
    done = execute(desk, second)
    assert stopped(desk) == {"news", "billing"}
    done.undo(desk)
    assert stopped(desk) == {"news"}


def test_a_suspension_that_was_lifted_otherwise_is_not_lifted_twice(desk: Desk):
    id_ = decided(desk, asked("STOP", purposes=("news",)), Decision.SUSPENDED)
    done = execute(desk, id_)
    purposes.lift(desk, 1, ["news"], "本人から再開の依頼があったため")
    with pytest.raises(errors.StaleSave):
        done.undo(desk)
    assert case(desk, id_).items[0].item.executed_on == TODAY


def test_an_opt_out_needs_no_papers_and_ends_advertising(desk: Desk):
    yumiko(desk)
    purposes.consent(desk, 1, ["news"])
    id_ = taken(desk, *asked("OPTOUT"), person=1)
    answers.decide(desk, id_, 2, 1, Decision.OPTED_OUT)
    done = execute(desk, id_)
    assert mailing.reached(desk) == []
    assert mailing.reached(desk, "notices") == [1]
    done.undo(desk)
    states = [(one.stand, one.end) for one in purposes.states(desk, 1)]
    assert states == [(Stand.CONSENTED, None)]


def test_provision_to_third_parties_is_stopped_by_the_request_itself(desk: Desk):
    id_ = decided(desk, asked("STOP3P"), Decision.PROVISION_STOPPED)

    def is_stopped() -> bool:
        with desk.reading() as conn:
            return stored_requests.provision_stopped(conn, 1)

    assert not is_stopped()
    done = execute(desk, id_)
    assert is_stopped()
    assert stopped(desk) == set()
    done.undo(desk)
    assert not is_stopped()


def test_nothing_is_carried_out_around_the_guards(desk: Desk):
    person = yumiko(desk)
    stranger = taken(desk, *correcting(*MOVED), person=person)
    with pytest.raises(errors.NothingToCarryOut):
        execute(desk, stranger)
    id_ = verified(desk, *asked("STOP", "DISCLOSE", "STOP"), person=person)
    version = case(desk, id_).version
    answers.decide(desk, id_, version, 1, Decision.KEPT_UNTIL, **KEPT)
    answers.decide(desk, id_, version + 1, 2, Decision.DISCLOSED)
    for item, error in (
        (1, errors.ApprovalMissing),
        (2, errors.NothingToCarryOut),
        (3, errors.NothingToCarryOut),
        (4, errors.ItemGone),
    ):
        with pytest.raises(error):
            execute(desk, id_, item)
        with pytest.raises(errors.DeskError):
            execution.undo_execution(desk, id_, case(desk, id_).version, item, "誤り")
    assert stopped(desk) == set()
    assert record(desk).address == "東京都千代田区丸の内3丁目18番18号"
    assert "request.execute" not in [act for act, _ in log(desk)]


def test_identity_that_was_lost_stops_the_execution(desk: Desk):
    id_ = decided(desk, asked("STOP"), Decision.SUSPENDED)
    requests.enter(desk, id_, case(desk, id_).version, ev.IdentityFailed(reason="偽造の疑い"))
    with pytest.raises(errors.IdentityMissing):
        execute(desk, id_)
    assert stopped(desk) == set()


def test_it_is_done_once(desk: Desk):
    id_ = decided(desk, asked("STOP"), Decision.SUSPENDED)
    done = execute(desk, id_)
    with pytest.raises(errors.CarriedOut):
        execute(desk, id_)
    with pytest.raises(errors.CarriedOut):
        answers.withdraw_decision(desk, id_, done.value, 1, "誤り")
    with pytest.raises(errors.ReasonNeeded):
        execution.undo_execution(desk, id_, done.value, 1, " ")


def test_what_the_person_was_told_is_not_taken_back(desk: Desk):
    id_ = decided(desk, asked("STOP"), Decision.SUSPENDED)
    done = execute(desk, id_)
    issued = ev.LetterIssued(letter=1, template="suspension", items=(1,))
    version = posted(desk, id_, done.value, issued)
    # a letter that has not left is overtaken
    execution.undo_execution(desk, id_, version, 1, "対象の誤り")
    assert case(desk, id_).items[0].item.letter is None
    execute(desk, id_)
    with pytest.raises(errors.LetterNotIssued):
        step(desk, id_, ev.LetterSent(letter=1))
    step(desk, id_, ev.LetterIssued(letter=2, template="suspension", items=(1,)))
    step(desk, id_, ev.LetterSent(letter=2))
    with pytest.raises(errors.CarriedOut):
        execution.undo_execution(desk, id_, case(desk, id_).version, 1, "対象の誤り")
    assert stopped(desk) == set(EVERY)


def test_erasure_says_honestly_that_it_comes_later(desk: Desk):
    id_ = verified(desk, *asked("STOP"))
    # as a desk of a later version may have decided it
    with cases.changing(desk, "request.decide", id_, case(desk, id_).version) as proceeding:
        proceeding.enter(ev.Decided(item=1, decision=Decision.ERASED))
    answers.approve(joined(desk, "mori", Role.MANAGER), id_, case(desk, id_).version)
    for operation in (lambda: execute(desk, id_), lambda: execution.preview_execution(desk, id_, 1)):
        with pytest.raises(errors.ErasureNotYet):
            operation()
    assert stopped(desk) == set()


def test_an_auditor_carries_out_nothing(desk: Desk, auditor: Desk):
    id_ = decided(desk, asked("STOP"), Decision.SUSPENDED)
    for forbidden in (
        lambda: execution.execute(auditor, id_, 1, 1),
        lambda: execution.undo_execution(auditor, id_, 1, 1, "x"),
        lambda: execution.preview_execution(auditor, id_, 1),
    ):
        with pytest.raises(errors.NotAllowed):
            forbidden()


STORIES = [
    *(("PURPOSE", decision) for decision in ("purpose_notified", "purpose_not_notified", "not_held")),
    *(("DISCLOSE", decision) for decision in ("disclosed", "withheld", "not_held")),
    *(("TPREC", decision) for decision in ("disclosed", "withheld", "not_held")),
    *(("CORRECT", decision) for decision in ("corrected", "deleted", "not_corrected", "not_held")),
    *(("STOP", one) for one in ("suspended", "kept_until", "different_measure", "not_suspended", "not_held")),
    *(("STOP3P", decision) for decision in ("provision_stopped", "different_measure", "not_suspended", "not_held")),
    *(("STOP5", one) for one in ("suspended", "provision_stopped", "kept_until", "different_measure", "not_suspended")),
    *(("OPTOUT", decision) for decision in ("opted_out", "not_held")),
    ("COMPLAINT", "answered"),
]


@pytest.mark.parametrize(("kind", "decision"), STORIES)
def test_every_answer_of_every_kind_goes_from_intake_to_closing(desk: Desk, kind: str, decision: str):
    second = joined(desk, "mori", Role.MANAGER)
    answer = Decision(decision)
    id_ = taken(desk, *asked(kind, proposed=MOVED if kind == "CORRECT" else ()), person=yumiko(desk))
    law = case(desk, id_).law.kinds[kind]
    for _ in range(12):
        now = case(desk, id_)
        if now.next_step is None:
            break
        go_on(desk, second, now, answer)
    now = case(desk, id_)
    assert now.state is State.CLOSED
    assert all(station.done for station in now.stations)
    kinds = [entry.event.kind for entry in now.timeline]
    assert (EventKind.IDENTITY_CHECKED in kinds) == law.identity
    assert (EventKind.APPROVED in kinds) == answer.needs_approval
    assert (EventKind.EXECUTED in kinds) == answer.needs_execution
    assert (EventKind.LETTER_SENT in kinds) == law.answer
    acts = [act for act, about in log(desk) if about == f"request:{id_}" and act != "request.open"]
    assert len(acts) == len(kinds) - 1 - kinds.count(EventKind.PAUSED) - kinds.count(EventKind.RESUMED)
    assert people.page(desk, PeopleQuery()).rows[0].open_requests == 0
    steps.reopen(desk, id_, now.version, "追加の申出")
