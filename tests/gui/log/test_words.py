"""Whatever the log can hold is told in words, in both languages; the code of the program says what that is."""

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from privdesk import app, operations, storage
from privdesk.domain.acts import ACTS
from privdesk.domain.case import RequestQuery
from privdesk.domain.letter import LetterQuery
from privdesk.domain.log import Fault, LogQuery, Match
from privdesk.domain.log_words import detail_of, things_of
from privdesk.domain.office import Office
from privdesk.domain.partner import Partner
from privdesk.domain.person import PeopleQuery, Profile
from privdesk.domain.user import Role
from privdesk.gui.logged import HIDDEN, Telling, act_said, log_words
from privdesk.operations.sifting import Counts

ACT = re.compile(r"[a-z]+\.[a-z_]+")
# what writes an entry, or hands act and details on to what does
WRITES = {
    "change",
    "changing",
    "roster_changed",
    "rotated",
    "_at_once",
    "_enter",
    "_written",
    "write",
    "append",
    "Look",
    "_tell",
}
NO_DETAIL = {"about", "progress", "act", "at", "by", "session", "detail"}
# details whose names the code works out
WORKED_OUT = {field.name for field in dataclasses.fields(Counts)}
WORKED_OUT |= {"mail_order", "delivers_goods", "designated_business", "approver"}
# what only ever is no detail of its own, or is told by its act
ENTRY_WORDS = {"office", "uid", "version", "id", "number", "source", "sort", "descending"}


def trees() -> Iterator[ast.Module]:
    for room in (operations, storage):
        for path in sorted(Path(room.__file__).parent.glob("*.py")):
            yield ast.parse(path.read_text("utf-8"))


def written() -> Iterator[ast.Call]:
    """Each call that writes an entry of the log."""
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "act")]
            acts = [one.value for one in given if isinstance(one, ast.Constant) and ACT.fullmatch(str(one.value))]
            handed_on = any(isinstance(one, ast.Name) and one.id == "act" for one in given)
            if name in WRITES and (acts or handed_on):
                yield node


def acts() -> set[str]:
    constants = (one for call in written() for one in ast.walk(call) if isinstance(one, ast.Constant))
    return {one.value for one in constants if isinstance(one.value, str) and ACT.fullmatch(one.value)}


def keys(found: ast.AST) -> set[str]:
    """The constant keys of every dictionary in here."""
    dicts = (node for node in ast.walk(found) if isinstance(node, ast.Dict))
    return {key.value for one in dicts for key in one.keys if isinstance(key, ast.Constant)}


def details() -> set[str]:
    """The names of everything that the program notes beside an act."""
    found = {keyword.arg for call in written() for keyword in call.keywords if keyword.arg} - NO_DETAIL
    found |= {key for call in written() for key in keys(call)}
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if getattr(target, "attr", "") == "detail" or getattr(target, "id", "") in ("detail", "told"):
                    found |= keys(node)
                if isinstance(target, ast.Subscript) and getattr(target.value, "attr", "") == "detail":
                    found.add(ast.literal_eval(target.slice))
        if isinstance(node, ast.FunctionDef) and node.name == "_told":
            found |= keys(node)
    return found | WORKED_OUT


def test_every_act_and_event_has_its_words():
    events = acts()
    assert {"desk.refused", "desk.failed_login", "log.segment", "clock.back", "person.open"} <= events
    assert events | set(ACTS) == set(log_words().acts())


def test_every_detail_has_its_words_or_is_for_machines():
    found = details()
    assert {"reason", "fields", "match", "letter", "why", "times", "before", "from_entry", "imported"} <= found
    known = set(log_words().details)
    assert found - known - HIDDEN == set()
    assert not known & HIDDEN
    assert {name.removeprefix("not_") for name in known} <= found | {"at", "act", "filters"}


def test_every_code_in_a_detail_has_its_words():
    codes = log_words().codes
    assert codes["match"].keys() == {match.name.lower() for match in Match}
    assert codes["fault"].keys() == {fault.name.lower() for fault in Fault}
    lists = {field.name for kind in (LogQuery, RequestQuery, LetterQuery) for field in dataclasses.fields(kind)}
    assert codes["filters"].keys() == lists - ENTRY_WORDS
    assert codes["role"].keys() == set(Role)
    for kind in (Office, Partner, Profile, PeopleQuery):
        named = {field.name for field in dataclasses.fields(kind)}
        assert named - codes["fields"].keys() - ENTRY_WORDS == set()


