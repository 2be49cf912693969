"""Lines, pages and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.letters.compose import compose
from privdesk.letters.layout.fonts import Style, text_width
from privdesk.letters.layout.lines import broken
from privdesk.letters.layout.page import A4_HEIGHT, MARGIN, paginated
from privdesk.letters.layout.strips import Rule, Strip, gap
from tests.letters.letter_facts import letter, sheet
from tests.letters.pdf_reading import pages, placed, solid, text_of

STYLE = Style("mincho", 10)


@given(st.text(alphabet="漢字かなカナー、。」）「（々っabc XY-12%", max_size=120), st.integers(40, 300), st.booleans())
def test_lines_hold_all_the_text_within_the_measure(text, width, justified):
    lines = broken(text, STYLE, width, justified)
    assert solid("".join(line.text for line in lines)) == solid(text)
    for line in lines:
        natural = text_width(line.text, STYLE) + line.spacing * (len(line.text) - 1)
        assert natural <= width + STYLE.size / 2 + 0.1  # the blank half of a closing mark may hang out


@given(st.text(alphabet="漢字、。」）「（っー", min_size=1, max_size=120))
def test_no_line_begins_or_ends_with_what_it_may_not(text):
    lines = [line.text for line in broken(text, STYLE, 200)]
    runs = max((len(run) for run in text.replace("漢", " ").replace("字", " ").split()), default=0)
    if runs >= 18:
        return  # marks alone that fill a line have to be parted somewhere
    assert not any(line[0] in "、。」）っー" for line in lines[1:])
    assert not any(line[-1] in "「（" for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("あいうえおかきくけこ、さ", ["あいうえおかきくけ", "こ、さ"]),
        ("北一条西あいう６－２２", ["北一条西あいう", "６－２２"]),
        ("北一条西あいうえ14号", ["北一条西あいうえ", "14号"]),
        ("あいうえおかきく2026年", ["あいうえおかきく", "2026年"]),
        ("北一条西あいうえ６号室", ["北一条西あいうえ", "６号室"]),
        ("あいうえおかきくけ「こ」", ["あいうえおかきくけ", "「こ」"]),
        ("お電話は052-000-1234です", ["お電話は", "052-000-1234です"]),
        ("plain English wording", ["plain English", "wording"]),
        ("a" * 45, ["a" * 19, "a" * 19, "a" * 7]),
        ("", [""]),
        ("一\n\n二", ["一", "", "二"]),
    ],
)
def test_lines_break_where_an_office_breaks_them(text, lines):
    assert [line.text for line in broken(text, STYLE, 95)] == lines


def test_a_closing_mark_hangs_out_by_its_blank_half():
    assert [line.text for line in broken("あいうえおかきくけこ。さ", STYLE, 106)] == ["あいうえおかきくけこ。", "さ"]


def test_justified_lines_end_together_but_for_the_last():
    *full, last = broken("本日はABC株式会社の書類を確認いたしました。" * 5, STYLE, 203, justified=True)
    for line in full:
        end = text_width(line.text, STYLE) + line.spacing * (len(line.text) - 1)
        assert end == pytest.approx(203, abs=STYLE.size / 2 + 0.1)
    assert last.spacing <= 0


def test_no_character_is_left_alone_on_the_last_line():
    text = "あ" * 41
    assert [len(line.text) for line in broken(text, STYLE, 100)] == [10, 10, 10, 10, 1]
    closer = broken(text, STYLE, 100, justified=True)
    assert [len(line.text) for line in closer] == [11, 11, 11, 8]
    assert closer[0].spacing == pytest.approx(-1)


def strip(height: float, keep: bool = False) -> Strip:
    return Strip(height, (Rule(0, 0, 1, 0),), keep)


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page():
    room = A4_HEIGHT - 2 * MARGIN
    made = paginated([strip(room - 30), strip(20, keep=True), strip(20)])
    assert [len(page) for page in made] == [1, 2]


def test_a_blank_is_left_out_at_the_top_of_a_page():
    room = A4_HEIGHT - 2 * MARGIN
    made = paginated([strip(room), gap(20), strip(20)])
    assert made[1][0].y == pytest.approx(MARGIN)


def test_a_chain_higher_than_a_page_is_parted():
    made = paginated([strip(30, keep=True) for _ in range(60)] + [strip(30)])
    assert sum(len(page) for page in made) == 61
    assert len(made) == 3


@pytest.mark.parametrize(
    ("language", "titles"), [("ja", "項目内容取得元取得日利用目的"), ("en", "ItemValueSourceAcquiredPurposes")]
)
def test_a_sheet_of_400_rows_loses_none_and_repeats_its_head(language, titles):
    composed = compose(letter("disclosure", language, sheet=sheet(language, 400)))
    annex = [solid(page) for page in pages(composed.pdf)[1:]]
    assert len(annex) > 9
    assert all(titles in page for page in annex)
    shown = {line.text for page in range(1, composed.pages) for line in placed(composed.pdf, page)}
    word = "項目" if language == "ja" else "Item"
    assert {f"{word}{number}" for number in range(1, 401)} <= shown


def test_nothing_is_set_outside_the_margins_of_a_sheet():
    pdf = compose(letter("disclosure", sheet=sheet("ja", 120))).pdf
    for page in (1, 2, 3):
        for line in placed(pdf, page):
            assert 24.9 <= line.x <= 185
            assert 25 <= line.y <= 272 or line.y > 280


def test_a_cell_longer_than_a_page_runs_on():
    data = sheet("ja", 2)
    note = "".join(f"記録{number:04}。" for number in range(900))
    row = data.sections[1].rows[0].__class__("メモ", note)
    data = data.__class__(data.as_of, data.person, (data.sections[0].__class__("記録", (row,)),))
    text = text_of(compose(letter("disclosure", sheet=data)).pdf)
    assert all(f"{number:04}" in text for number in range(0, 900, 100))


def test_purposes_are_numbered_once_and_explained():
    text = text_of(compose(letter("disclosure", sheet=sheet("ja", 6))).pdf)
    for number, purpose in enumerate(("商品の発送", "代金のお支払いの確認", "広告・宣伝のご案内"), 1):
        assert text.count(f"{number}.{purpose}") == 1
