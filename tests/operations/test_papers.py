"""The history and the looks of a customer on paper: all of his, none of others', of the days asked for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from privdesk.domain.errors import SpanTurned
from privdesk.domain.person import NewPerson, Profile, profile
from privdesk.operations import papers, people, purposes
from privdesk.operations.desk import Desk
from privdesk.operations.papers import Kind, Span, Way
from tests.letters.pdf_reading import text_of
from tests.operations.looking import log, log_text
from tests.operations.requesting import taken, yumiko

DAY = Span(date(2026, 11, 22), date(2026, 11, 22))
REASON = "返金先の口座を確認するため"


def later(desk: Desk, days: int) -> Desk:
    return replace(desk, clock=lambda: desk.clock() + timedelta(days=days))


def drawn(paper: papers.Paper) -> str:
    return text_of(papers.drawn(paper, lambda *_: None))


def moved(desk: Desk, id_: int) -> None:
    held = people.open_person(desk, id_).person
    people.edit(desk, id_, held.version, replace(profile(held), notes="午後に電話"))
    purposes.opt_out(desk, id_, ["news"])
    people.end_number(desk, held.numbers[0].id)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", ("顧客情報の変更履歴", "渡邉由美子", "午後に電話", "配信停止", "使用終了", "…8133", "佐藤恵")),
        ("en", ("Changesofacustomer'srecord", "午後に電話", "Optedout", "nolongerinuse", "…8133", "佐藤恵")),
    ],
)
def test_the_history_tells_fields_purposes_and_numbers(desk: Desk, language: str, said: tuple[str, ...]):
    id_ = yumiko(desk)
    moved(desk, id_)
    text = drawn(papers.history(desk, id_, DAY, language))
    for words in said:
        assert words in text
    assert "0008133" not in text
    assert log(desk)[-1] == ("person.history", f"person:{id_}")


def test_the_history_can_be_narrowed_to_days_and_a_field(desk: Desk):
    id_ = yumiko(desk)
    moved(desk, id_)
    assert "午後に電話" not in drawn(papers.history(desk, id_, DAY, "ja", "purpose"))
    assert "配信停止" in drawn(papers.history(desk, id_, DAY, "ja", "purpose"))
    tomorrow = DAY.first + timedelta(days=1)
    assert "変更はありません" in drawn(papers.history(desk, id_, Span(tomorrow, tomorrow), "ja"))
    with pytest.raises(SpanTurned):
        papers.history(desk, id_, Span(tomorrow, DAY.first), "ja")


def test_the_looks_tell_who_what_and_why_and_no_other_customer(desk: Desk, auditor: Desk):
    id_ = yumiko(desk)
    request = taken(desk, person=id_)
    people.reveal(desk, people.open_person(desk, id_).person.numbers[0].id, REASON)
    for _ in range(3):
        people.open_person(later(desk, 1), id_)
    text = drawn(papers.looks(auditor, id_, Span(DAY.first, DAY.first + timedelta(days=2)), "ja"))
    for words in ("顧客情報の閲覧記録", "渡邉由美子", "佐藤恵", "番号の全桁を見た", REASON, "R8-0001", "加藤学"):
        assert words in text
    assert request
    assert text.count("顧客情報を開いた") == 2
    tomorrow = DAY.first + timedelta(days=1)
    only_then = drawn(papers.looks(auditor, id_, Span(tomorrow, tomorrow), "ja"))
    assert REASON not in only_then
    assert only_then.count("顧客情報を開いた") == 1


def test_looks_that_were_counted_are_told_with_their_number(desk: Desk):
    id_ = yumiko(desk)
    for _ in range(4):
        people.open_person(desk, id_)
    tomorrow = later(desk, 1)
    people.add(tomorrow, NewPerson(Profile(name="別人")))
    (first, *_) = [one for one in people.who_looked(tomorrow, id_) if one.more]
    assert (first.act, first.more) == ("person.open", 3)
    assert "ほか3回" in drawn(papers.looks(tomorrow, id_, Span(DAY.first, tomorrow.today), "ja"))


def test_what_leaves_the_desk_is_in_the_log(desk: Desk):
    id_ = yumiko(desk)
    papers.taken(desk, id_, Kind.ANSWER, Way.PRINTED)
    assert log(desk)[-1] == ("person.print", f"person:{id_}")
    assert '"paper":"answer"' in log_text(desk)
