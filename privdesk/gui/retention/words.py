"""The words of retention in the window's language: categories, rules, reasons, what a list shows."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from privdesk.domain.category import Category
from privdesk.domain.due import DueQuery, DueRow, Effect, Ending, Tile, period_text, reason_text
from privdesk.domain.law import Text
from privdesk.domain.retention import Rule
from privdesk.domain.shown import shown
from privdesk.gui.translation import language, words
from privdesk.operations.reference import Reference


@dataclass(frozen=True)
class TileFace:
    """The words of a tile, what they mean, and its tone where it counts anything."""

    title: str
    detail: str
    tone: str = ""


TILES = {
    Tile.OVERDUE: TileFace(shown("retention", "Overdue"), shown("retention", "disposable"), "late"),
    Tile.DAYS_30: TileFace(shown("retention", "30 days"), shown("retention", "to prepare"), "soon"),
    Tile.DAYS_60: TileFace(shown("retention", "31–60 days"), ""),
    Tile.DAYS_90: TileFace(shown("retention", "61–90 days"), ""),
    Tile.HELD: TileFace(shown("retention", "Held"), shown("retention", "not due")),
    Tile.NO_DATE: TileFace(shown("retention", "No date"), shown("retention", "to clarify"), "soon"),
}
_ENDINGS = {
    Ending.RUNNING: shown("retention", "not begun"),
    Ending.NO_DATE: shown("retention", "no date"),
    Ending.NO_RULE: shown("retention", "no rule"),
}


def local(text: Text) -> str:
    """A wording of the reference data in the window's language."""
    return text.in_(language())


class Wording:
    """Says what stands in the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._rules = reference.rules
        self._categories = reference.purposes.categories

    def category(self, category: Category) -> str:
        """A category of data."""
        return local(self._categories[category])

    def reason(self, row: DueRow) -> str:
        """Why something is kept, as a sentence."""
        return reason_text(row.reason, self._rules, language())

    def trigger(self, rule: Rule) -> str:
        """What a rule's period runs from."""
        trigger = local(self._rules.word(rule.trigger))
        if not rule.offset_months:
            return trigger
        text = words("retention", shown("retention", "{trigger} + {months} months"))
        return text.format(trigger=trigger, months=rule.offset_months)

    def period(self, rule: Rule) -> str:
        """How long it runs."""
        return period_text(rule, self._rules, language())

    def condition(self, rule: Rule) -> str:
        """When the rule applies at all; empty for always."""
        return local(self._rules.word(rule.when)) if rule.when else ""

    def on_expiry(self, rule: Rule) -> str:
        """What is proposed at the end."""
        return local(self._rules.word(rule.on_expiry))

    def shows(self, query: DueQuery) -> str:
        """What the due list shows under a query."""
        parts = []
        if query.tile:
            parts.append(words("retention", TILES[query.tile].title))
        if query.month:
            parts.append(month_said(query.month))
        if query.category:
            parts.append(self.category(query.category))
        return " · ".join(parts) or words("retention", shown("retention", "Everything, the earliest end first"))


def mark_said(rule: Rule) -> str:
    """Whether the provision itself was read, or the rule is the office's own choice."""
    return words("retention", shown("retention", "provision") if rule.mark == "src" else shown("retention", "own"))


def until_said(row: DueRow) -> str:
    """The last day, or why there is none."""
    if row.keep_until is not None:
        return row.keep_until.isoformat()
    return words("retention", _ENDINGS[row.reason.ending]) if row.reason.ending in _ENDINGS else "–"


def until_tone(row: DueRow, today: date) -> str:
    """Late where the last day is over and nothing holds it."""
    if row.held or row.keep_until is None:
        return "dim"
    return "late" if row.keep_until < today else ""


def effect_said(effect: Effect) -> str:
    """What a change of a rule would do, as a sentence or two."""
    changed = shown("retention", "{changed} of {records} records get another last day.")
    about = shown("retention", "About {changed} of {records} records get another last day.")
    over = shown("retention", "{over} of them are then past it.")
    said = [words("retention", about if effect.estimated else changed)]
    if effect.over:
        said.append(words("retention", over))
    figures = {"changed": f"{effect.changed:,}", "records": f"{effect.records:,}", "over": f"{effect.over:,}"}
    return " ".join(said).format(**figures)


def month_said(first: date) -> str:
    """A month with its year."""
    name = QLocale().monthName(first.month, QLocale.FormatType.ShortFormat)
    return words("retention", shown("retention", "{month} {year}")).format(month=name, year=first.year)


def month_label(first: date, *, with_year: bool) -> str:
    """A month under its bar; the first one and each January name the year too, in two digits to fit below it."""
    name = QLocale().monthName(first.month, QLocale.FormatType.ShortFormat)
    said = words("retention", shown("retention", "{month} ’{year}"))
    return said.format(month=name, year=f"{first:%y}") if with_year else name


def dated(day: date | None) -> str:
    """A day with its weekday, or a dash."""
    if day is None:
        return "–"
    return f"{day.isoformat()} {QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)}"
