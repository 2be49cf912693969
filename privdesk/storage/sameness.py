"""Finds records that may be one person's, by indexes alone: for one record, or for the whole file.

Two records are compared where they share a way to be reached, a day of birth with a part of the name, or the name with
something beside it; what they weigh is `domain/sameness.py`'s.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, groupby
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import ContactKind, NameKind
from privdesk.domain.sameness import NameForm, Portrait, Verdict, needed, weighed
from privdesk.domain.spelling import birth_slips
from privdesk.domain.text import folded
from privdesk.storage import search
from privdesk.storage.retention_facts import among
from privdesk.storage.tables import person, person_address, person_contact, person_list, person_name

Progress = Callable[[int, int], None]
Pair = tuple[int, int]
_AT_ONCE = 500
# a way to be reached that more people share is an office's or a placeholder, and tells nothing
_SHARED = 20
# who has a usual day of birth or name meets at most so many; the rest is found by something else
_MOST_BORN, _MOST_NAMED = 600, 4000
# so many namesakes are looked at one by one: by their days of birth, or, where that is not known, whole
_FEW_NAMED, _FEW_UNBORN = 1000, 40
# a half of a telephone number or of a mail address that is shorter is everybody's
_HALF = 5

_BIRTHS = sa.select(person.c.id, person.c.birth).where(among(person.c.id), person.c.merged_into.is_(None))
_NAMES, _ADDRESSES, _CONTACTS = (
    sa.select(table).where(among(table.c.person_id)).order_by(table.c.id)
    for table in (person_name, person_address, person_contact)
)
_REACHED = sa.select(person_contact.c.person_id).where(person_contact.c.folded == sa.bindparam("folded"))
_BORN = (
    sa.select(person_list.c.person_id, person_list.c.name, person_list.c.kana)
    .where(person_list.c.birth == sa.bindparam("birth"))
    .limit(_MOST_BORN)
)
_READ = sa.select(person_list.c.person_id).where(
    person_list.c.stretch == sa.bindparam("stretch"), person_list.c.sort_name == sa.bindparam("reading")
)
_BIRTH_OF = sa.select(person_list.c.person_id, person_list.c.birth).where(among(person_list.c.person_id))
_BORN_NEAR = sa.select(person_list.c.person_id).where(
    person_list.c.birth.in_(sa.bindparam("births", expanding=True)), person_list.c.person_id != sa.bindparam("id")
)


def portraits(conn: sa.Connection, ids: Iterable[int]) -> dict[int, Portrait]:
    """What of these records is compared; those that were merged into another have none."""
    found: dict[int, Portrait] = {}
    for block in _blocks(sorted(set(ids))):
        births = {row.id: row.birth for row in conn.execute(_BIRTHS, {"ids": block})}
        names = _by_person(conn, _NAMES, block, _name)
        addresses = _by_person(conn, _ADDRESSES, block, lambda row: (row.postal, row.text))
        contacts = _by_person(conn, _CONTACTS, block, lambda row: (row.kind, row.folded))
        for id_, birth in births.items():
            phones, mails = (frozenset(_of_kind(contacts[id_], kind)) for kind in (ContactKind.PHONE, ContactKind.MAIL))
            found[id_] = Portrait(id_, tuple(names[id_]), birth, phones, mails, tuple(addresses[id_]))
    return found


def size(conn: sa.Connection) -> int:
    """About how many records there are; counting them takes as long as everything else here."""
    return conn.execute(sa.select(sa.func.max(person_list.c.person_id))).scalar() or 0


def alike(conn: sa.Connection, id_: int, people: int) -> dict[int, Verdict]:
    """The records that may be the same person's as this one in a file of so many, the weightiest first."""
    own = portraits(conn, [id_]).get(id_)
    if own is None:
        return {}
    others = portraits(conn, _met(conn, own) - {id_})
    verdicts = {other: weighed(own, theirs) for other, theirs in others.items()}
    likely = {other: verdict for other, verdict in verdicts.items() if verdict.weight >= needed(people)}
    return dict(sorted(likely.items(), key=lambda one: (-one[1].weight, one[0])))


