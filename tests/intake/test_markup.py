"""HTML -> plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.intake.markup import plain_text


def test_blocks_stand_on_lines_of_their_own():
    assert plain_text("<p>one<br>two</p><ul><li>three<li>four</ul>") == "one\ntwo\n\n- three\n- four"


def test_what_is_no_text_is_left_out():
    markup = (
        "<head><title>t</title></head><p>a<script>alert(1)</script><style>p{}</style><img src=x alt=y>b</p><!-- c -->"
    )
    assert plain_text(markup) == "ab"


@pytest.mark.parametrize(
    "style", ["style='display: none'", 'style="color:red;visibility:hidden"', "hidden", "hidden=''"]
)
def test_invisible_text_is_left_out(style):
    assert plain_text(f"a<span {style}>x<span>y</span>z</span>b") == "ab"


def test_a_link_shows_where_it_leads():
    assert (
        plain_text('<a href="http://evil.example/?a&amp;b">bank.example</a>')
        == "bank.example <http://evil.example/?a&b>"
    )


def test_signs_that_are_no_tags_stay():
    assert plain_text("1 < 2 &amp; 3 &gt; 2 &lt;b&gt;") == "1 < 2 & 3 > 2 <b>"


def test_an_unfinished_comment_or_tag_ends_the_text():
    assert plain_text("a<!-- b") == "a"
    assert plain_text("a<b href=") == "a"


UNITS = [
    "<!--",
    "<a ",
    "<![CDATA[",
    "&#",
    "<",
    "<!",
    '<a href="',
    "<script>",
    "<?",
    "</",
    "<a a=1 ",
    "<p>",
    "<b hidden>",
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_of_anything_is_read_at_once(unit):
    assert len(plain_text(unit * (1_000_000 // len(unit)))) <= 1_000_000


@given(st.text(alphabet=st.sampled_from("<>/!-=\"'& apbrscript;#x1\n")))
def test_nothing_stops_it(markup):
    assert "<script" not in plain_text(f"{markup.replace('<', '')}<script>{markup}</script>")
