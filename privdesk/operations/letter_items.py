"""The asked things of a request as its letters tell them: decision, ground, old and new, purposes, how long kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from privdesk.domain.category import Category
from privdesk.domain.decision import Decision
from privdesk.domain.event import Changed
from privdesk.domain.law import Law
from privdesk.domain.request import Item
from privdesk.letters.facts import ItemFact, Language, ProvisionFact
from privdesk.letters.held import field_said, held
from privdesk.operations.desk import Desk
from privdesk.storage import held as stored
from privdesk.storage import purposes, rules
from privdesk.storage.transaction import Connection


@dataclass(frozen=True)
class Telling:
    """The items that a letter tells, and where their words come from; `person` is the customer, if one is known."""

    desk: Desk
    conn: Connection
    law: Law
    language: Language
    person: int | None
    items: tuple[Item, ...]

    def word(self, name: str) -> str:
        """One of the words in resources/data_sheet.toml."""
        return held().words[name].in_(self.language)

    def decided(self, *decisions: Decision) -> tuple[Item, ...]:
        """The items with one of these decisions."""
        return tuple(item for item in self.items if item.decision in decisions)


def item_facts(telling: Telling) -> tuple[ItemFact, ...]:
    """The items in their order; notified purposes are told for the categories of data held, together where alike."""
    return tuple(fact for item in telling.items for fact in _facts(item, telling))


def provision_facts(telling: Telling) -> tuple[ProvisionFact, ...]:
    """What was given to or came from third parties about the person, oldest first (法29条, 30条).

    What a partner reported on one day is one receiving.
    """
    if telling.person is None:
        return ()
    companies = stored.companies(telling.conn)
    found = [_provision(row, companies) for row in stored.rows(telling.conn, telling.person, "provision")]
    found += _received(telling, companies["partner"])
    return tuple(sorted(found, key=lambda one: (one.on, one.party)))


def _facts(item: Item, telling: Telling) -> Iterator[ItemFact]:
    kind, language, decision = telling.law.kinds[item.kind], telling.language, item.decision
    if decision is None:
        return
    word = telling.law.word(decision).in_(language)
    if decision is Decision.PURPOSE_NOTIFIED:
        yield from _notified(word, telling)
        return
    ground = kind.grounds.get(item.ground or "")
    yield ItemFact(
        asked=item.what.strip() or kind.name.in_(language),
        decision=decision.value,
        decision_word=word,
        ground=_ground(ground.article.in_(language), ground.name.in_(language), telling) if ground else "",
        # where nothing is held the facts are the scope of the search, which has its own point
        reason="" if decision is Decision.NOT_HELD else item.facts.strip(),
        old=_sides(item, telling, "old", telling.word("nothing")),
        new=_sides(item, telling, "new", telling.word("deleted")),
        kept_until=item.until,
        kept_because=_kept_because(item.rule, telling),
        purposes=_stopped(item, telling),
    )


def _ground(article: str, name: str, telling: Telling) -> str:
    return telling.word("ground").format(article=article, name=name)


def _sides(item: Item, telling: Telling, side: str, empty: str) -> str:
    """One side of a correction, with the names of the fields."""
    fields = held().codes["field"]
    done: tuple[Changed, ...] = item.executed.changes if item.executed else ()
    return "\n".join(
        telling.word("changed").format(
            field=fields[one.field].in_(telling.language),
            value=field_said(one.field, getattr(one, side), telling.language) or empty,
        )
        for one in done
    )


def _kept_because(code: str | None, telling: Telling) -> str:
    versions = [one.rule for one in rules.versions(telling.conn) if one.rule.code == code]
    if not versions:
        return code or ""
    rule, language = versions[-1], telling.language
    return telling.word("kept_because").format(name=rule.name.in_(language), basis=rule.basis.in_(language))


def _stopped(item: Item, telling: Telling) -> tuple[str, ...]:
    codes = item.executed.purposes if item.executed else ()
    if codes and set(codes) >= purposes.office(telling.conn).keys():
        return (telling.word("every_purpose"),)
    return _purpose_names(codes, telling)


def _purpose_names(codes: Iterable[str], telling: Telling) -> tuple[str, ...]:
    known = purposes.ever(telling.conn)
    return tuple(known[code].name.in_(telling.language) if code in known else code for code in codes)


def _notified(word: str, telling: Telling) -> Iterator[ItemFact]:
    office = purposes.office(telling.conn)
    titles = telling.desk.reference.purposes.categories
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for category in _held_categories(telling):
        using = tuple(code for code, one in office.items() if category in one.categories)
        if using:
            alike[using].append(titles[category].in_(telling.language))
    for using, asked in alike.items():
        names = _purpose_names(using, telling)
        yield ItemFact(telling.word("joint").join(asked), Decision.PURPOSE_NOTIFIED.value, word, purposes=names)


def _held_categories(telling: Telling) -> tuple[Category, ...]:
    """The categories of data held about the person; of somebody who is no customer, all that the office has."""
    if telling.person is None:
        return tuple(Category)
    found = {
        table.category or stored.category(name, row)
        for name, table in held().tables.items()
        for row in stored.rows(telling.conn, telling.person, name)
    }
    return tuple(category for category in Category if category in found)


def _provision(row: stored.Row, companies: stored.Companies) -> ProvisionFact:
    side = "partner" if row["partner_id"] is not None else "recipient"
    company = companies[side].get(str(row[f"{side}_id"]), {})
    return ProvisionFact(
        on=row["on"],
        direction=row["direction"],
        party=company.get("name", ""),
        data=row["items"],
        party_address=company.get("address", ""),
        party_representative=company.get("representative", ""),
        consent=row["basis"],
        obtained=row["acquired_how"],
    )


def _received(telling: Telling, partners: dict[str, stored.Row]) -> Iterator[ProvisionFact]:
    rows = stored.rows(telling.conn, telling.person or 0, "partner_transaction")
    by_day = sorted(rows, key=_reported)
    for (partner_id, on), _ in groupby(by_day, key=_reported):
        company = partners[str(partner_id)]
        yield ProvisionFact(
            on=on,
            direction="received",
            party=company["name"],
            data=telling.word("transactions"),
            party_address=company["address"],
            party_representative=company["representative"],
            obtained=company["acquired_how"],
        )


def _reported(row: stored.Row) -> tuple[int, date]:
    return row["partner_id"], row["source_on"]
