"""The manager sees how often a suspension refused a use, goes to the entries, and to who is exempt."""

import contextlib
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from privdesk.domain.errors import PurposeSuspended
from privdesk.domain.log import LogQuery
from privdesk.domain.person import NewPerson, Profile
from privdesk.domain.user import Role
from privdesk.gui.office.attempts import Attempts
from privdesk.gui.office.screen import OfficePage
from privdesk.operations import attempts, exemptions, people, purposes
from tests.operations.requesting import joined


@pytest.fixture
def section(qtbot, theme, background, desk) -> Attempts:
    """The section, after one refused use and one exemption."""
    id_ = people.add(desk, NewPerson(Profile(name="山田 花子"))).value
    purposes.suspend(desk, id_, ["notices"], ground="35-1")
    with contextlib.suppress(PurposeSuspended):
        purposes.use(desk, id_, "notices")
    pair = joined(desk, "mori", Role.SUPPORT).with_approver(desk.actor)
    exemptions.sign(pair, id_, "notices", "recall of a product", desk.today + timedelta(days=3), once=True)
    made = Attempts(background, desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.reload()
    qtbot.waitUntil(lambda: not background._open, timeout=20_000)
    return made


def texts(table):
    model = table.model()
    return [
        [model.index(line, column).data() for column in range(model.columnCount())] for line in range(model.rowCount())
    ]


def test_attempts_and_exemptions_are_listed(section):
    assert texts(section._table) == [["2026-11", "Notices", "佐藤 恵", "1", "1"]]
    (signed,) = texts(section._exemptions)
    assert signed == [
        "山田 花子",
        "Notices",
        "2026-11-25",
        "a single use",
        "recall of a product",
        "mori さん",
        "佐藤 恵",
    ]


def test_they_lead_to_the_entries_and_to_the_customer(qtbot, desk, section):
    section._table.select(0)
    with qtbot.waitSignal(section.entries_wanted) as wanted:
        section.findChild(QPushButton, "attemptEntries").click()
    assert wanted.args == [attempts.entries_of(attempts.counts(desk)[0])]
    assert isinstance(wanted.args[0], LogQuery)
    section._exemptions.select(0)
    with qtbot.waitSignal(section.person_wanted) as wanted:
        section.findChild(QPushButton, "exemptionCustomer").click()
    assert wanted.args == [1]


def test_only_the_manager_has_the_section(qtbot, theme, background, desk, state):
    support = joined(desk, "mori", Role.SUPPORT).actor
    for actor in (desk.actor, support):
        desk.actor = actor
        page = OfficePage(background, desk, state)
        qtbot.addWidget(page)
        assert ("attempts" in page.names) == (actor is not support)
