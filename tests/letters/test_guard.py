"""What no font can draw is found before printing."""

from dataclasses import replace

import pytest

from privdesk.domain.errors import GlyphsMissing
from privdesk.letters.compose import compose
from privdesk.letters.guard import MissingGlyph, missing_glyphs
from privdesk.letters.layout.glyphs import printable
from tests.letters.letter_facts import ADDRESSEES, ITEMS, LANGUAGES, TEMPLATES, letter, sheet
from tests.letters.pdf_reading import fonts, text_of


def named(name: str, **changes):
    return letter("refusal", addressee=replace(ADDRESSEES["ja"], name=name), **changes)


def test_a_rare_kanji_is_drawn_by_the_fallback_and_can_be_copied_out():
    facts = named("𠮷野家　髙﨑　𩸽")
    assert missing_glyphs(facts) == []
    pdf = compose(facts).pdf
    assert "𠮷野家髙﨑𩸽様" in text_of(pdf)
    assert any("NotoSansJP" in name for name in fonts(pdf))


def test_what_no_font_has_is_named_with_its_place():
    facts = replace(named("金한"), items=(replace(ITEMS["ja"]["withheld"], reason="🙂 と 한 と \ud800"),))
    assert missing_glyphs(facts) == [
        MissingGlyph("한", "addressee.name"),
        MissingGlyph("🙂", "items[0].reason"),
        MissingGlyph("한", "items[0].reason"),
        MissingGlyph("\ud800", "items[0].reason"),
    ]


def test_the_data_sheet_is_looked_through_too():
    data = sheet("ja")
    row = replace(data.sections[1].rows[0], value="ไทย")
    data = replace(data, sections=(data.sections[0], replace(data.sections[1], rows=(row,))))
    found = missing_glyphs(letter("disclosure", sheet=data))
    assert {glyph.where for glyph in found} == {"sheet.sections[1].rows[0].value"}


def test_an_issued_letter_is_refused_and_a_draft_shows_the_substitute():
    with pytest.raises(GlyphsMissing, match=r"한 \(U\+D55C\)"):
        compose(named("金한"))
    assert "金〓様" in text_of(compose(named("金한", number=None)).pdf)


def test_a_variant_that_is_the_ordinary_glyph_of_the_font_is_drawn():
    facts = named("葛\U000e0101城辻\U000e0101")
    assert missing_glyphs(facts) == []
    assert "葛城辻様" in text_of(compose(facts).pdf)


@pytest.mark.parametrize("variant", ["葛\U000e0100", "辻\ufe00", "邉\U000e0105", "葛\U000e01ef"])
def test_a_variant_that_no_font_draws_is_missing(variant):
    facts = named(f"{variant}城")
    assert missing_glyphs(facts) == [MissingGlyph(variant, "addressee.name")]
    with pytest.raises(GlyphsMissing, match=f"{ord(variant[1]):04X}"):
        compose(facts)
    assert "〓城様" in text_of(compose(replace(facts, number=None)).pdf)


def test_a_sign_that_asks_for_text_or_picture_only_is_no_variant():
    assert missing_glyphs(named("※\ufe0e")) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("か\u3099き\u309a", "がき\u309a"),
        ("e\u0301", "é"),
        ("a\u2011b\xa0c\td", "a\u2010b c d"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("神\ufa19福\ufa1b\u3099", "神\ufa19福\ufa1b\u3099"),
    ],
)
def test_text_is_made_printable_without_changing_its_characters(typed, printed):
    assert printable(typed) == printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_wording_needs_a_glyph_that_is_missing(template, language):
    assert "〓" not in text_of(compose(letter(template, language, number=None)).pdf)
