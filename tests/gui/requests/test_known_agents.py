"""Who is on record as acting for a customer is offered where it is asked who asks."""

from datetime import date

import pytest

from privdesk.domain.law import Requester
from privdesk.domain.link import LinkKind, NewLink
from privdesk.domain.party import PartyRole
from privdesk.domain.person import NewPerson, Profile
from privdesk.gui.requests.parties import PartiesForm
from privdesk.operations import links, people, search

BOY = NewPerson(Profile(name="見本 翔", birth=date(2012, 5, 1)))
GROWN = NewPerson(Profile(name="見本 大", birth=date(2000, 5, 1)))


@pytest.fixture
def form(qtbot, theme, background, desk):
    made = PartiesForm(background, desk.law_on(desk.today), desk)
    qtbot.addWidget(made)
    made.show()
    return made


def offered(qtbot, background, desk, form, new):
    id_ = people.add(desk, new).value
    links.add(desk, id_, NewLink(LinkKind.GUARDIAN, desk.today, name="見本 恵"))
    form.finder.choose(search.lines(desk, [id_])[id_])
    form._take_person(search.lines(desk, [id_])[id_])
    qtbot.waitUntil(lambda: not background._open, timeout=20_000)
    return [button for button, _ in form.agents._made]


def test_a_guardian_on_record_asks_with_one_click(qtbot, background, desk, form):
    (button,) = offered(qtbot, background, desk, form, BOY)
    assert button.text() == "見本 恵 asks (Parent or guardian)"
    button.click()
    assert form.right() is Requester.GUARDIAN
    assert {party.role: party.name for party in form.parties()} == {
        PartyRole.REQUESTER: "見本 恵",
        PartyRole.PERSON: "見本 翔",
    }


def test_a_guardian_of_somebody_of_age_is_not_offered(qtbot, background, desk, form):
    assert offered(qtbot, background, desk, form, GROWN) == []
    assert form.agents.isHidden()


def test_the_rights_are_those_of_the_law():
    assert {kind.value for kind in (LinkKind.GUARDIAN, LinkKind.ADULT_GUARDIAN, LinkKind.AGENT)} <= set(Requester)
