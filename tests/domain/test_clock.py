"""The clocks of a request, worked by hand first and then for whatever may happen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain import event as ev
from privdesk.domain.calendar import Calendar, holiday
from privdesk.domain.clock import Deadline, Reckoning, acknowledge_by, ask_papers_by, clocks, outer_limit, said
from privdesk.domain.decision import Decision
from privdesk.domain.event import Detail, Event, Wait
from privdesk.domain.law import Channel, parsed
from privdesk.domain.request import Request, fold
from privdesk.resources import resource

LAW = parsed(resource("law/2022-04-01.toml").read_bytes())
NEW_YEAR = Calendar(frozenset(date(2026, 12, 29) + timedelta(days=n) for n in range(6)))
PLAIN = Calendar()
AT = datetime(2026, 11, 1, tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def request(arrived: str, *happened: tuple[str, Detail], kind: str = "DISCLOSE") -> Request:
    first = ev.Received(channel=Channel.POST, items=(ev.Asked(number=1, kind=kind),))
    pairs = [(arrived, first), *happened]
    return fold(Event(n, AT, day(on), "sato", detail) for n, (on, detail) in enumerate(pairs))


def paused(on: str, wait: Wait = Wait.PAPERS) -> tuple[str, Detail]:
    return on, ev.Paused(wait=wait)


def resumed(on: str, wait: Wait = Wait.PAPERS) -> tuple[str, Detail]:
    return on, ev.Resumed(wait=wait)


def extended(on: str, until: str) -> tuple[str, Detail]:
    return on, ev.Extended(until=day(until), reason="調査に時間を要するため")


@pytest.mark.parametrize(
    ("arrived", "happened", "due", "lawsuit", "target"),
    [
        # a plain fortnight: Monday to Monday; the target lies three business days before
        ("2026-11-30", [], "2026-12-14", "2026-12-14", "2026-12-09"),
        # a Saturday and a Sunday move the policy deadline to Monday, never the line of Article 39
        ("2026-11-28", [], "2026-12-14", "2026-12-12", "2026-12-09"),
        ("2026-11-29", [], "2026-12-14", "2026-12-13", "2026-12-09"),
        # the last day is Labour Thanksgiving Day, a Monday
        ("2026-11-09", [], "2026-11-24", "2026-11-23", "2026-11-18"),
        # Golden Week: 29 April to 6 May, with a substitute holiday
        ("2026-04-20", [], "2026-05-07", "2026-05-04", "2026-04-28"),
        # 21 to 23 September: a day between two holidays is one as well
        ("2026-09-07", [], "2026-09-24", "2026-09-21", "2026-09-16"),
        # the office's New Year: 29 December to 3 January
        ("2026-12-17", [], "2027-01-04", "2026-12-31", "2026-12-24"),
        # 29 February
        ("2028-02-15", [], "2028-02-29", "2028-02-29", "2028-02-24"),
        ("2027-02-15", [], "2027-03-01", "2027-03-01", "2027-02-24"),
        # ten days of waiting for papers
        ("2026-11-30", [paused("2026-12-02"), resumed("2026-12-12")], "2026-12-24", "2026-12-14", "2026-12-21"),
        # asked and brought on the same day
        ("2026-11-30", [paused("2026-12-02"), resumed("2026-12-02")], "2026-12-14", "2026-12-14", "2026-12-09"),
        # twice
        (
            "2026-11-30",
            [paused("2026-12-01"), resumed("2026-12-03"), paused("2026-12-03"), resumed("2026-12-04")],
            "2026-12-17",
            "2026-12-14",
            "2026-12-14",
        ),
        # fee and papers at the same time count once: 2 to 9 December
        (
            "2026-11-30",
            [
                paused("2026-12-02"),
                paused("2026-12-05", Wait.FEE),
                resumed("2026-12-07"),
                resumed("2026-12-09", Wait.FEE),
            ],
            "2026-12-21",
            "2026-12-14",
            "2026-12-16",
        ),
        # still waiting: the earliest day it can become
        ("2026-11-30", [paused("2026-12-02")], "2026-12-14", "2026-12-14", "2026-12-09"),
        # an extension takes the place of the reckoning before it
        ("2026-11-30", [extended("2026-12-10", "2026-12-25")], "2026-12-25", "2026-12-14", "2026-12-22"),
        # of two, the later
        (
            "2026-11-30",
            [extended("2026-12-10", "2026-12-18"), extended("2026-12-17", "2026-12-25")],
            "2026-12-25",
            "2026-12-14",
            "2026-12-22",
        ),
        # waiting before an extension is in its date already, waiting after it is added
        (
            "2026-11-30",
            [paused("2026-12-01"), resumed("2026-12-04"), extended("2026-12-10", "2026-12-22")],
            "2026-12-22",
            "2026-12-14",
            "2026-12-17",
        ),
        (
            "2026-11-30",
            [paused("2026-12-08"), extended("2026-12-10", "2026-12-22"), resumed("2026-12-12")],
            "2026-12-24",
            "2026-12-14",
            "2026-12-21",
        ),
        # closed on the 4th, reopened on the 11th: the week between does not count
        (
            "2026-11-30",
            [("2026-12-04", ev.Withdrawn(reason="電話")), ("2026-12-11", ev.Reopened(reason="撤回"))],
            "2026-12-21",
            "2026-12-14",
            "2026-12-16",
        ),
    ],
)
def test_worked_cases(arrived: str, happened: list[tuple[str, Detail]], due: str, lawsuit: str, target: str):
    found = clocks(request(arrived, *happened), LAW, NEW_YEAR)
    assert found.lawsuit is not None
    assert (found.policy.due, found.lawsuit.due, found.target.due) == (day(due), day(lawsuit), day(target))


@pytest.mark.parametrize(
    ("arrived", "acknowledge", "papers"),
    [
        ("2026-11-20", "2026-11-26", "2026-11-30"),
        ("2026-11-21", "2026-11-26", "2026-11-30"),
        ("2026-12-25", "2027-01-05", "2027-01-07"),
    ],
)
def test_first_answers_are_due_in_business_days(arrived: str, acknowledge: str, papers: str):
    assert acknowledge_by(request(arrived), LAW, NEW_YEAR).due == day(acknowledge)
    assert ask_papers_by(request(arrived), LAW, NEW_YEAR).due == day(papers)


def test_the_outer_limit_moves_with_the_waiting_only():
    waited = request("2026-11-02", paused("2026-11-04"), resumed("2026-11-06"), extended("2026-11-10", "2026-11-30"))
    assert outer_limit(request("2026-11-02"), LAW, PLAIN).due == day("2026-12-02")
    assert outer_limit(waited, LAW, PLAIN).due == day("2026-12-04")


def refused(told: str, decision: Decision = Decision.WITHHELD, kind: str = "DISCLOSE") -> Request:
    return request(
        "2026-11-30",
        (told, ev.Decided(item=1, decision=decision)),
        (told, ev.LetterIssued(letter=7, template="refusal", items=(1,))),
        (told, ev.LetterSent(letter=7)),
        kind=kind,
    )


@pytest.mark.parametrize(
    ("told", "decision", "line"),
    [
        ("2026-12-03", Decision.WITHHELD, "2026-12-03"),
        ("2026-12-03", Decision.NOT_HELD, "2026-12-03"),
        ("2026-12-20", Decision.WITHHELD, "2026-12-14"),
        ("2026-12-03", Decision.DISCLOSED, "2026-12-14"),
    ],
)
def test_a_refusal_makes_a_suit_possible_at_once(told: str, decision: Decision, line: str):
    lawsuit = clocks(refused(told, decision), LAW, PLAIN).lawsuit
    assert lawsuit is not None
    assert lawsuit.due == day(line)


@pytest.mark.parametrize("kind", ["PURPOSE", "OPTOUT", "COMPLAINT"])
def test_what_article_39_does_not_name_has_no_line(kind: str):
    assert clocks(request("2026-11-30", kind=kind), LAW, PLAIN).lawsuit is None


def test_the_clock_stands_while_a_case_waits():
    assert clocks(request("2026-11-30", paused("2026-12-02")), LAW, PLAIN).policy.paused_since == day("2026-12-02")
    running = clocks(request("2026-11-30"), LAW, PLAIN).policy
    assert (running.paused_since, running.due) == (None, day("2026-12-14"))


def test_the_reckoning_can_be_read():
    found = clocks(request("2026-11-28", paused("2026-12-01"), resumed("2026-12-08")), LAW, PLAIN).policy
    assert [said(leg, LAW, "en", date.isoformat) for leg in found.legs] == [
        "Arrived on 2026-11-28; this day is not counted (Civil Code Art. 140)",
        "plus 14 days: 2026-12-12",
        "plus 7 days of waiting, 2026-12-01 to 2026-12-08: 2026-12-19",
        "the last day is no business day, moved by 2 days to 2026-12-21 (Civil Code Art. 142)",
    ]
    assert said(found.legs[1], LAW, "ja", date.isoformat) == "14日を加えて2026-12-12"
    assert holiday(day("2026-11-23"), "ja") == "勤労感謝の日"
    assert holiday(day("2026-11-23"), "en") == "Labor Thanksgiving Day"
    assert holiday(day("2026-11-24"), "ja") is None


@pytest.mark.parametrize("why", Reckoning)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_step_has_a_sentence_that_can_be_filled(why: Reckoning, language: str):
    values = {"days": 1, "day": "d", "count": 2, "since": "s", "until": "u", "reason": "r"}
    assert "{" not in LAW.word(why).in_(language).format(**values)


ARRIVED = date(2026, 11, 2)
OFFSETS = st.lists(st.integers(1, 50), min_size=2, max_size=12, unique=True).map(sorted)


@st.composite
def happenings(draw: st.DrawFn) -> list[tuple[int, Detail]]:
    """Waiting for papers and for the fee, and extensions, on days after the arrival."""
    found: list[tuple[int, Detail]] = []
    for wait in (Wait.PAPERS, Wait.FEE):
        for n, offset in enumerate(draw(OFFSETS)):
            found.append((offset, ev.Resumed(wait=wait) if n % 2 else ev.Paused(wait=wait)))
    for offset in draw(st.lists(st.integers(1, 30), max_size=2)):
        until = ARRIVED + timedelta(days=offset + draw(st.integers(1, 40)))
        found.append((offset, ev.Extended(until=until, reason="x")))
    return found


def told(found: list[tuple[int, Detail]]) -> Request:
    pairs = [((ARRIVED + timedelta(days=offset)).isoformat(), detail) for offset, detail in found]
    return request(ARRIVED.isoformat(), *pairs)


def deadlines(case: Request) -> list[Deadline]:
    three = clocks(case, LAW, NEW_YEAR)
    assert three.lawsuit is not None
    return [three.policy, three.lawsuit, three.target, outer_limit(case, LAW, NEW_YEAR)]


@given(happenings(), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(found: list[tuple[int, Detail]], random):
    shuffled = random.sample(found, len(found))
    assert deadlines(told(found)) == deadlines(told(shuffled))


@given(happenings())
def test_every_explanation_adds_up_to_its_date(found: list[tuple[int, Detail]]):
    for deadline in deadlines(told(found)):
        assert deadline.legs[0].why is Reckoning.ARRIVED
        assert deadline.legs[0].day == ARRIVED
        reached = ARRIVED
        for leg in deadline.legs:
            reached += timedelta(days=leg.days)
            assert reached == leg.day
        assert reached == deadline.due


@given(happenings(), st.integers(1, 60), st.integers(0, 60))
def test_a_pause_never_shortens(found: list[tuple[int, Detail]], start: int, days: int):
    more = [(start, ev.Paused(wait=Wait.DETAILS)), (start + days, ev.Resumed(wait=Wait.DETAILS))]
    before, after = deadlines(told(found)), deadlines(told([*found, *more]))
    assert all(later.due >= earlier.due for earlier, later in zip(before, after, strict=True))
    assert after[1] == before[1]


@given(happenings(), st.integers(0, 60))
def test_resuming_later_never_shortens(found: list[tuple[int, Detail]], days: int):
    waiting = [*found, (5, ev.Paused(wait=Wait.DETAILS))]
    ended = [*waiting, (5 + days, ev.Resumed(wait=Wait.DETAILS))]
    assert deadlines(told(ended))[0].due >= deadlines(told(waiting))[0].due


@given(happenings())
def test_a_policy_deadline_is_a_business_day(found: list[tuple[int, Detail]]):
    policy, _, target, _ = deadlines(told(found))
    assert NEW_YEAR.is_open(policy.due)
    assert NEW_YEAR.is_open(target.due)
    assert target.due < policy.due


@given(st.dates(date(2022, 4, 1), date(2060, 1, 1)), st.integers(1, 40))
def test_business_days_forth_and_back(start: date, count: int):
    end = PLAIN.after(start, count)
    assert PLAIN.is_open(end)
    assert sum(PLAIN.is_open(start + timedelta(days=n)) for n in range(1, (end - start).days + 1)) == count
    assert PLAIN.before(end, count) <= start or not PLAIN.is_open(start)


def test_a_seq_is_all_that_orders_the_fold():
    case = request("2026-11-30", paused("2026-12-02"), resumed("2026-12-12"))
    assert fold(reversed(case.events)) == case
    with pytest.raises(ValueError, match="begins"):
        fold([replace(case.events[1], seq=-1), *case.events])
