"""The office's retention rules: every version of each, and with which of them all ends were last worked out."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import msgspec
import sqlalchemy as sa

from privdesk.domain.due import Applied, Practice, RuleVersion
from privdesk.domain.errors import StaleSave
from privdesk.domain.office import Office
from privdesk.domain.retention import Rule, Rules, rules_on
from privdesk.storage import settings
from privdesk.storage.tables import rule, setting

_PRACTICE = "retention.practice"
_APPLIED = "retention.applied"


def enter_rules(conn: sa.Connection, rules: Rules, today: date) -> None:
    """Give a new desk, which has its profile already, the rules it starts with, and work by those in force today."""
    for one in rules.rules:
        add(conn, one, active=True, user=None)
    conn.execute(setting.insert().values(name=_PRACTICE, value=msgspec.to_builtins(Practice()), version=1))
    conn.execute(setting.insert().values(name=_APPLIED, value={}, version=1))
    set_applied(conn, today, settings.office(conn))


def add(conn: sa.Connection, new: Rule, *, active: bool, user: int | None) -> None:
    """Write one version of a rule; earlier ones stay as they are."""
    conn.execute(
        rule.insert().values(
            code=new.code,
            version=new.version,
            category=new.category,
            body=msgspec.json.encode(new).decode(),
            valid_from=new.valid_from,
            active=active,
            user_id=user,
        )
    )


def versions(conn: sa.Connection) -> tuple[RuleVersion, ...]:
    """Every version of every rule, in the order of entry."""
    return tuple(
        RuleVersion(_read(row.body), row.active, row.user_id)
        for row in conn.execute(sa.select(rule).order_by(rule.c.id))
    )


def by_version(conn: sa.Connection) -> Mapping[tuple[str, int], Rule]:
    """Every version of every rule, by code and version."""
    return {(one.rule.code, one.rule.version): one.rule for one in versions(conn)}


def in_force(conn: sa.Connection, day: date) -> tuple[Rule, ...]:
    """Of each rule that is switched on the version in force on `day`."""
    known = versions(conn)
    off = {(one.rule.code, one.rule.version) for one in known if not one.active}
    return tuple(one for one in rules_on((known.rule for known in known), day) if (one.code, one.version) not in off)


def applied(conn: sa.Connection) -> Applied:
    """What all ends were last worked out with."""
    value = conn.execute(sa.select(setting.c.value).where(setting.c.name == _APPLIED)).scalar_one()
    return msgspec.convert(value, Applied)


def set_applied(conn: sa.Connection, day: date, office: Office) -> None:
    """Note that all ends are worked out with the rules of `day` and this business year."""
    new = Applied(day, office.fiscal_year_end_month)
    conn.execute(sa.update(setting).where(setting.c.name == _APPLIED).values(value=msgspec.to_builtins(new)))


def practice(conn: sa.Connection) -> Practice:
    """What the office says of itself that some rules depend on."""
    row = conn.execute(sa.select(setting).where(setting.c.name == _PRACTICE)).one()
    return msgspec.convert({**row.value, "version": row.version}, Practice)


def save_practice(conn: sa.Connection, new: Practice) -> None:
    """Write what the office says of itself.

    Raises StaleSave if somebody saved in between.
    """
    saved = conn.execute(
        sa.update(setting)
        .where(setting.c.name == _PRACTICE, setting.c.version == new.version)
        .values(value=msgspec.to_builtins(new), version=new.version + 1)
    )
    if not saved.rowcount:
        raise StaleSave


@lru_cache
def _read(body: str) -> Rule:
    return msgspec.json.decode(body, type=Rule)
