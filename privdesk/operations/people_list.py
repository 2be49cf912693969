"""The list of customers: its pages, its counts, and whoever has a certain number."""

from dataclasses import dataclass

from privdesk.domain.formats.whole import whole_numbers
from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.text import narrowed
from privdesk.operations.desk import Desk
from privdesk.operations.search import asked, by_shown
from privdesk.storage import numbers, people, people_found, people_list
from privdesk.storage.people_order import Key


@dataclass(frozen=True)
class Page:
    """Some lines of a list, and the key to go on from (None at its end)."""

    rows: tuple[PersonRow, ...]
    next: Key | None


def page(desk: Desk, query: PeopleQuery, after: Key | None = None, size: int = 100) -> Page:
    """The next lines of the list of customers; who may open none finds them only by what the list shows."""
    with desk.reading() as conn:
        return Page(*people_list.page(conn, query, after, size, today=desk.today, by_shown=by_shown(desk)))


def page_at(desk: Desk, query: PeopleQuery, place: int, size: int) -> tuple[PersonRow, ...]:
    """The lines of the list from the `place`-th on, counted from 0, as `page` finds them."""
    with desk.reading() as conn:
        return people_list.page_at(conn, query, place, size, today=desk.today, by_shown=by_shown(desk))


def place_of(desk: Desk, query: PeopleQuery, id_: int) -> int | None:
    """Which line of the list a customer is, counted from 0; None where the query does not find him."""
    with desk.reading() as conn:
        return people_list.place_of(conn, query, id_, today=desk.today, by_shown=by_shown(desk))


def count(desk: Desk, query: PeopleQuery, up_to: int | None = None) -> int:
    """How many customers the query finds, as `page` does; counting stops at `up_to`."""
    with desk.reading() as conn:
        return people_list.count(conn, query, up_to, today=desk.today, by_shown=by_shown(desk))


def find_number(desk: Desk, text: str) -> tuple[PersonRow, ...]:
    """The customers with exactly this number: a customer number, a whole bank account, card or licence number.

    Nobody for any other text. Who holds no key finds nobody by a sealed number. The log has the kinds, not the number.
    """
    with desk.reading() as conn:
        customer = people.customer_of(conn, narrowed(text))
    sealed = tuple(whole_numbers(text))
    kinds = [*(kind for kind, _ in sealed), *(["customer"] if customer else [])]
    if not kinds:
        return ()
    with desk.change("people.search", about="people", number=kinds) as change:
        holders = {customer} if customer else set()
        if desk.vault.seal is not None and not by_shown(desk):
            holders.update(*(numbers.holders(change.conn, desk.vault.seal, *one) for one in sealed))
        found = people_found.lines(change.conn, holders)
        change.detail["hits"] = len(found)
    return found


def settled_search(desk: Desk, query: PeopleQuery, hits: int) -> None:
    """Log that a search came to rest: by what it went, how long its text was, how many it found; never the text."""
    with desk.change("people.search", about="people", fields=asked(query), letters=len(query.text), hits=hits):
        pass
