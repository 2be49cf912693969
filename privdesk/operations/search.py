"""Finding anything from anywhere: customers, requests and letters by one text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from privdesk.domain.case import RequestQuery, RequestRow
from privdesk.domain.letter import LetterQuery, LetterRow
from privdesk.domain.matrix import Sight, sight
from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.operations.desk import Desk
from privdesk.storage import letters, people_found, people_list, requests_list

MOST = 10
_ORDER = {"sort", "descending"}


@dataclass(frozen=True)
class Found:
    """The first hits of each sort."""

    people: tuple[PersonRow, ...] = ()
    requests: tuple[RequestRow, ...] = ()
    letters: tuple[LetterRow, ...] = ()

    def __len__(self) -> int:
        """How many hits there are."""
        return len(self.people) + len(self.requests) + len(self.letters)


def everywhere(desk: Desk, text: str) -> Found:
    """Whatever is found by `text`, at most ten of each sort; nothing for an empty text.

    Of a long text the beginning counts, as `domain.text.typed_words` says.
    """
    if not text.strip():
        return Found()
    with desk.reading() as conn:
        return Found(
            people_list.page(conn, PeopleQuery(text=text), size=MOST, by_shown=by_shown(desk))[0],
            requests_list.page(conn, RequestQuery(text=text, sort="number", descending=True), size=MOST)[0],
            letters.page(conn, LetterQuery(text=text), size=MOST)[0],
        )


def by_shown(desk: Desk) -> bool:
    """Whether customers are found only by what the list shows of them, because the actor may not see the rest."""
    return sight(desk.actor.role, "contacts") is Sight.NOTHING


def settled(desk: Desk, text: str, hits: int) -> None:
    """Log that a search everywhere came to rest: how long its text was and how many hits it showed, never the text."""
    with desk.change("people.search", about="desk", letters=len(text), hits=hits):
        pass


def asked(query: object) -> list[str]:
    """The names of what a query of a list asks for; how its hits are shown is none of it."""
    return [name for name, value in vars(query).items() if value and name not in _ORDER]


def lines(desk: Desk, ids: Iterable[int]) -> Mapping[int, PersonRow]:
    """The lines of these customers by id, for lists that know no more than that."""
    with desk.reading() as conn:
        return {row.id: row for row in people_found.lines(conn, ids)}
