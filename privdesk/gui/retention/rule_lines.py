"""The rules as the list shows them: one line a rule, with its version of today, the coming one and the earlier ones."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from privdesk.domain.due import RuleVersion
from privdesk.domain.retention import Rule
from privdesk.domain.shown import shown
from privdesk.gui.retention.words import Wording, local, mark_said
from privdesk.gui.translation import words
from privdesk.gui.widgets.rows import Column


@dataclass(frozen=True)
class RuleLine:
    """A rule; `now` is its version in force, or else its newest; `coming` the newest where that begins later."""

    now: RuleVersion
    coming: RuleVersion | None
    versions: tuple[RuleVersion, ...]

    @property
    def rule(self) -> Rule:
        """The version of today."""
        return self.now.rule

    @property
    def newest(self) -> RuleVersion:
        """The version that a change goes on from."""
        return self.versions[-1]


def rule_lines(versions: Iterable[RuleVersion], today: date) -> tuple[RuleLine, ...]:
    """One line for each rule, in the order in which they came."""
    by_code: dict[str, list[RuleVersion]] = defaultdict(list)
    for one in versions:
        by_code[one.rule.code].append(one)
    return tuple(_line(found, today) for found in by_code.values())


def _line(found: list[RuleVersion], today: date) -> RuleLine:
    ordered = tuple(sorted(found, key=lambda one: one.rule.version))
    begun = [one for one in ordered if one.rule.valid_from <= today]
    now = max(begun, key=lambda one: (one.rule.valid_from, one.rule.version)) if begun else ordered[-1]
    coming = ordered[-1] if ordered[-1].rule.valid_from > today and ordered[-1] is not now else None
    return RuleLine(now, coming, ordered)


def rule_columns(wording: Wording) -> tuple[Column[RuleLine], ...]:
    """What the list tells of a rule."""
    return (
        Column(
            "on",
            shown("columns", "On"),
            lambda line: on_said(line.now.active),
            68,
            tone=lambda line: "done" if line.now.active else "dim",
            sign=lambda line: "check" if line.now.active else "minus",
        ),
        Column(
            "category", shown("columns", "Data"), lambda line: wording.category(line.rule.category), 110, stretch=True
        ),
        Column("name", shown("columns", "Rule"), lambda line: local(line.rule.name), 150, stretch=True),
        Column("trigger", shown("columns", "Runs from"), lambda line: wording.trigger(line.rule), 150, stretch=True),
        Column("period", shown("columns", "Period"), lambda line: wording.period(line.rule), 92),
        Column("basis", shown("columns", "Ground"), lambda line: local(line.rule.basis), 140, stretch=True, minor=True),
        Column(
            "mark",
            shown("columns", "Source"),
            lambda line: mark_said(line.rule),
            112,
            tone=lambda line: "" if line.rule.mark == "src" else "dim",
            sign=lambda line: "scale" if line.rule.mark == "src" else "building-2",
        ),
        Column("then", shown("columns", "Then"), lambda line: wording.on_expiry(line.rule), 104, minor=True),
        Column(
            "from",
            shown("columns", "Valid from"),
            lambda line: (line.coming or line.now).rule.valid_from.isoformat(),
            134,
            minor=True,
            tone=lambda line: "soon" if line.coming else "",
            sign=lambda line: "clock" if line.coming else "",
        ),
    )


def on_said(active: bool) -> str:
    """Whether a rule is applied."""
    return words("retention", shown("retention", "on") if active else shown("retention", "off"))
