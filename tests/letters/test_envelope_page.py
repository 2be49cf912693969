"""The test page has the address where letters have it, and the folds where the envelope wants them."""

import re
from datetime import date

import pytest

from privdesk.domain.office import Office
from privdesk.letters import envelopes as profiles
from privdesk.operations import envelopes
from tests.letters.letter_facts import LANGUAGES
from tests.letters.pdf_reading import fonts, pages, placed, solid

TODAY = date(2026, 11, 22)


def page(language: str, code: str = "naga3_left", right: int = 0, down: int = 0) -> bytes:
    office = Office("株式会社みどり野商店", envelope=code, window_right=right, window_down=down)
    return envelopes.drawn(office, TODAY, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", profiles.envelopes())
def test_it_is_one_page_with_the_address_inside_what_always_shows(language, code):
    pdf = page(language, code)
    assert len(pages(pdf)) == 1
    safe = profiles.envelope(code).safe
    (name,) = [line for line in placed(pdf) if line.text.startswith(("見本 花子", "Ms Hanako Mihon"))]
    assert safe.x - 0.1 <= name.x <= safe.right
    assert safe.y <= name.y <= safe.bottom
    assert profiles.envelopes()[code].name[language].replace(" ", "") in solid(pages(pdf)[0])
    assert all("/FontFile2" in descriptor for descriptor in fonts(pdf).values())


def test_the_window_moves_with_the_office_s_own_stock():
    usual, moved = (
        next(line for line in placed(one) if "100-0005" in line.text)
        for one in (page("ja"), page("ja", right=4, down=-3))
    )
    assert (moved.x - usual.x, moved.y - usual.y) == pytest.approx((4, -3), abs=0.01)
    assert re.search("右へ4mm、下へ-3mm", solid(pages(page("ja", right=4, down=-3))[0]))


def test_every_profile_leaves_room_for_an_address_and_folds_an_a4_sheet():
    for one in profiles.envelopes().values():
        assert one.safe.width > 50
        assert one.safe.height > 20
        assert one.panel_height * 3 == 297
        assert set(one.name) == set(LANGUAGES)