def pairs(
    conn: sa.Connection, people: int, progress: Progress, batch: int | None = None
) -> Iterator[tuple[Pair, Verdict]]:
    """All pairs of records that may be one person's, each once; with a `batch` those of which it brought one.

    The file is walked three times in the order of an index: by ways to be reached, by days of birth, by names.
    `progress` may raise to stop it.
    """
    done: set[Pair] = set()
    brought = set(conn.execute(sa.select(person.c.id).where(person.c.batch_id == batch)).scalars()) if batch else None
    walks = (_by_contact(conn), _by_birth(conn), _by_name(conn))
    for number, walk in enumerate(walks):
        waiting: list[Pair] = []
        for met, walked in walk:
            progress(number * people + min(walked, people), len(walks) * people)
            fresh = [pair for pair in met if pair not in done and (brought is None or brought & {*pair})]
            done.update(fresh)
            waiting += fresh
            if len(waiting) >= _AT_ONCE:
                yield from _weighed(conn, waiting, people)
                waiting = []
        yield from _weighed(conn, waiting, people)
    progress(len(walks) * people, len(walks) * people)


def _weighed(conn: sa.Connection, met: Sequence[Pair], people: int) -> Iterator[tuple[Pair, Verdict]]:
    known = portraits(conn, chain.from_iterable(met))
    for one, other in met:
        if one in known and other in known:
            verdict = weighed(known[one], known[other])
            if verdict.weight >= needed(people):
                yield (one, other), verdict


def _met(conn: sa.Connection, own: Portrait) -> set[int]:
    """Whom one record is compared with."""
    found: set[int] = set()
    for reached in own.phones | own.mails:
        sharing = conn.execute(_REACHED.limit(_SHARED + 1), {"folded": reached}).scalars().all()
        found |= set(sharing) if len(sharing) <= _SHARED else set()
    own_tokens = set().union(*(_tokens(one.text, one.kana) for one in own.names))
    if own.birth:
        born = conn.execute(_BORN, {"birth": own.birth})
        found |= {row.person_id for row in born if _may_be(own_tokens, _tokens(row.name, row.kana))}
    return found | _namesakes(conn, own)


def _namesakes(conn: sa.Connection, own: Portrait) -> set[int]:
    """Who has the name and was born on that day or nearly, or nobody knows when; or has something else beside it."""
    found = _hits(conn, _any_of(one.text for one in own.names))
    for reading in {folded(one.kana) for one in own.names if one.kana}:
        placed = {"stretch": search.stretch(reading), "reading": reading}
        found |= set(conn.execute(_READ.limit(_MOST_NAMED), placed).scalars())
    if len(found) <= (_FEW_NAMED if own.birth else _FEW_UNBORN):
        return _plausible(conn, found, own)
    if own.birth is None:
        return _beside_name(conn, own)
    born = {"births": sorted(birth_slips(own.birth)), "id": own.id}
    return found & set(conn.execute(_BORN_NEAR, born).scalars()) | _beside_name(conn, own)


def _plausible(conn: sa.Connection, ids: set[int], own: Portrait) -> set[int]:
    """Without those who were born on another day; who can be reached in the same way is met by that."""
    if own.birth is None:
        return ids
    days = birth_slips(own.birth) | {own.birth, None}
    return {row.person_id for row in conn.execute(_BIRTH_OF, {"ids": sorted(ids)}) if row.birth in days}


def _beside_name(conn: sa.Connection, own: Portrait) -> set[int]:
    """Who has the name and the area, or half of a number or mail address."""
    named = _any_of(text for one in own.names for text in (one.text, one.kana))
    beside = _any_of(_halves(own))
    return _hits(conn, f"({named}) AND ({beside})") if named and beside else set()


def _halves(own: Portrait) -> Iterator[str]:
    """What stands beside a name and survives a slip: one of both halves does."""
    yield from (postal for postal, _ in own.addresses if postal)
    for whole in (*own.phones, *(mail.partition("@")[0] for mail in own.mails)):
        middle = (len(whole) + 1) // 2
        yield from (half for half in (whole[:middle], whole[middle:]) if len(half) >= _HALF)


def _any_of(texts: Iterable[str]) -> str:
    """What asks the index for any of these texts."""
    wanted = (search.asked(text) for text in texts if len(text) > 1)
    return " OR ".join(f"({one.match})" for one in dict.fromkeys(wanted) if one)


def _hits(conn: sa.Connection, match: str) -> set[int]:
    if not match:
        return set()
    return set(conn.execute(search.Asked(match).hits.limit(_MOST_NAMED)).scalars())


