"""The columns in which the office's policy is shown: its purposes of use and its retention rules."""

from privdesk.domain.category import Category
from privdesk.domain.due import RuleVersion
from privdesk.domain.law import Text
from privdesk.domain.purpose import Purpose
from privdesk.domain.retention import Rule, Rules
from privdesk.domain.shown import shown
from privdesk.gui.translation import language, words
from privdesk.gui.widgets.rows import Column

_UNITS = ("years", "months", "days")
_MARKS = {"src": shown("policy", "Confirmed"), "own": shown("policy", "To check")}


def period(rule: Rule, rules: Rules) -> str:
    """How long a rule keeps, in words: 7 years."""
    names = rules.words["period"]
    lengths = [(unit, getattr(rule, unit)) for unit in _UNITS]
    return " ".join(
        names[unit.removesuffix("s") if length == 1 else unit].in_(language()).format(n=length)
        for unit, length in lengths
        if length
    )


def rule_columns(
    rules: Rules, categories: dict[Category, Text], *, state: Column[RuleVersion] | None = None
) -> list[Column[RuleVersion]]:
    """Rule, category, period, what starts it, its article with the source mark; `state` comes first if it is given."""
    columns: list[Column[RuleVersion]] = [
        Column("rule", shown("columns", "Rule"), lambda row: row.rule.name.in_(language()), width=230, stretch=True),
        Column("period", shown("columns", "Kept"), lambda row: period(row.rule, rules), width=84),
        Column("trigger", shown("columns", "Runs from"), lambda row: _start(row.rule, rules), width=170, minor=True),
        Column(
            "article", shown("columns", "Article"), lambda row: row.rule.basis.in_(language()), width=220, stretch=True
        ),
        Column("mark", shown("columns", "Source"), _mark, width=104, tone=_tone),
        Column(
            "category",
            shown("columns", "Data"),
            lambda row: categories[row.rule.category].in_(language()),
            width=150,
            minor=True,
            hidden=state is None,
        ),
    ]
    return [state, *columns] if state else columns


def purpose_columns(categories: dict[Category, Text]) -> list[Column[Purpose]]:
    """The purpose as the policy names it, and the data it uses."""
    return [
        Column("purpose", shown("columns", "Purpose of use"), lambda row: row.name.in_(language()), 300, stretch=True),
        Column(
            "categories",
            shown("columns", "Data used"),
            lambda row: " / ".join(categories[category].in_(language()) for category in row.categories),
            width=240,
            stretch=True,
        ),
    ]


def _start(rule: Rule, rules: Rules) -> str:
    start = rules.word(rule.trigger).in_(language())
    later = rules.words["period"]["months"].in_(language()).format(n=rule.offset_months)
    return f"{start} + {later}" if rule.offset_months else start


def _mark(row: RuleVersion) -> str:
    return words("policy", _MARKS[row.rule.mark])


def _tone(row: RuleVersion) -> str:
    return "soon" if row.rule.mark == "own" else "dim"
