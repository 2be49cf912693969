"""The retention rules of the office: read them, change them from a day on, switch them on and off."""

import dataclasses

from msgspec.structs import replace

from privdesk.domain.due import Effect, Practice, RuleVersion
from privdesk.domain.errors import NoSuchRule, PeriodMissing, RuleBackdated, StaleSave
from privdesk.domain.retention import Rule
from privdesk.domain.shown import shown
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.operations.retention import Progress, work_out
from privdesk.storage import retention_effect, rules


def versions(desk: Desk) -> tuple[RuleVersion, ...]:
    """Every version of every rule, in the order of entry; the last one of a code is its newest."""
    with desk.reading() as conn:
        return rules.versions(conn)


def in_force(desk: Desk) -> tuple[Rule, ...]:
    """The rules that are switched on and valid today."""
    with desk.reading() as conn:
        return rules.in_force(conn, desk.today)


def practice(desk: Desk) -> Practice:
    """What the office says of itself that some rules depend on."""
    with desk.reading() as conn:
        return rules.practice(conn)


def what_if(desk: Desk, changed: Rule, on: bool) -> Effect:
    """What would become of the records' ends if a rule were as `changed` from its day on, applied or not (`on`)."""
    with desk.reading() as conn:
        now = rules.in_force(conn, max(desk.today, changed.valid_from))
        then = [one for one in now if one.code != changed.code] + [changed] * on
        return retention_effect.effect(conn, desk.office, (now, then), changed.category, desk.today)


def change_rule(desk: Desk, changed: Rule, progress: Progress, reason: str = "") -> Done[Rule]:
    """Enter `changed`, which has the code and version of the rule's newest one, as its next version.

    From its day on it applies to everything: at once if that is today, else when the ends are next worked out.
    The `reason` goes into the log. Raises PeriodMissing, RuleBackdated, NoSuchRule, StaleSave.
    """
    desk.need("rule.change", f"rule:{changed.code}")
    if not changed.years + changed.months + changed.days > 0:
        raise PeriodMissing
    if changed.valid_from < desk.today:
        raise RuleBackdated(today=desk.today.isoformat())
    since = changed.valid_from.isoformat()
    with desk.change("rule.change", about=f"rule:{changed.code}", valid_from=since, reason=reason) as change:
        before = _newest(change, changed.code)
        if before.rule.version != changed.version:
            raise StaleSave
        entered = _enter(desk, change, replace(changed, category=before.rule.category), before.active, progress)
    back = replace(before.rule, version=entered.version, valid_from=entered.valid_from)
    return Done(
        entered,
        shown("done", "The rule “{code}” was changed."),
        {"code": changed.code},
        undo=lambda later: change_rule(later, replace(back, valid_from=max(back.valid_from, later.today)), _unseen),
    )


def switch(desk: Desk, code: str, on: bool, progress: Progress) -> Done[Rule]:
    """Let a rule apply, or no longer apply, from today on, or from the day of a change to come; a version of its own.

    Raises NoSuchRule.
    """
    with desk.change("rule.change", about=f"rule:{code}", on=on) as change:
        newest = _newest(change, code).rule
        entered = _enter(desk, change, replace(newest, valid_from=max(desk.today, newest.valid_from)), on, progress)
    said = shown("done", "The rule “{code}” is on.") if on else shown("done", "The rule “{code}” is off.")
    return Done(entered, said, {"code": code}, undo=lambda later: switch(later, code, not on, _unseen))


def save_practice(desk: Desk, new: Practice, progress: Progress) -> Done[None]:
    """Note which business years had a loss, and what else the office does that rules depend on.

    Raises StaleSave.
    """
    with desk.change("rule.change", about="office", loss_years=list(new.loss_years)) as change:
        before = rules.practice(change.conn)
        rules.save_practice(change.conn, new)
        change.detail |= {name: getattr(new, name) for name in ("mail_order", "delivers_goods", "designated_business")}
        work_out(desk, change.conn, progress)
    back = dataclasses.replace(before, version=new.version + 1)
    said = shown("done", "The facts that rules depend on were saved.")
    return Done(None, said, undo=lambda later: save_practice(later, back, _unseen))


def _unseen(done: int, total: int) -> None:
    """The progress of a way back, which nobody watches."""


def _newest(change: Change, code: str) -> RuleVersion:
    found = [one for one in rules.versions(change.conn) if one.rule.code == code]
    if not found:
        raise NoSuchRule(code=code)
    return max(found, key=lambda one: one.rule.version)


def _enter(desk: Desk, change: Change, new: Rule, active: bool, progress: Progress) -> Rule:
    entered = replace(new, version=new.version + 1)
    rules.add(change.conn, entered, active=active, user=desk.actor.id)
    change.detail["version"] = entered.version
    if entered.valid_from <= desk.today:
        work_out(desk, change.conn, progress)
    return entered
