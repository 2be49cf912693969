"""Tables and mails through the command line."""

import mailbox
import os
import sys

import pytest

from privdesk.intake.tables import SIZE_LIMIT
from tests.office import DATA

CUSTOMERS = DATA / "customers_cp932.csv"
TRANSACTIONS = DATA / "partner_transactions.csv"
MAIL = b"From: a@example.jp\nSubject: =?utf-8?b?6ZaL56S6?=\nDate: Sun, 22 Nov 2026 10:00:00 +0900\n\n%s\n"


def people(typed, desk):
    return typed("people", desk, "--json").lines


def test_full_card_numbers_are_decided_on_first(typed, desk):
    refused = typed("import", desk, "people", CUSTOMERS)
    assert refused.is_refused()
    assert "--cards drop" in refused.err
    assert not refused.out
    tried = typed("import", desk, "people", CUSTOMERS, "--dry-run")
    assert tried.status == 0
    (counts,) = tried.lines
    assert counts["batch"] is None
    assert counts["cards"] > 0
    assert not people(typed, desk)
    assert typed("import", desk, "people", CUSTOMERS, "--cards", "keep").is_refused(), "the office keeps none"
    brought = typed("import", desk, "people", CUSTOMERS, "--cards", "drop", "--json")
    *problems, last = brought.lines
    assert {"batch", "rows", "imported", "warned", "waiting"} == set(last)
    assert last["rows"] == last["imported"] + last["waiting"] == 300
    assert {key: last[key] for key in ("imported", "warned", "waiting")} == {
        key: counts[key] for key in ("imported", "warned", "waiting")
    }
    assert len({one["row"] for one in problems}) == last["warned"] + last["waiting"]
    assert all(set(one) == {"row", "field", "value", "problem"} for one in problems)
    assert len(people(typed, desk)) == last["imported"]
    assert typed("import", desk, "people", CUSTOMERS, "--cards", "drop").is_refused(), "the very same file"


def test_transactions_need_no_word_on_cards(typed, desk):
    ran = typed("import", desk, "transactions", TRANSACTIONS)
    assert ran.status == 0
    assert ran.lines[0]["imported"] > 0


def test_strict_takes_all_or_none(typed, desk, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("number,name,birth date\nA1,Emily Carter,1990-13-45\n", "utf-8")
    assert typed("import", desk, "people", table, "--strict").is_refused()
    tried = typed("import", desk, "people", table, "--strict", "--dry-run")
    assert tried.is_refused()
    assert tried.lines[0]["warned"] == 1
    assert not people(typed, desk)


def test_a_map_says_which_column_is_what(typed, desk, tmp_path):
    table, mapping = tmp_path / "people.csv", tmp_path / "map.toml"
    table.write_text("id,who\nA1,Emily Carter\n", "utf-8")
    mapping.write_text('id = "number"\nwho = "name"\n', "utf-8")
    assert typed("import", desk, "people", table, "--map", mapping).lines[0]["imported"] == 1
    (row,) = people(typed, desk)
    assert (row["number"], row["name"]) == ("A1", "Emily Carter")
    for content in (b'who = "colour"\n', b'nobody = "name"\n', b"\xff\xfe\xff", b"= ="):
        mapping.write_bytes(content)
        assert typed("import", desk, "people", table, "--map", mapping).is_refused(), content


def test_no_column_vanishes_in_silence(typed, desk, tmp_path):
    table, mapping = tmp_path / "people.csv", tmp_path / "map.json"
    table.write_text("氏名,CVV,携帯番号２つめ\x1b,\n佐々木 一,123,090-1111-2222,\n", "utf-8")
    refused = typed("import", desk, "people", table, "--strict")
    assert refused.is_refused()
    assert all(column in refused.err for column in ("CVV", "携帯番号２つめ⟨U+001B⟩", "#4"))
    assert typed("import", desk, "people", table, "--strict", "--dry-run").is_refused()
    assert not people(typed, desk)
    tried = typed("import", desk, "people", table, "--dry-run")
    assert (tried.status, len(tried.lines), len(tried.err.splitlines())) == (0, 1, 3)
    assert "never be kept" in tried.err.splitlines()[0]
    mapping.write_text('{"氏名": "name"}', "utf-8")
    brought = typed("import", desk, "people", table, "--strict", "--json", "--map", mapping)
    *columns, counts = brought.lines
    assert [line["column"] for line in columns] == ["CVV", "携帯番号２つめ⟨U+001B⟩", "#4"]
    assert (counts["imported"], counts["warned"], brought.err) == (1, 0, "")


def test_the_9999_of_other_systems_is_a_warning(typed, desk, tmp_path):
    table, traded = tmp_path / "people.csv", tmp_path / "transactions.csv"
    table.write_text("顧客番号,氏名,退会日,最終利用日\nA1,佐々木 一,9999-12-31,2999/12/31\n", "utf-8")
    traded.write_text("取引ID,会員番号,取引日,種別,金額,提供元\nT1,A1,9999-12-31,購入,1,P\n", "utf-8")
    for kind, file in (("people", table), ("transactions", traded)):
        tried, brought = (typed("import", desk, kind, file, "--json", *more) for more in (("--dry-run",), ()))
        assert tried.lines[:-1] == brought.lines[:-1]
        assert all("between 1873-01-01 and 2100-12-31" in line["problem"] for line in brought.lines[:-1])
        assert {name: tried.lines[-1][name] for name in ("rows", "imported", "warned", "waiting")} == {
            name: brought.lines[-1][name] for name in ("rows", "imported", "warned", "waiting")
        }
    assert (brought.lines[-1]["imported"], brought.lines[-1]["waiting"]) == (0, 1)
    (row,) = people(typed, desk)
    assert row["status"] == "active"


def test_a_terminal_is_told_how_far_an_import_is(typed, desk, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = typed("import", desk, "people", CUSTOMERS, "--cards", "drop")
    assert told.status == 0
    assert told.err.endswith("\r300 / 300\n")
    assert len(told.lines) == 1


def test_a_security_code_is_taken_under_no_name(typed, desk, tmp_path):
    table, mapping = tmp_path / "people.csv", tmp_path / "map.json"
    table.write_text("氏名,CID,カード番号\n山田,987,4111-1111-1111-1111 123\n", "utf-8")
    mapping.write_text('{"氏名": "name", "CID": "notes", "カード番号": "card"}', "utf-8")
    assert typed("import", desk, "people", table, "--cards", "drop", "--map", mapping).is_refused()
    brought = typed("import", desk, "people", table, "--cards", "drop", "--json")
    assert brought.status == 0
    assert "…1111" in brought.out
    assert "123" not in brought.out + brought.err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"a\0b\n", None])