def test_topics_are_made_of_acts_that_there_are():
    known = log_words()
    assert {act for topic in known.topics.values() for act in topic.acts} <= set(known.acts())
    looks = {act for act, found in ACTS.items() if found.is_look}
    assert looks <= known.topics["looks"].acts


def test_no_words_are_missing_in_either_language():
    known = log_words()
    texts = [*known.acts().values(), *known.things.values(), *known.details.values()]
    texts += [group.name for group in (*known.groups.values(), *known.topics.values())]
    texts += [text for table in known.codes.values() for text in table.values()]
    for text in texts:
        assert text.en.strip()
        assert text.ja.strip()
        assert re.findall(r"\{\w+\}", text.ja) == re.findall(r"\{\w+\}", text.en)
        assert not re.search("[A-Za-z]", re.sub(r"\{\w+\}|CSV|XLSX|Excel|PC", "", text.ja)), text.ja


@pytest.fixture
def telling():
    reference = app.reference()
    return Telling(reference.laws[-1], reference.purposes)


TOLD = [
    ('{"fields":["name","phones"]}', "Fields: name, phones", "項目：氏名・名称、電話番号"),
    ('{"numbers":false,"returned":false}', "The return was taken back", "返戻の記録を取り消した"),
    ('{"number":5,"removed":true}', "Taken out again", "追加を取り消した"),
    ('{"number":"R8-0001"}', "Number: R8-0001", "番号：R8-0001"),
    ('{"request":7,"person":null}', "Request: R8-0007", "請求：R8-0007"),
    ('{"hits":0,"letters":3}', "Found: 0 Letters typed: 3", "該当：0 件 検索した文字数：3"),
    ('{"entries":1200,"at":0,"fault":""}', "Entries verified: 1,200", "検証した記録：1,200 件"),
    ('{"before":"auditor","role":"manager"}', "Before: auditor Role: manager", "変更前：監査担当 役割：管理者"),
    ('{"before":"2026-11-22T01:00:00+00:00"}', "Before: 2026-11-22 10:00", "変更前：2026-11-22 10:00"),
    ('{"decision":"withheld","item":2}', "Decision: Withheld Item 2", "決定：不開示 請求項目 2"),
    ('{"events":["decided"]}', "Steps: Decided", "手続：決定"),
    ('{"transactions":[4,5,6]}', "Transactions: 3", "取引：3 件"),
    ('{"approver":2}', "Approved by 森 一郎", "承認者：森 一郎"),
    ('{"act":"person.edit","why":"KeyNotHeld"}', "Act: Changed the record Why: he does not hold the key", None),
    ('{"something":"of a newer program","digest":"00ff"}', "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("detail", "english", "japanese"), TOLD)
def test_details_are_told_as_phrases(telling, translation, detail, english, japanese):
    telling.names |= {"request:7": "R8-0007", "user:2": "森 一郎"}
    assert " ".join(telling.details(detail_of(detail))) == english
    translation.choose("ja")
    if japanese is not None:
        assert " ".join(telling.details(detail_of(detail))) == japanese


def test_things_are_called_by_name_and_foreign_names_show_what_they_hide(telling):
    telling.names |= {"person:1": "渡邉\u202e 由美子"}
    assert telling.thing("person:1") == "渡邉⟨U+202E⟩ 由美子"
    assert telling.thing("person:2") == "Customer no longer held (internal number 2)"
    assert (telling.thing("log"), telling.thing("person"), telling.thing("message:3")) == ("The log", "", "Mail 3")
    assert telling.thing("unheard:1") == ""


def test_what_a_newer_program_wrote_is_told_as_it_is():
    assert act_said("person.teleport") == "person.teleport"
    assert act_said("moon.land") == "moon.land"
    assert act_said("person.open") == "Opened the record"


def test_an_entry_names_its_thing_first_and_each_once():
    detail = detail_of('{"person":1,"request":2,"users":[3,4],"message":true,"letter":null}')
    assert things_of("person:1", detail) == ("person:1", "request:2", "user:3", "user:4")
    assert things_of("desk", detail_of("[1]")) == ("desk",)
