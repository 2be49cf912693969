"""SECURITY.md names what is there; what the program never does is done nowhere; a leak would be found."""

import ast
import os
import re
import sqlite3
import zlib
from itertools import accumulate

import pytest
from sqlcipher3 import dbapi2

from privdesk.gui.bug import report
from privdesk.gui.savefile import safe_name
from scripts import sbom
from tests.test_architecture import MODULES, PACKAGE, calls, imported, room, tree
from tests.test_repository import ROOT
from torture.workday.customers import CANARIES, CUSTOMERS
from torture.workday.search import Search

PAPER = (ROOT / "SECURITY.md").read_text("utf-8")
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w./-]+\.(?:py|toml|lock|md|spec|txt)|[\w./-]+/)(?:::(\w+))?`")
# the rows of the checklist that a later release may leave open
LATER = {17}
LAST_ROW = 60
# what opens more than the data that are meant, or runs what it reads
NEVER_IMPORTED = {
    *("pickle", "marshal", "shelve", "yaml", "xml", "lxml"),
    *("socket", "ssl", "http", "smtplib", "imaplib", "ftplib", "urllib.request", "requests"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineCore"),
    *("pdb", "code", "faulthandler", "cgitb", "tracemalloc"),
}
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "breakpoint"}
NEVER_ASKED = {"system", "popen", "extractall", "openUrl", "setOpenExternalLinks", "setOpenLinks"}
# what is started is this program again
MAY_START = {"app", "intake"}
GUESSES_MARKUP = {"QLabel", "QMessageBox", "QTextBrowser", "QErrorMessage"}
READS_MARKUP = {"setHtml", "setMarkdown", "insertHtml"}
SECRET = {"mac", "signature", "secret", "password"}
NO_SECRET = {"UNPROVED"}
HARMLESS_OWNERS = {"QLocale"}
# where labels are made plain, where a printed page is written, and the sheet of looks for lists
MAKES_LABELS, WRITES_MARKUP = {"gui/widgets/text.py"}, {"gui/paper.py"}
# SQLite's fault that could damage a file in WAL mode was mended in this one
LEAST_SQLITE = (3, 51, 3)


def rows() -> dict[int, tuple[str, str]]:
    return {int(number): (asked, answer) for number, asked, answer in ROW.findall(PAPER)}


def dotted(above: str, name: str) -> str:
    return f"{above}.{name}"


def inside(path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_every_row_of_the_checklist_is_answered():
    answered = rows()
    assert set(answered) == set(range(1, LAST_ROW + 1)) - LATER
    for number, (asked, answer) in answered.items():
        assert asked.strip(), number
        assert NAMED.search(answer) or answer.startswith(("**Not met", "**Does not apply")), number


def test_what_the_paper_names_is_there():
    missing = []
    for name, test in NAMED.findall(PAPER):
        path = ROOT / name
        if not path.exists() or (test and f"def {test}(" not in path.read_text("utf-8")):
            missing.append(f"{name}::{test}")
    assert not missing


def test_nothing_runs_what_it_reads_or_calls_another_machine():
    named = {(inside(path), name) for path in MODULES for name in imported(path)}
    assert not {(path, name) for path, name in named if NEVER_IMPORTED & set(accumulate(name.split("."), dotted))}
    found = set()
    for path in MODULES:
        for owner, name, node in calls(path):
            asked = name in NEVER_ASKED and owner not in HARMLESS_OWNERS
            if asked or (name in NEVER_CALLED and isinstance(node.func, ast.Name)):
                found.add((inside(path), name))
    assert not found


def test_other_programs_are_started_without_a_shell():
    starting = {path for path in MODULES if "subprocess" in imported(path)}
    assert {room(path) for path in starting} <= MAY_START
    for path in starting:
        assert "sys.executable" in path.read_text("utf-8"), path
        assert not [node.lineno for _, _, node in calls(path) if any(word.arg == "shell" for word in node.keywords)]


def test_words_on_the_screen_are_never_markup():
    screens = [path for path in MODULES if room(path) == "gui"]
    called = {(inside(path), name) for path in screens for _, name, _ in calls(path)}
    assert not {(path, name) for path, name in called if name in GUESSES_MARKUP}
    assert {path for path, name in called if name in READS_MARKUP} <= WRITES_MARKUP
    kinds = ((path, node) for path in screens for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))
    labels = {inside(path) for path, node in kinds if "QLabel" in {getattr(base, "id", "") for base in node.bases}}
    assert labels == MAKES_LABELS


def test_macs_are_compared_in_constant_time():
    """A hash of the chain is public; a MAC is not, and how long its comparison takes could tell it byte by byte."""
    found = []
    for path in (path for path in MODULES if room(path) == "storage"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
                sides = {getattr(side, "attr", getattr(side, "id", "")) for side in (node.left, *node.comparators)}
                found += [f"{inside(path)}:{node.lineno}"] if sides & SECRET and not sides & NO_SECRET else []
    assert not found


def test_the_bundled_sqlite_is_new_enough():
    assert dbapi2.sqlite_version_info >= LEAST_SQLITE
    assert sqlite3.SQLITE_FULL == dbapi2.SQLITE_FULL  # the numbers of its errors are those that are looked up


def test_the_report_of_a_bug_holds_no_value():
    name = "渡邉 由美子"

    def inner(customer):
        raise ValueError(f"{customer} has no address")

    try:
        try:
            inner(name)
        except ValueError as error:
            raise KeyError(name) from error
    except KeyError as error:
        said = report(error)
    assert said.count("inner") == 1
    assert "builtins.KeyError" in said
    assert "渡邉" not in said
    assert str(ROOT) not in said


@pytest.mark.parametrize(
    "name", ["../../.bashrc", "..\\..\\start.bat", "C:/x:y", "a\0b\n", "\u202egpj.exe", " .. ", "." * 300, ""]
)
def test_a_foreign_file_name_leads_nowhere(name, tmp_path):
    safe = safe_name(name)
    assert (tmp_path / safe).parent == tmp_path
    assert safe not in {".", ".."}
    assert 0 < len(safe) <= 120
    assert not set(safe) & set('/\\:*?"<>|\0\n\u202e')


@pytest.mark.parametrize("canary", [CANARIES[0], *CUSTOMERS[7].canaries])
@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16-le"])
def test_the_search_finds_a_canary_in_every_form(canary, encoding, tmp_path):
    search, form = Search(CANARIES), canary.encode(encoding)
    around = os.urandom(2000)
    assert not search.found(around)
    assert search.found(around + form + around)
    assert search.found(around + zlib.compress(form) + around)
    (tmp_path / "left.tmp").write_bytes(form)
    assert search.files(tmp_path) == [tmp_path / "left.tmp"]


def test_the_bill_of_materials_has_every_library_that_is_imported():
    components = {part["name"].replace("-", "_") for part in sbom.bill()["components"]}
    assert {"cryptography", "sqlcipher3", "sqlalchemy", "reportlab", "pyside6_essentials", "cffi"} <= components
    assert "pytest" not in components
    assert all(part["hashes"] and part["version"] for part in sbom.bill()["components"])
