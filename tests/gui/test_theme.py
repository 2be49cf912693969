"""The colours can be read, the look can be changed while the window is open, paper stays white."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel

from privdesk.gui.colors import COLORS
from privdesk.gui.theme import Look, color, font, named_colors, on_paper, row_height, size
from privdesk.gui.widgets.icon import _renderer, icon
from privdesk.resources import resource

LOOKS = [Look.LIGHT, Look.DARK]
GROUNDS = ("background", "card", "rail", "field", "hover")
TEXTS = [
    *product(("text", "dim"), GROUNDS),
    *product(("text", "dim"), ("accent_soft",)),
    *product(("accent", "late", "soon", "done"), ("background", "card", "field", "hover")),
    *((tone, f"{tone}_soft") for tone in ("accent", "late", "soon", "done")),
    ("accent", "rail"),
    ("dim", "neutral_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
]
SIGNS = [
    *product(("edge",), ("card", "field", "background")),
    *product(("chart1", "chart2", "chart3", "chart4", "chart5", "chart6"), ("card",)),
]


def luminance(value: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_known_colours():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_words_can_be_read(look, ink, ground):
    colors = named_colors(look)
    assert contrast(colors[ink], colors[ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), SIGNS)
def test_signs_can_be_seen(look, ink, ground):
    colors = named_colors(look)
    assert contrast(colors[ink], colors[ground]) >= 3


def test_the_sheet_knows_no_other_colours():
    sheet = resource("theme/app.qss").read_text("utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,6}\b", sheet)
    used = set(re.findall(r"\$(\w+)", sheet))
    assert used - COLORS.keys() == {
        "size_small",
        "size_body",
        "size_title",
        "size_figure",
        "row",
        "inner",
        "pictures",
        "look",
    }


def test_the_look_changes_while_the_window_is_open(qtbot, theme):
    label = QLabel("words")
    qtbot.addWidget(label)
    theme.dress(label)
    label.show()
    light = label.palette().windowText().color()
    with qtbot.waitSignal(theme.changed):
        theme.choose(Look.DARK)
    assert theme.dark
    assert color("background") == QColor(named_colors(Look.DARK)["background"])
    assert QApplication.palette().window().color() == color("background")
    assert label.palette().windowText().color() != light


def test_text_grows_and_rows_with_it(theme):
    assert row_height() == 32
    small = [size(role) for role in ("small", "body", "title", "figure")]
    theme.choose(Look.LIGHT, 1.5)
    assert [size(role) for role in ("small", "body", "title", "figure")] > small
    assert row_height() > 32
    theme.choose(Look.LIGHT, 9.0)
    assert theme.scale == 1.5


def test_paper_is_white_in_the_dark(theme):
    theme.choose(Look.DARK)
    with on_paper():
        assert color("card") == QColor("#FFFFFF")
    assert color("card") == QColor(named_colors(Look.DARK)["card"])


def test_figures_are_tabular_and_strong_is_bold(theme):
    assert font().featureValue(QFont.Tag("tnum")) == 1
    assert font(strong=True).weight() == QFont.Weight.Bold


def test_icons_take_the_colour_of_the_theme(theme):
    if not resource("icons/lock.svg").is_file():
        pytest.skip("icons are fetched by `make resources`")
    lock = icon("lock", "text")

    def ink():
        image = lock.pixmap(32, 32).toImage()
        solid = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
        return {pixel.name() for pixel in solid if pixel.alpha() == 255}

    assert color("text").name() in ink()
    theme.choose(Look.DARK)
    assert color("text").name() in ink()


def test_icons_are_drawn_for_the_density_of_the_screen(theme):
    assert icon("lock").pixmap(16, 16).size() == icon("mail").pixmap(16, 16).size()
    pixmap = icon("lock").pixmap(icon("lock").actualSize(icon("lock").pixmap(16, 16).size()), 2.0)
    assert pixmap.devicePixelRatio() == 2.0
    assert pixmap.width() == 32


@pytest.mark.parametrize("name", resource("icons.txt").read_text("utf-8").split())
def test_every_wanted_icon_can_be_drawn(qapp, name):
    if not resource("icons").is_dir():
        pytest.skip("icons are fetched by `make resources`")
    assert resource(f"icons/{name}.svg").is_file()
    assert _renderer(name, "#000000").isValid()
