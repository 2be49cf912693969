"""The address shows through the window, and nothing else does."""

from dataclasses import replace

import pytest

from privdesk.domain.errors import AddressTooLong
from privdesk.letters.compose import compose
from privdesk.letters.envelopes import Box, envelope
from privdesk.letters.facts import Addressee, Language
from privdesk.letters.layout.fonts import Style, text_width
from tests.letters.letter_facts import ADDRESSEES, LANGUAGES, TEMPLATES, letter
from tests.letters.pdf_reading import placed, solid

WINDOWS = (("naga3_left", 0, 0), ("naga3_left", -3, 4), ("dl_left", 0, 0), ("dl_left", 5, -5))
LONG = "北海道虻田郡ニセコ町字曽我九百九十九番地九十九"
AWKWARD = {
    "usual": ADDRESSEES["ja"],
    "english": ADDRESSEES["en"],
    "no address": Addressee("山田　花子", "様"),
    "agent": Addressee("弁護士　佐藤　美咲", "様", "山田　太郎", "150-0001", ("東京都渋谷区神宮前九丁目9番9号",)),
    "short agent": Addressee("林花", "様", "林一", "150-0001", ("東京都渋谷区神宮前九丁目9番9号",)),
    "four lines": Addressee(
        "山田　花子",
        "様",
        "",
        "048-0001",
        (LONG, "ニセコ・リバーサイド・レジデンス", "イーストタワー", "三十二階　3201号室"),
    ),
    "company": Addressee(
        "株式会社コミュニケーション・ネットワーク・ソリューションズ個人情報保護推進部",
        "御中",
        "",
        "048-0001",
        (LONG, "32階"),
    ),
    "long name": Addressee(
        "Wolfeschlegelsteinhausenbergerdorff Adolph Blaine Charles David Earl", "様", "", "048-0001", (LONG,)
    ),
    "line ends": Addressee("山田\n花子", "様", "", "048-0001", ("東京都\r\n渋谷区", "九丁目")),
    "one word": Addressee("あ" * 60, "様", "", "048-0001", ("い" * 40,)),
}


def in_window(pdf: bytes, seen: Box):
    return [line for line in placed(pdf) if line.x < seen.right and line.y < seen.bottom]


def test_the_profile_of_the_window_gives_the_safe_area():
    profile = envelope("naga3_left")
    assert profile.safe == Box(22, 12, 65, 24)
    assert (profile.seen.right, profile.seen.bottom) == (112, 57)
    assert profile.folds == (99, 198)


def seen_in(window: tuple[str, int, int], template: str, language: Language, **changed: object):
    """A letter of an office with that window, and what shows through it."""
    profile, right, down = window
    facts = letter(template, language, **changed)
    office = replace(facts.office, envelope=profile, window_right=right, window_down=down)
    facts = replace(facts, office=office)
    return facts, in_window(compose(facts).pdf, envelope(*window).seen)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("case", AWKWARD)
def test_the_address_stands_inside_the_safe_area(case, window):
    addressee = AWKWARD[case]
    language = "en" if case == "english" else "ja"
    profile = envelope(*window)
    _, lines = seen_in(window, "refusal", language, addressee=addressee)
    face = "mincho" if language == "ja" else "sans"
    for line in lines:
        assert line.x >= profile.safe.x - 0.05
        assert line.y - 0.88 * line.size * 25.4 / 72 >= profile.safe.y
        assert line.y + 0.12 * line.size * 25.4 / 72 <= profile.safe.bottom
        # a closing mark at the end may hang out by its blank half
        assert line.x + text_width(line.text, Style(face, line.size)) * 25.4 / 72 <= profile.safe.right + 2
    shown = solid("".join(line.text for line in lines))
    for part in (addressee.name, addressee.agent_for, addressee.postal, *addressee.address):
        assert solid(part) in shown


@pytest.mark.parametrize("number", ["個情発第26-0012号", None])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("window", WINDOWS)
def test_nothing_but_the_address_shows_through_the_window(window, template, language, number):
    facts, lines = seen_in(window, template, language, number=number)
    to = facts.addressee
    allowed = solid("".join((to.name, to.honorific, "〒", to.postal, *to.address)))
    assert lines
    for line in lines:
        assert all(part in allowed for part in line.text.split()), line


def test_the_subject_stands_below_the_window():
    subject = next(line for line in placed(compose(letter("refusal")).pdf) if line.text.endswith("（回答）"))
    assert subject.y >= 62


def test_the_addressee_stands_no_lower_than_the_sender():
    lines = placed(compose(letter("refusal")).pdf)
    names = [next(line.y for line in lines if line.text.startswith(name)) for name in ("山田", "株式会社")]
    assert names == sorted(names)


def test_an_agent_is_addressed_for_the_person():
    lines = [line.text for line in placed(compose(letter("refusal", addressee=AWKWARD["agent"])).pdf)]
    at = lines.index("山田　太郎様　代理人")
    assert lines[at + 1] == "弁護士　佐藤　美咲　様"
    short = [line.text for line in placed(compose(letter("refusal", addressee=AWKWARD["short agent"])).pdf)]
    assert "林一様　代理人 林花　様" in short


def test_an_english_name_stands_above_its_address_and_a_japanese_address_above_any_name():
    lines = [line.text for line in placed(compose(letter("refusal", "en")).pdf)]
    assert lines.index("Ms Hanako Yamada") < lines.index("9-9-9 Jingumae")
    mixed = replace(ADDRESSEES["ja"], name="Hanako Yamada", honorific="Ms")
    lines = [line.text for line in placed(compose(letter("refusal", "en", addressee=mixed)).pdf)]
    assert lines.index("〒150-0001") < lines.index("Ms Hanako Yamada")


def test_an_address_that_no_size_fits_is_refused_but_a_draft_shows_it():
    addressee = replace(ADDRESSEES["ja"], address=(LONG,) * 9)
    with pytest.raises(AddressTooLong):
        compose(letter("refusal", addressee=addressee))
    draft = compose(letter("refusal", number=None, addressee=addressee))
    assert sum(LONG in line.text for line in placed(draft.pdf)) == 9


def test_a_long_address_is_parted_where_its_writer_left_a_space():
    building = "メゾン・ド・フルール芝公園"
    where = (f"東京都港区芝公園９－９－９９９　{building}　１２０３号室",)
    addressee = Addressee("山田　花子", "様", "", "105-0011", where)
    _, lines = seen_in(("naga3_left", 0, 0), "refusal", "ja", addressee=addressee)
    shown = [solid(line.text) for line in lines]
    assert shown[1:-1] == ["東京都港区芝公園９－９－９９９", building, "１２０３号室"]
