"""The history tells every turn of a number and a purpose, what it was before, and what was taken back."""

from privdesk.domain.decision import Decision
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Origin, Profile, Source
from privdesk.operations import execution, people, purposes
from privdesk.operations.desk import Desk
from tests.operations.requesting import asked, case
from tests.operations.test_execution import decided, execute

LICENCE = NewNumber(NumberKind.LICENCE, "", "", "5601", "301234567811")


def told(desk: Desk, id_: int) -> list[tuple[str, str, str, str]]:
    """The changes, oldest first."""
    return [(line.field, line.of, line.old, line.new) for line in reversed(people.history(desk, id_))]


def test_a_number_comes_is_ended_and_goes_by_its_last_digits(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="山田"))).value
    done = people.add_number(desk, id_, LICENCE, Origin(Source.SELF, desk.today))
    people.end_number(desk, done.value)
    people.end_number(desk, done.value, ended=False)
    assert told(desk, id_) == [
        ("licence", "", "", "…5601"),
        ("licence", "…5601", "in_use", "ended"),
        ("licence", "…5601", "ended", "in_use"),
    ]
    people.end_number(desk, done.value)
    people.end_number(desk, done.value, ended=False)
    people.remove_number(desk, done.value)
    assert told(desk, id_)[-1] == ("licence", "", "…", "")


def test_a_purpose_tells_what_it_was_before(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="山田"))).value
    purposes.consent(desk, id_, ["news"])
    purposes.opt_out(desk, id_, ["news"])
    purposes.suspend(desk, id_, ["news"], ground="電話")
    purposes.lift(desk, id_, ["news"], "本人から再び希望があったため").undo(desk)
    purposes.lift(desk, id_, ["news"], "本人から再び希望があったため")
    assert told(desk, id_) == [
        ("purpose", "news", "", "consented"),
        ("purpose", "news", "consented", "opted_out"),
        ("purpose", "news", "", "suspended"),
        ("purpose", "news", "suspended", ""),
        ("purpose", "news", "", "suspended"),
        ("purpose", "news", "suspended", ""),
    ]
    assert people.history(desk, id_)[0].why == "本人から再び希望があったため"


def test_what_was_said_when_he_was_entered_is_what_it_was_before(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="山田"), wants_mail=True)).value
    purposes.opt_out(desk, id_, ["news"])
    assert told(desk, id_) == [("purpose", "news", "consented", "opted_out")]


def test_what_a_request_stopped_names_it_and_is_taken_back(desk: Desk):
    id_ = decided(desk, asked("STOP5", purposes=("news",)), Decision.SUSPENDED)
    execute(desk, id_)
    (line,) = people.history(desk, 1)
    assert (line.field, line.of, line.old, line.new, line.request) == ("purpose", "news", "", "suspended", "R8-0001")
    execution.undo_execution(desk, id_, case(desk, id_).version, 1, "誤って実施したため取り消す")
    assert told(desk, 1)[-1] == ("purpose", "news", "suspended", "")