def test_what_is_no_table_is_said(typed, desk, tmp_path, content):
    table = tmp_path / "people.csv"
    if content is not None:
        table.write_bytes(content)
    assert typed("import", desk, "people", table).is_refused()


def test_a_mail_with_an_impossible_date_stops_no_other(typed, desk, tmp_path):
    odd, good = tmp_path / "odd.eml", tmp_path / "good.eml"
    odd.write_bytes((MAIL % b"first").replace(b"Sun, 22 Nov 2026 10:00:00 +0900", b"Fri, 31 Dec 9999 23:59:59 -1200"))
    good.write_bytes(MAIL % b"second")
    ran = typed("intake", desk, odd, good)
    assert (ran.status, [line["message"] for line in ran.lines]) == (0, [1, 2])
    assert "does not say when" in ran.lines[0]["problem"]


def test_each_mail_has_a_line(typed, desk, tmp_path):
    good, box, outlook = tmp_path / "one.eml", tmp_path / "many.mbox", tmp_path / "mail.msg"
    good.write_bytes(MAIL % "個人情報の開示をお願いします。".encode())
    many = mailbox.mbox(box)
    for text in (b"first", b"second\n\nFrom here on it goes on"):
        many.add(MAIL % text)
    many.close()
    outlook.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    ran = typed("intake", desk, good, box, outlook, tmp_path / "missing.eml", good)
    assert ran.status == 1
    told = ran.err.splitlines()
    assert [line.split(": ")[0] for line in told] == ["mail.msg", "missing.eml"]
    assert all(line.endswith(".") for line in told)
    lines = ran.lines
    assert [line["file"] for line in lines] == [
        *("one.eml", "many.mbox", "many.mbox", "mail.msg", "missing.eml", "one.eml")
    ]
    assert all(set(line) == {"file", "message", "kinds", "person", "ground", "problem"} for line in lines)
    assert lines[0]["kinds"] == ["DISCLOSE"]
    assert [line["message"] for line in lines] == [1, 2, 3, None, None, 1]
    assert all(line["problem"] for line in lines[3:5])
    assert not typed("requests", desk, "--json").out, "no mail becomes a request by itself"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices in folders")
@pytest.mark.timeout(60)
@pytest.mark.parametrize("file", ["pipe", "/dev/zero"])
def test_a_pipe_or_device_is_no_file(typed, desk, tmp_path, file):
    path = tmp_path / file
    if not path.exists():
        os.mkfifo(path)
    table, linked, good = tmp_path / "people.csv", tmp_path / "linked.eml", tmp_path / "good.eml"
    table.write_text("id,who\nA1,Emily Carter\n", "utf-8")
    good.write_bytes(MAIL % b"good")
    linked.symlink_to(good)
    assert typed("import", desk, "people", path).is_refused()
    assert typed("import", desk, "people", table, "--map", path).is_refused()
    assert typed("restore", path, "--to", tmp_path / "restored").is_refused()
    assert not (tmp_path / "restored").exists()
    ran = typed("intake", desk, path, linked)
    assert ran.is_refused()
    assert [line["message"] for line in ran.lines] == [None, 1]


def test_a_file_too_large_to_be_taken_in_is_not_read(typed, desk, tmp_path):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    assert typed("import", desk, "people", path).is_refused()
    assert typed("intake", desk, path).is_refused()
