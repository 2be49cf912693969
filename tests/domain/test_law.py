"""The law's data are complete, and the law of the day of arrival applies."""

from datetime import date
from enum import StrEnum

import msgspec
import pytest

from privdesk.domain import law as law_module
from privdesk.domain.clock import Reckoning
from privdesk.domain.decision import Decision
from privdesk.domain.errors import LawMissing
from privdesk.domain.event import EventKind, Outcome, Wait
from privdesk.domain.law import Channel, Law, Medium, Method, Requester, Text, law_on, parsed
from privdesk.domain.procedure import Stage, State, Step
from privdesk.letters.wording import catalogue
from privdesk.resources import resource

FILES = sorted(resource("law").glob("*.toml"))
LAWS = [parsed(path.read_bytes()) for path in FILES]
LAW = LAWS[0]
STATUTORY = {"PURPOSE", "DISCLOSE", "TPREC", "CORRECT", "STOP", "STOP3P", "STOP5"}
WORDED = (State, Step, Stage, EventKind, Decision, Channel, Requester, Method, Medium, Wait, Outcome, Reckoning)


def texts(part):
    """Every wording below a part of the law."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name))
    elif isinstance(part, dict | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts(inner)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.version)
def test_every_word_stands_in_both_languages(law: Law):
    found = list(texts(law))
    assert len(found) > 150
    for text in found:
        assert text.ja.strip(), text
        assert text.en.strip(), text
        assert text.in_("ja") == text.ja
        assert text.in_("en") == text.en
        assert text.en.isascii() or not any("\u3040" <= sign <= "\u9fff" for sign in text.en), text


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.version)
@pytest.mark.parametrize("closed", WORDED, ids=lambda closed: closed.__name__)
def test_each_closed_list_has_a_word_for_each_member_and_no_other(law: Law, closed: type[StrEnum]):
    assert set(law.words[closed.__name__.lower()]) == {member.value for member in closed}
    for member in closed:
        assert law.word(member).ja


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.version)
def test_every_letter_of_the_law_has_its_wording_and_its_use_and_no_wording_is_without_a_letter(law: Law):
    assert law.letters.keys() == catalogue().letters.keys()
    assert {letter for kind in law.kinds for letter in law.letters_of(kind)} == law.letters.keys()


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.version)
def test_what_the_law_refers_to_is_there(law: Law):
    assert set(law.words) == {closed.__name__.lower() for closed in WORDED}
    assert set(law.authority) == set(Requester)
    for kind in law.kinds.values():
        assert all(law.letters[letter].answer for letter in kind.decisions.values())
        assert bool(kind.grounds) == any(decision.needs_ground for decision in kind.decisions)
    for paper in law.papers.values():
        assert set(paper.masks) <= law.masks.keys()
    for group in (group for groups in law.authority.values() for group in groups):
        assert set(group) <= law.papers.keys()


def test_the_file_is_named_after_the_day_it_comes_into_force():
    assert [path.stem for path in FILES] == [law.version for law in LAWS]


def test_the_seven_statutory_kinds_and_two_more():
    assert set(LAW.kinds) == STATUTORY | {"OPTOUT", "COMPLAINT"}


@pytest.mark.parametrize(
    ("code", "fee", "identity", "reason", "lawsuit"),
    [
        ("PURPOSE", True, True, False, False),
        ("DISCLOSE", True, True, False, True),
        ("TPREC", True, True, False, True),
        ("CORRECT", False, True, True, True),
        ("STOP", False, True, True, True),
        ("STOP3P", False, True, True, True),
        ("STOP5", False, True, True, True),
        ("OPTOUT", False, False, False, False),
        ("COMPLAINT", False, False, False, False),
    ],
)
def test_fee_by_article_38_and_suit_by_article_39(code: str, fee: bool, identity: bool, reason: bool, lawsuit: bool):
    kind = LAW.kinds[code]
    assert (kind.fee, kind.identity, kind.reason, kind.lawsuit) == (fee, identity, reason, lawsuit)


def test_the_letters_of_a_kind():
    answers = ("disclosure", "not_held", "refusal")
    assert LAW.letters_of("DISCLOSE") == ("acknowledgement", "papers", *answers, "closing")
    assert LAW.letters_of("OPTOUT") == ("not_held", "optout", "closing")


def test_an_unknown_key_is_a_defect():
    data = FILES[0].read_bytes()
    with pytest.raises(msgspec.ValidationError, match="unknown field `fees`"):
        parsed(data.replace(b"[kind.DISCLOSE]\n", b"[kind.DISCLOSE]\nfees = 300\n"))
    with pytest.raises(msgspec.ValidationError, match="missing required field `en`"):
        parsed(data.replace(b', en = "Disclosure" }', b" }"))


def test_the_law_in_force_on_the_day_applies():
    newer = msgspec.structs.replace(LAW, valid_from=date(2028, 7, 1))
    laws = [newer, LAW]
    assert law_on(laws, date(2022, 4, 1)) is LAW
    assert law_on(laws, date(2028, 6, 30)) is LAW
    assert law_on(laws, date(2028, 7, 1)) is newer
    with pytest.raises(LawMissing, match="2022-03-31"):
        law_on(laws, date(2022, 3, 31))


def test_a_wording_exists_in_two_languages_only():
    with pytest.raises(KeyError):
        law_module.Text("和", "Japanese").in_("fr")