def _tokens(name: str, kana: str) -> set[str]:
    """Beginnings and ends of a name and its reading; of a name in Latin letters nothing, which may be any."""
    text, reading = folded(name).replace(" ", ""), folded(kana).replace(" ", "")
    return {text[:2], text[-2:], reading[:3], reading[-3:]} - {""} if not text.isascii() else set()


def _may_be(one: set[str], other: set[str]) -> bool:
    return not (one and other) or bool(one & other)


def _by_contact(conn: sa.Connection) -> Iterator[tuple[Iterable[Pair], int]]:
    query = sa.select(person_contact.c.folded, person_contact.c.person_id).order_by(person_contact.c.folded)
    walked = 0
    for _, rows in groupby(_streamed(conn, query), key=lambda row: row.folded):
        ids = sorted({row.person_id for row in rows})
        walked += len(ids)
        yield (combinations(ids, 2) if len(ids) <= _SHARED else ()), walked


def _by_birth(conn: sa.Connection) -> Iterator[tuple[Iterable[Pair], int]]:
    c = person_list.c
    query = sa.select(c.birth, c.person_id, c.name, c.kana).where(c.birth.is_not(None)).order_by(c.birth)
    walked = 0
    for _, rows in groupby(_streamed(conn, query), key=lambda row: row.birth):
        sharing: dict[str, list[int]] = defaultdict(list)
        everybody, any_name = [], []
        for row in rows:
            everybody.append(row.person_id)
            tokens = _tokens(row.name, row.kana)
            for token in tokens:
                sharing[token].append(row.person_id)
            if not tokens:
                any_name.append(row.person_id)
        walked += len(everybody)
        yield _sharing(sharing.values()) | _pairs_with(any_name, everybody), walked


def _by_name(conn: sa.Connection) -> Iterator[tuple[Iterable[Pair], int]]:
    """By the name in use: who has it and something beside it."""
    c = person_list.c
    walked = 0
    waiting: list[list[int]] = []
    for _, rows in groupby(
        _streamed(conn, sa.select(c.sort_name, c.person_id).order_by(c.stretch, c.sort_name)), lambda row: row[0]
    ):
        ids = [row.person_id for row in rows]
        walked += len(ids)
        if len(ids) > 1:
            waiting.append(ids)
        if sum(map(len, waiting)) >= _AT_ONCE:
            yield _beside(conn, waiting), walked
            waiting = []
    yield _beside(conn, waiting), walked


def _beside(conn: sa.Connection, groups: Sequence[Sequence[int]]) -> set[Pair]:
    known = portraits(conn, chain.from_iterable(groups))
    found: set[Pair] = set()
    for group in groups:
        sharing: dict[Any, list[int]] = defaultdict(list)
        born: dict[Any, list[int]] = defaultdict(list)
        for one in (known[id_] for id_ in group if id_ in known):
            for half in _halves(one):
                sharing[half].append(one.id)
            if one.birth:
                born[one.birth].append(one.id)
        found |= _sharing(sharing.values())
        for birth, ids in born.items():
            near = [id_ for slip in birth_slips(birth) & born.keys() for id_ in born[slip]]
            found |= {_pair(one, other) for one in ids for other in near}
    return found


def _sharing(groups: Iterable[Sequence[int]]) -> set[Pair]:
    return {_pair(*two) for ids in groups if len(ids) <= _MOST_BORN for two in combinations(ids, 2) if two[0] != two[1]}


def _pairs_with(some: Iterable[int], everybody: Sequence[int]) -> set[Pair]:
    return {_pair(one, other) for one in some for other in everybody[:_MOST_BORN] if one != other}


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _streamed(conn: sa.Connection, query: sa.Select[Any]) -> Iterator[sa.Row[Any]]:
    return iter(conn.execute(query.execution_options(yield_per=_AT_ONCE)))


def _by_person(
    conn: sa.Connection, query: sa.Select[Any], ids: Sequence[int], made: Callable[[sa.Row[Any]], Any]
) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in conn.execute(query, {"ids": ids}):
        found[row.person_id].append(made(row))
    return found


def _of_kind(contacts: Iterable[tuple[str, str]], kind: ContactKind) -> Iterator[str]:
    return (folded_ for kind_, folded_ in contacts if kind_ == kind and folded_)


def _name(row: sa.Row[Any]) -> NameForm:
    return NameForm(row.text, row.kana, past=row.kind != NameKind.CURRENT or row.until is not None)


def _blocks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
