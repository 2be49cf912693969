"""Texts as cells of a CSV table: a spreadsheet program takes them as text, never as formulas."""

import re

# what makes a spreadsheet run a cell (OWASP ASVS 1.2.10, full-width signs as Japanese Excel takes them), also behind
# white space and invisible signs, which a spreadsheet may leave out, and behind apostrophes that stand there already,
# so that taking one away gives back exactly the text that was there
_SKIPPED = "'\\s\\x00-\\x1f\\x7f-\\xa0\\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_RUNS = re.compile(f"[{_SKIPPED}]*[=+\\-@＝＋－＠]|'*[\t\r\n]")


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet program would run it."""
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text[:1] == "'" and _RUNS.match(text) else text
