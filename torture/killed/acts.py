"""Work at the records: customers entered and changed, whole files imported, letters issued."""

from collections.abc import Iterator
from dataclasses import replace

from bench.people import table
from privdesk.domain.letter import LetterQuery, LetterState
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Origin, PeopleQuery, Person, Profile, Source
from privdesk.operations import batches, letters, people, unfinished
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from privdesk.storage import letters as kept_letters
from privdesk.storage import numbers
from privdesk.storage import people as kept_people
from privdesk.storage.requests import load
from privdesk.storage.tables import person, person_list, person_number
from tests.operations.lettering import at_office
from tests.operations.requesting import case, taken, yumiko
from torture.killed.work import Work, counted
from torture.office.made import Made

ROWS = 2000
_EDITED = "この頃に引越しの予定"
_WHY = "本人からの照会のため確認"


def _profile(number: int) -> Profile:
    name = f"見本 花子{number}"
    return Profile(name=name, kana="ミホン ハナコ", number=f"K{number:06}", mails=(f"hanako{number}@example.jp",))


class Saves(Work):
    """Each customer is entered, changed, given a number, and the number is revealed."""

    name = "save: enter, change, add and reveal a number"
    kills, reach = 170, 10
    acts = frozenset({"person.add", "person.edit", "person.number", "person.reveal"})

    def step(self, desk: Desk, made: Made, done: int) -> None:
        """The ids of customers and their numbers follow one another as well, because nothing else is entered."""
        before, act = divmod(done, 4)
        id_, bank = before + 1, NewNumber(NumberKind.BANK, "0001-001", "1", f"{before % 10_000:04}", f"{before:07}")
        if act == 0:
            people.add(desk, NewPerson(_profile(id_)))
        elif act == 1:
            people.edit(desk, id_, 1, replace(_profile(id_), notes=_EDITED))
        elif act == 2:
            people.add_number(desk, id_, bank, Origin(Source.SELF, desk.today))
        elif people.reveal(desk, id_, _WHY) != bank.full:
            raise AssertionError(id_)

    def faults(self, desk: Desk, made: Made, done: int) -> Iterator[str]:
        """Every customer, field and number; the list beside them, the index, and the history."""
        there = [counted(desk, one) for one in (person, person_list, person_number)]
        if there != [expected := (done + 3) // 4, expected, (done + 1) // 4]:
            yield f"people, lines of the list and numbers: {there} after {done} acts"
        for id_ in range(1, (done + 3) // 4 + 1):
            yield from self._of_person(desk, id_, done - 4 * (id_ - 1))

    def _of_person(self, desk: Desk, id_: int, acts: int) -> Iterator[str]:
        with desk.reading() as conn:
            found = kept_people.get(conn, id_)
            told = [numbers.reveal(conn, desk.seal, one.id) for one in found.numbers]
        if not _is_typed(found, replace(_profile(id_), notes=_EDITED if acts > 1 else "")):
            yield f"person {id_} is not what was typed"
        if told != [f"{id_ - 1:07}"][: acts > 2]:
            yield f"numbers of person {id_}"
        if people.count(desk, PeopleQuery(text=f"hanako{id_}@example.jp")) != 1:
            yield f"person {id_} is not found"


def _is_typed(found: Person, new: Profile) -> bool:
    return (found.name, found.kana, found.number, found.notes) == (new.name, new.kana, new.number, new.notes)


class Imports(Work):
    """Files of some thousand customers each; one that was killed is imported once more."""

    name = f"import: {ROWS:,} customers at once"
    kills, reach = 50, 1.7
    acts = frozenset({"batch.import"})

    def step(self, desk: Desk, made: Made, done: int) -> None:
        """The next file, after what a kill left of the last one was taken back, as at every unlock."""
        unfinished.take_back_left(desk)
        batches.import_people(desk, table(ROWS, 1 + ROWS * done), keep_cards=False)

    def faults(self, desk: Desk, made: Made, done: int) -> Iterator[str]:
        """All rows of a file or none, in the records, in the list and in the index, once it was unlocked."""
        unfinished.take_back_left(desk)
        found = batches.everything(desk)
        if [one.imported + one.waiting for one in found] != [ROWS] * done:
            yield f"{len(found)} batches after {done} imports"
        there = sum(one.imported for one in found)
        if (counted(desk, person), counted(desk, person_list)) != (there, there):
            yield "people without their batch"
        for number, is_there in ((ROWS * done, done > 0), (ROWS * done + 1, False), (ROWS * (done + 1), False)):
            if people.count(desk, PeopleQuery(text=f"user{number}@example.jp")) != is_there:
                yield f"the row {number} of the files"


class Letters(Work):
    """A letter is looked at as a draft and issued, then printed, again and again."""

    name = "letter: draft and issue, print"
    kills, reach = 80, 5
    acts = frozenset({"letter.issue", "letter.print"})

    def furnish(self, desk: Desk, made: Made) -> None:
        """A request; its draft is drawn once, so that the fonts are read before the processes part."""
        letters.preview(desk, taken(at_office(desk), person=yumiko(desk)), Wanted("acknowledgement"))

    def opened(self, made: Made, acknowledged: int) -> Desk:
        """The desk of an office with all that its letters say of it."""
        return at_office(made.open())

    def step(self, desk: Desk, made: Made, done: int) -> None:
        """The ids of letters follow one another as their numbers do."""
        before, is_print = divmod(done, 2)
        if is_print:
            letters.mark_printed(desk, before + 1, 1)
        else:
            letters.preview(desk, 1, Wanted("acknowledgement"))
            letters.issue(desk, 1, case(desk, 1).version, Wanted("acknowledgement"))

    def faults(self, desk: Desk, made: Made, done: int) -> Iterator[str]:
        """The numbers without gap or double, whole pages, and the request that knows its letters."""
        issued, printed = (done + 1) // 2, done // 2
        rows = letters.page(desk, LetterQuery(), size=issued + 10).rows[::-1]
        if [row.number for row in rows] != [f"個情発第26-{count:04}号" for count in range(1, issued + 1)]:
            yield f"numbers {[row.number for row in rows]} after {issued} letters"
        if sum(row.state is LetterState.PRINTED for row in rows) != printed:
            yield f"not {printed} letters are printed"
        with desk.reading() as conn:
            if sorted(load(conn, 1).request.letters) != [row.id for row in rows]:
                yield "the request does not know its letters"
            if kept_letters.next_count(conn, 2026) != issued + 1:
                yield "the counter of the letters"
            for row in rows:
                kept_letters.pdf(conn, None, row.id)
