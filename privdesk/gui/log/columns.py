"""The columns of the list of entries."""

from datetime import date

from privdesk.domain.log import LogLine
from privdesk.domain.log_words import detail_of
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.logged import Telling, act_said, log_words
from privdesk.gui.widgets.rows import Column


def moment(line: LogLine) -> str:
    """When it happened, in the office's zone."""
    return f"{line.at:%Y-%m-%d %H:%M}"


def log_columns(telling: Telling, today: date) -> tuple[Column[LogLine], ...]:
    """What the list tells of an entry; `today` is of the year that goes without saying."""

    def when(line: LogLine) -> str:
        return f"{line.at:%m-%d %H:%M}" if line.at.year == today.year else f"{line.at:%Y-%m-%d}"

    # what somebody who reads the log looks for first
    alarms = log_words().topics["alarms"].acts

    def details(line: LogLine) -> str:
        return " · ".join(telling.details(detail_of(line.detail)))

    return (
        Column("seq", shown("columns", "Number"), lambda line: f"{line.seq:,}", 76, right=True, minor=True),
        Column("at", shown("columns", "When"), when, 114, tooltip=moment),
        Column("user", shown("columns", "Who"), lambda line: visible(line.user) or "–", 78),
        Column(
            "act",
            shown("columns", "What"),
            lambda line: act_said(line.act),
            132,
            stretch=True,
            tone=lambda line: "soon" if line.act in alarms else "",
            sign=lambda line: "triangle-alert" if line.act in alarms else "",
        ),
        Column("about", shown("columns", "About"), lambda line: telling.thing(line.about) or "–", 92, stretch=True),
        Column("detail", shown("columns", "Details"), details, 180, stretch=True, minor=True),
    )
