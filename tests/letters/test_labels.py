"""Label sheets: each address inside its own label, in the largest size that fits, the rest told."""

import pytest

from privdesk.domain.mailing import LabelStock
from privdesk.letters.facts import Addressee
from privdesk.letters.labels import label_sheets, sheets
from privdesk.letters.layout.page import A4_HEIGHT, A4_WIDTH
from privdesk.letters.layout.strips import MM
from tests.letters.letter_facts import ADDRESSEES, LANGUAGES
from tests.letters.pdf_reading import fonts, pages, placed
from tests.letters.test_address import AWKWARD

LONG = Addressee("あ" * 120, "様", "", "048-0001", ("い" * 400,))


def drawn(stock: LabelStock, *addressees: Addressee, start: int = 1):
    found = ((one, "en" if one.name.isascii() else "ja") for one in addressees)
    return label_sheets(sheets()[stock], found, start, "labels", "ja")


@pytest.mark.parametrize("stock", LabelStock)
def test_a_sheet_lies_on_the_paper_and_has_a_name(stock):
    one = sheets()[stock]
    assert one.left * 2 + one.columns * one.width == pytest.approx(A4_WIDTH / MM, abs=0.2)
    assert one.top * 2 + one.rows * one.height == pytest.approx(A4_HEIGHT / MM, abs=0.2)
    assert set(one.name) == set(LANGUAGES)


@pytest.mark.parametrize("stock", LabelStock)
@pytest.mark.parametrize("name", AWKWARD)
def test_every_place_holds_its_address(stock, name):
    kind = sheets()[stock]
    for place in (1, kind.columns, kind.places):
        labels = drawn(stock, AWKWARD[name], start=place)
        if labels.count:
            room = kind.room(place)
            lines = placed(labels.pdf)
            assert lines
            assert all(room.x - 0.1 <= line.x <= room.right and room.y <= line.y <= room.bottom for line in lines)
        else:
            assert labels.too_long == (AWKWARD[name].name,)


@pytest.mark.parametrize("stock", LabelStock)
def test_what_does_not_fit_takes_no_place_and_is_told(stock):
    usual = ADDRESSEES["ja"]
    with_long, without = drawn(stock, LONG, usual), drawn(stock, usual)
    assert with_long.too_long == (LONG.name,)
    assert with_long.pdf == without.pdf
    assert (with_long.count, with_long.sheets) == (1, 1)


def test_sheets_follow_one_another():
    kind = sheets()[LabelStock.A4_21]
    labels = drawn(LabelStock.A4_21, *[ADDRESSEES["ja"]] * kind.places, start=2)
    assert (labels.count, labels.sheets, len(pages(labels.pdf))) == (21, 2, 2)
    assert all("/FontFile2" in descriptor for descriptor in fonts(labels.pdf).values())


def test_where_there_is_nobody_there_is_a_blank_sheet():
    labels = drawn(LabelStock.A4_12)
    assert (labels.count, labels.sheets, labels.too_long) == (0, 1, ())
    assert pages(labels.pdf) == [""]
