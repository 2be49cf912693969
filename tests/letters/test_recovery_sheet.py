"""The sheet that opens the desk can be read and typed back."""

from datetime import date

import pytest

from privdesk.letters.recovery_sheet import recovery_sheet
from tests.letters.letter_facts import LANGUAGES
from tests.letters.pdf_reading import fonts, pages, placed, solid

GROUPS = tuple(f"A{number:02}BC" for number in range(1, 14))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("groups", [GROUPS, GROUPS[:1], GROUPS * 2, ("ABCDEFGH-JKMNPQRS",) * 8])
def test_it_is_one_page_with_every_group_in_order(language, groups):
    pdf = recovery_sheet("株式会社みどり野商店", "4F2A-91", groups, date(2026, 11, 22), language)
    assert len(pages(pdf)) == 1
    shown = [line.text for line in placed(pdf) if line.text in groups]
    assert shown == list(groups)
    text = solid(pages(pdf)[0])
    for said in ("株式会社みどり野商店", "4F2A-91", "令和8年11月22日" if language == "ja" else "22November2026"):
        assert said in text
    assert "封筒" in text or "envelope" in text
    assert all("/FontFile2" in descriptor for descriptor in fonts(pdf).values())


def test_the_groups_are_large():
    pdf = recovery_sheet("みどり野", "1", GROUPS, date(2026, 11, 22), "ja")
    assert {line.size for line in placed(pdf) if line.text in GROUPS} == {20}
