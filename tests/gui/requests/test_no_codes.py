"""No code of the law, the rules or the program shows raw on the screen of any case, in either language."""

import inspect
import re
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView, QWidget

from privdesk import app, domain
from privdesk.demo.office import Wish, make
from privdesk.domain.case import RequestQuery
from privdesk.gui.posting import SERVICES
from privdesk.operations import desks, requests
from tests.office import TERMS
from tests.operations.requesting import TODAY

_TOKEN = re.compile(r"(?<![\w@.+-])[A-Za-z][A-Za-z0-9_-]*(?![\w@-])", re.ASCII)
_PARTS = re.compile(r"\s*(?:·|,|、|  |\n|→|: )\s*")


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """The made-up office: requests of every kind in every state."""
    opened = make(tmp_path_factory.mktemp("story") / "one.privdesk", Wish(12, 1, TODAY, 48), app.reference(), TERMS)
    yield opened
    desks.lock(opened)


@pytest.fixture
def desk(story):
    return story


def enums():
    for module in iter_modules([str(Path(domain.__file__).parent)]):
        found = import_module(f"privdesk.domain.{module.name}")
        yield from (kind for _, kind in inspect.getmembers(found, inspect.isclass) if issubclass(kind, StrEnum))


@pytest.fixture(scope="module")
def codes(story) -> frozenset[str]:
    """All that stands in the vault for something which the office calls by another name."""
    law = story.law_on(story.today)
    named = {member.value for kind in enums() for member in kind}
    named |= {*law.kinds, *law.papers, *law.letters, *law.masks, *SERVICES, *story.reference.purposes.purposes}
    named |= {rule.code for rule in story.reference.rules.rules}
    words = {text for group in law.words.values() for word in group.values() for text in (word.ja, word.en)}
    return frozenset(named - words - {""})


def texts(page: QWidget):
    """Everything that can be read, in lists also what is cut or hovers."""
    for part in page.findChildren(QWidget):
        if isinstance(part, QLabel | QAbstractButton | QLineEdit) and part.isVisible():
            yield part.text()
        elif isinstance(part, QComboBox) and part.isVisible():
            yield from (part.itemText(place) for place in range(part.count()))
        elif isinstance(part, QTableView) and part.isVisible():
            yield from cells(part)


def cells(table: QTableView):
    model = table.model()
    for row in model.rows:
        for column in model.columns:
            yield column.text(row)
            yield from (face.text for face in (column.chips(row) if column.chips else ()))
            yield column.tooltip(row) if column.tooltip else ""


def raw(text: str, codes: frozenset[str], language: str) -> set[str]:
    """The codes in a text: any such word in Japanese; elsewhere a part that says nothing else, or what nobody says."""
    found = set()
    for part in _PARTS.split(text):
        tokens = set(_TOKEN.findall(part))
        spoken = (language == "en" or part.isascii()) and part not in codes
        found |= {token for token in tokens & codes if not spoken or not token.isalpha() or token.isupper()}
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_case_shows_a_code(clerk, story, codes, translation, language):
    translation.choose(language)
    rows = requests.page(story, RequestQuery(sort="number"), None, 500).rows
    ways = {(row.state, row.kinds): row.id for row in rows}
    assert len({state for state, _ in ways}) > 9
    seen, wrong = 0, {}
    for id_ in ways.values():
        clerk.page.open_request(id_)
        clerk.settle()
        tabs = clerk.page.side.case.tabs
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            clerk.settle()
            for text in texts(clerk.page.side):
                seen += 1
                wrong |= {code: text for code in raw(text, codes, language)}
    assert seen > 1000
    assert not wrong


def test_the_eye_for_codes_sees_them(codes):
    assert raw("請求項目 1 · news、tax-transactions", codes, "ja") == {"news", "tax-transactions"}
    assert raw("item 1 · kept_until, news", codes, "en") == {"kept_until", "news"}
    assert not raw("Good news from user001@example.jp by post", codes, "en")
