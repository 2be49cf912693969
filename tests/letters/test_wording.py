"""Templates are checked before they are used."""

import pytest

from privdesk.domain.decision import Decision
from privdesk.letters.wording import OUTCOMES, WordingFaulty, catalogue, frame, parsed, wording
from privdesk.resources import resource
from tests.letters.letter_facts import LANGUAGES, TEMPLATES

GOOD = """
version = 3
subject = "件名（通知）"
[[main]]
text = "本文"
[[points]]
title = "理由"
text = "{reason}"
[[points]]
title = "日"
text = "{done_on}"
"""


def broken(source: str) -> WordingFaulty:
    with pytest.raises(WordingFaulty) as caught:
        parsed(source.encode(), "closing", "ja")
    return caught.value


def test_a_good_template_is_read():
    words = parsed(GOOD.encode(), "closing", "ja")
    assert (words.version, words.points[0].text) == (3, "{reason}")


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("本文", "{surname}", "unknown placeholder {surname}"),
        ("本文", "{method}", "unknown placeholder {method}"),
        ("{done_on}", "本日", "placeholder {done_on} is not used"),
        ("{reason}", "{reason!r}", "not a bare name"),
        ("{reason}", "{reason:>9}", "not a bare name"),
        ("{reason}", "{reason.__class__}", "not a bare name"),
        ("{reason}", "{reason", "expected '}'"),
        ("{reason}", "reason}", "Single '}'"),
        ("本文", "{done}", "is a condition"),
        ('text = "本文"', 'text = "本文"\nwhen = "never"', "unknown placeholder {never}"),
        ("version = 3", 'version = 3\nopening = "前略　"\nending = "敬具"', "前略 … 敬具"),
        ("version = 3", 'version = 3\nopening = "拝啓　"\nending = "草々"', "拝啓 … 草々"),
    ],
)
def test_a_faulty_template_is_refused_with_the_reason(before, after, problem):
    assert problem in str(broken(GOOD.replace(before, after)))


def test_the_list_of_items_stands_alone():
    source = GOOD.replace("{reason}", "以下 {items}")
    with pytest.raises(WordingFaulty, match="stand alone"):
        parsed(source.encode(), "complaint", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folder_holds_the_catalogue_and_no_more(language):
    files = {path.stem for path in resource(f"letters/{language}").glob("*.toml")}
    assert files == {*TEMPLATES, "frame", "log_report", "person_papers", "recovery_sheet"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_sound(template, language):
    words = wording(template, language)
    assert words.version >= 1
    assert words.closing
    outcomes = {passage.when for passage in words.main} & OUTCOMES
    assert not outcomes or outcomes >= {"done", "partly", "not_done"}
    if language == "ja":
        assert words.subject.endswith(("（通知）", "（依頼）", "（回答）"))
    assert "審査請求" not in resource(f"letters/{language}/{template}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_is_sound(language):
    assert frame(language).points
    assert set(catalogue().outcomes) <= OUTCOMES


def test_every_decision_has_one_outcome():
    decisions = [decision for group in catalogue().outcomes.values() for decision in group]
    assert sorted(decisions) == sorted(Decision)
