"""Every screen of the open desk in both languages: whatever takes the keyboard has a name and says what it is."""

import pytest
from PySide6.QtWidgets import QComboBox, QScrollArea

from privdesk.gui.desk import DeskPage
from tests.e2e.person import Person
from tests.gui.filled import LETTER, MAIL, PERSON, REQUEST
from tests.gui.widgets.test_choice import turn_wheel

SCREENS = {
    "today": lambda page: page.go("today"),
    "requests": lambda page: page.open_request(REQUEST),
    "case-identity": lambda page: (page.open_request(REQUEST), page.requests.side.case.go("identity")),
    "case-letters": lambda page: (page.open_request(REQUEST), page.requests.side.case.go("letters")),
    "mail": lambda page: page.open_message(MAIL),
    "intake": lambda page: (page.go("requests"), page.requests.new_request()),
    "customers": lambda page: page.open_person(PERSON),
    "new-customer": lambda page: (page.go("customers"), page.customers.new_customer()),
    "import": lambda page: (page.go("customers"), page.customers.import_file()),
    "imports": lambda page: (page.go("customers"), page.customers.show_imports()),
    "letters": lambda page: page.open_letter(LETTER),
}


@pytest.fixture(scope="module")
def founded(filled_office):
    """The desk that all tests copy."""
    return filled_office


@pytest.fixture(params=["ja", "en"])
def page(qapp, theme, translation, state, founded, tmp_path, request):
    """The open desk in one language, with its customer's case read."""
    translation.choose(request.param)
    page = DeskPage(founded.copied(tmp_path / "office.privdesk"), state)
    page.resize(1280, 800)
    page.show()
    person = Person(qapp)
    page.open_request(REQUEST)
    person.settle()
    yield page
    closed = []
    page.close_desk(then=lambda: closed.append(True))
    person.wait_for(lambda: closed, "the desk stays open")
    page.deleteLater()


def test_every_screen_is_named(qapp, page, assert_named):
    person = Person(qapp)
    for name, show in SCREENS.items():
        show(page)
        person.settle()
        assert page.page(page.current()).isVisible(), name
        assert_named(page)
    for section in page.retention.filters._chips:
        page.go("retention")
        page.retention.filters.choose(section)
        person.settle()
        assert_named(page)
    for section in page.log.filters.names():
        page.go("log")
        page.log.filters.choose(section)
        person.settle()
        assert_named(page)
    page.go("office")
    for section in page.office._sections:
        page.office.choose(section.name)
        person.settle()
        assert_named(page)


def test_every_screen_has_its_help(page):
    for name in page.rail.names():
        assert len(page.page(name).help_text()) > 40, name


def test_the_wheel_changes_no_choice(qapp, page):
    person, scrolled = Person(qapp), 0
    for show in SCREENS.values():
        show(page)
        person.settle()
        for box in page.page(page.current()).findChildren(QComboBox):
            if box.isVisible():
                scrolled += keeps_its_entry(box)
    assert scrolled


def keeps_its_entry(box):
    """Turn the wheel both ways over a choice; True where the page behind moved."""
    bars = [area.verticalScrollBar() for area in areas_around(box)]
    before, places = box.currentIndex(), [bar.value() for bar in bars]
    turn_wheel(box, -1)
    moved = places != [bar.value() for bar in bars]
    turn_wheel(box, 1)
    turn_wheel(box, 1)
    assert box.currentIndex() == before, box.objectName()
    return moved


def areas_around(part):
    """The areas that scroll a part, the nearest first."""
    while part := part.parentWidget():
        if isinstance(part, QScrollArea):
            yield part
