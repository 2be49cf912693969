"""Everything that can be done to the log is found, or its limit stands here by name."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from privdesk.domain.errors import Cancelled
from privdesk.domain.log import Fault, code_of
from privdesk.storage import audit, checkpoint, keys, log_segments, log_state, log_verify
from privdesk.storage.anchor import Anchor
from privdesk.storage.connection import PAGE_SIZE, SALT_SIZE
from privdesk.storage.keys import Rings
from privdesk.storage.tables import audit as log
from privdesk.storage.vault import DATA
from tests.storage import made_log
from tests.storage.made_log import MadeLog, edited, put, rechained, rows

# who unlocked, locked and looked when, in the log that `made_log` makes
LAST_OF_OTHERS = 88


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> MadeLog:
    done = made_log.make(tmp_path_factory.mktemp("log") / "office.privdesk")
    yield done
    for vault in done.vaults.values():
        vault.close()


@pytest.fixture
def tools(made: MadeLog):
    with made.tools() as conn:
        yield conn


def found(conn, made, login="kato", anchor=None):
    verdict = log_verify.verify(lambda: nullcontext(conn), replace(made.vaults[login], anchor=anchor))
    return (verdict.fault, verdict.at) if verdict.fault else None


def seen(conn, seq=None):
    """What this PC noted when the log had so many entries."""
    seq = seq or audit.head(conn).seq
    return Anchor(1, 1, seq, audit.hash_at(conn, seq).hex())


def test_a_sound_log_is_said_to_be_whole_and_how_far_that_was_proven(made: MadeLog, tools):
    total = audit.head(tools).seq
    verdict = log_verify.verify(lambda: nullcontext(tools), made.vaults["kato"])
    assert (verdict.fault, verdict.entries, verdict.signatures, verdict.signers) == (None, total, 9, 3)
    assert verdict.head == code_of(*vars(audit.head(tools)).values())
    # the auditor came with the third segment and holds no seed from before
    third = next(row["seq"] for row in rows(tools) if row["segment"] == 3)
    assert verdict.keyed == total - third + 1
    said = " ".join(one.sentence.format(**one.values) for one in verdict.said())
    assert f"{total} entries follow" in said
    assert f"made for {verdict.keyed} of {total} entries" in said
    assert "Signatures that hold: 9, made with 3 keys" in said
    assert "seen nothing of this log before" in said


@pytest.mark.parametrize("login", ["hana", "sato"])
def test_who_holds_no_seed_is_told_that_the_keys_were_not_checked(made: MadeLog, tools, login: str):
    verdict = log_verify.verify(lambda: nullcontext(tools), replace(made.vaults[login], anchor=seen(tools, 30)))
    assert (verdict.fault, verdict.keyed, verdict.anchor) == (None, 0, 30)
    said = " ".join(one.sentence.format(**one.values) for one in verdict.said())
    assert "The keyed check was not made" in said
    assert "up to entry 30" in said


def test_progress_is_told_and_stops_the_work(made: MadeLog, tools):
    steps = []
    log_verify.verify(lambda: nullcontext(tools), made.vaults["kato"], lambda done, total: steps.append((done, total)))
    total = audit.head(tools).seq
    assert steps[-1] == (total, total)

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        log_verify.verify(lambda: nullcontext(tools), made.vaults["kato"], stop)


# What somebody does who only has the file's key


CHANGED = {
    "at": made_log.NOW,
    "zone": "+01:00",
    "user_id": 99,
    "session": "x",
    "act": "person.reveal",
    "about": "person:4711",
    "detail": '{"n":77}',
    "previous": bytes(32),
    "hash": bytes(32),
}


@settings(max_examples=30)
@given(st.data())
def test_an_edited_entry_is_found(made: MadeLog, data):
    with made.tools() as tools:
        entries = rows(tools)
        seq = data.draw(st.integers(2, len(entries)))
        name = data.draw(st.sampled_from(sorted(CHANGED)))
        tools.execute(sa.update(log).where(log.c.seq == seq).values({name: CHANGED[name]}))
        assert found(tools, made) == (Fault.ALTERED, seq)
        assert found(tools, made, "hana") == (Fault.ALTERED, seq)


@settings(max_examples=30)
@given(st.data())
def test_an_entry_taken_out_is_found(made: MadeLog, data):
    with made.tools() as tools:
        seq = data.draw(st.integers(1, audit.head(tools).seq - 1))
        tools.execute(sa.delete(log).where(log.c.seq == seq))
        assert found(tools, made, "hana") == (Fault.MISSING, seq)


@settings(max_examples=30)
@given(st.data())
def test_entries_taken_out_with_the_gap_closed_are_found(made: MadeLog, data):
    with made.tools() as tools:
        seq = data.draw(st.integers(1, audit.head(tools).seq - 1))
        tools.execute(sa.delete(log).where(log.c.seq == seq))
        later = [entry | {"seq": entry["seq"] - 1} for entry in rows(tools, seq + 1)]
        put(tools, later)
        assert found(tools, made, "hana") == (Fault.ALTERED, seq)


@settings(max_examples=30)
@given(st.data())
def test_two_entries_swapped_are_found(made: MadeLog, data):
    with made.tools() as tools:
        total = audit.head(tools).seq
        one = data.draw(st.integers(1, total - 1))
        other = data.draw(st.integers(one + 1, total))
        entries = rows(tools, one)
        first, second = entries[0], entries[other - one]
        first["seq"], second["seq"] = other, one
        put(tools, entries)
        assert found(tools, made, "hana") == (Fault.ALTERED, one)


@settings(max_examples=30)
@given(st.data())
def test_a_cut_tail_is_found_by_the_key_that_is_left_and_by_the_anchor(made: MadeLog, data):
    with made.tools() as tools:
        total, anchor = audit.head(tools).seq, seen(tools)
        third = next(row["seq"] for row in rows(tools) if row["segment"] == 3)
        first = data.draw(st.integers(third + 1, total))
        tools.execute(sa.delete(log).where(log.c.seq >= first))
        assert found(tools, made) == (Fault.CUT, first - 1)
        # limit: who holds no seed sees a cut only if this PC, a backup or a paper saw more
        assert found(tools, made, "hana") is None
        assert found(tools, made, "hana", anchor) == (Fault.LOST, total)


def test_a_cut_of_whole_segments_is_found_by_anybody(made: MadeLog, tools):
    third = next(row["seq"] for row in rows(tools) if row["segment"] == 3)
    tools.execute(sa.delete(log).where(log.c.seq >= third))
    assert found(tools, made, "sato") == (Fault.CUT, third - 1)
    tools.execute(sa.delete(log))
    assert found(tools, made, "sato") == (Fault.CUT, 0)


@settings(max_examples=30)
@given(st.data())
def test_a_new_chain_without_the_key_of_then_is_found(made: MadeLog, data):
    """Somebody edits an entry, hashes all that follow anew, and takes the only key that lies in the file."""
    with made.tools() as tools:
        third = next(row["seq"] for row in rows(tools) if row["segment"] == 3)
        seq = data.draw(st.integers(third + 1, audit.head(tools).seq))
        later = rechained([edited(entry) for entry in rows(tools, seq)], made_log.hash_before(tools, seq))
        state, _ = log_state.read(tools)
        if data.draw(st.booleans()):
            log_state.write(tools, replace(state, key=made_log.keyed(later, state.key)))
        put(tools, later)
        assert found(tools, made) == (Fault.KEY, seq)


@settings(max_examples=30)
@given(st.data())
def test_a_new_chain_is_found_without_the_seed_at_the_next_signature(made: MadeLog, data):
    with made.tools() as tools:
        signed = [row["seq"] for row in rows(tools) if row["signature"]]
        seq = data.draw(st.integers(15, signed[-1]))
        after = next(one for one in signed if one >= seq)
        later = rechained([edited(entry) for entry in rows(tools, seq)], made_log.hash_before(tools, seq))
        put(tools, later)
        assert found(tools, made, "hana") == (Fault.SIGNATURE, after)


def test_a_signature_taken_away_or_by_somebody_else_is_found(made: MadeLog, tools):
    signed = [row for row in rows(tools) if row["signature"] and row["user_id"] == made.people["sato"].id]
    unlocked = signed[0]
    tools.execute(sa.update(log).where(log.c.seq == unlocked["seq"]).values(signature=None))
    assert found(tools, made, "hana") == (Fault.UNSIGNED, unlocked["seq"])
    kato = made.vaults["kato"]
    other = checkpoint.signed(kato.user, kato.slot, kato.desk_id, unlocked["seq"], unlocked["hash"])
    for forged in (other, other[:4] + bytes(64), b"", bytes(68)):
        tools.execute(sa.update(log).where(log.c.seq == unlocked["seq"]).values(signature=forged))
        assert found(tools, made, "hana") in (
            (Fault.SIGNATURE, unlocked["seq"]),
            (Fault.UNSIGNED, unlocked["seq"]),
        )


@pytest.mark.parametrize("change", ["note = CAST('{}' AS BLOB)", "signature = zeroblob(64)", "number = number + 5"])
def test_a_note_that_no_manager_signed_is_found(made: MadeLog, tools, change: str):
    third = next(row["seq"] for row in rows(tools) if row["segment"] == 3)
    tools.exec_driver_sql(f"UPDATE log_segment SET {change} WHERE number = 3")
    if "number" in change:  # the row's own number only finds it: what counts is the note
        assert found(tools, made, "hana") is None
    else:
        assert found(tools, made, "hana") == (Fault.SEGMENT, third)


def test_support_cannot_open_a_segment_with_a_seed_of_his_own(made: MadeLog, tools):
    rings = Rings()
    rings.put("roster", 1, keys.new_key())
    made_log.written_anew(tools, replace(made.vaults["sato"], rings=rings), 60, edited)
    assert found(tools, made) == (Fault.SEGMENT, 60)
    assert found(tools, made, "hana") == (Fault.SEGMENT, 60)


# What somebody does who knows the key of the moment, because he works at the desk


def forged(conn, made, *, user, session, act="person.reveal", vault="hana"):
    """Entries as the program writes them, in whoever's name; the number of the first."""
    row = {"at": made_log.NOW + timedelta(days=1), "about": "person:1", "detail": {}}
    by = made.people[user] if user else None
    return audit.append(conn, made.vaults[vault], by=by, session=session, act=act, **row).seq


def sessions(conn, made, login):
    """The sittings of somebody, oldest first."""
    told = [row["session"] for row in rows(conn) if row["user_id"] == made.people[login].id]
    return list(dict.fromkeys(told))


@pytest.mark.parametrize("act", ["person.reveal", "request.approve", "desk.restore", "desk.lock", "keys.rotate"])
@pytest.mark.parametrize("user", ["hana", None])
def test_an_entry_in_the_name_of_somebody_who_does_not_sit_there_is_found(made: MadeLog, tools, user, act):
    first = forged(tools, made, user="sato", session="s", act="desk.unlock", vault="sato")
    at = forged(tools, made, user=user, session="s", act=act, vault="sato")
    assert at == first + 1
    expected = Fault.UNSIGNED if (act, user) == ("desk.lock", "hana") else Fault.FOREIGN
    assert found(tools, made) == found(tools, made, "hana") == (expected, at)


def test_an_entry_in_a_sitting_that_is_over_or_was_never_unlocked_is_found(made: MadeLog, tools):
    with tools.begin_nested() as point:
        at = forged(tools, made, user="hana", session=sessions(tools, made, "hana")[-1])
        assert found(tools, made) == (Fault.FOREIGN, at)
        point.rollback()
    with tools.begin_nested() as point:
        forged(tools, made, user="sato", session="s", act="desk.unlock", vault="sato")
        at = forged(tools, made, user="kato", session=sessions(tools, made, "kato")[0])
        assert found(tools, made) == (Fault.FOREIGN, at)
        point.rollback()
    at = forged(tools, made, user="hana", session="never unlocked")
    assert found(tools, made) == (Fault.FOREIGN, at)


def test_an_unlocking_in_somebody_elses_name_is_found(made: MadeLog, tools):
    at = forged(tools, made, user="hana", session="s", act="desk.unlock", vault="sato")
    assert found(tools, made) == (Fault.UNSIGNED, at)
    assert found(tools, made, "hana") == (Fault.UNSIGNED, at)


def test_an_unlocking_that_names_nobody_is_found(made: MadeLog, tools):
    at = forged(tools, made, user=None, session="s", act="desk.unlock", vault="sato")
    assert found(tools, made) == (Fault.FOREIGN, at)


def test_what_lies_outside_of_sittings_or_names_nobody_is_sound(made: MadeLog, tools):
    """A power cut, a backup restored with the sheet, a wrong password told at the next login."""
    told = [
        ("sato", "cut off", "desk.unlock"),
        ("sato", "cut off", "person.open"),
        (None, "restored", "desk.restore"),
        (None, "rotated", "keys.rotate"),
        (None, "s", "desk.broken_off"),
        ("sato", "s", "desk.unlock"),
        (None, "s", "desk.failed_login"),
        ("sato", "s", "desk.refused"),
        ("sato", "s", "desk.lock"),
    ]
    for user, session, act in told:
        forged(tools, made, user=user, session=session, act=act, vault="sato")
    assert found(tools, made) is None


def test_limit_in_his_own_sitting_somebody_writes_what_he_likes_in_his_own_name(made: MadeLog, tools):
    forged(tools, made, user="sato", session="s", act="desk.unlock", vault="sato")
    forged(tools, made, user="sato", session="s", act="person.remove", vault="sato")
    assert found(tools, made) is None


# What a manager does, who can open a segment of his own and so knows its seed


@settings(max_examples=30)
@given(seq=st.integers(16, LAST_OF_OTHERS))
def test_a_manager_who_writes_the_log_anew_is_found_by_the_signatures_of_others(made: MadeLog, seq: int):
    with made.tools() as tools:
        made_log.written_anew(tools, made.vaults["hana"], seq, lambda entry: entry)
        fault, at = found(tools, made)
        assert fault is Fault.SIGNATURE
        assert at > seq
        made_log.written_anew(tools, made.vaults["hana"], seq, lambda entry: entry | {"signature": None})
        assert found(tools, made)[0] is Fault.UNSIGNED


def test_limit_what_a_manager_wrote_after_the_last_signature_of_others_only_the_anchor_tells(made: MadeLog, tools):
    total, anchor = audit.head(tools).seq, seen(tools)
    hana = made.vaults["hana"]

    def signed_again(entry):
        return edited(entry) | {"signature": None, "act": "person.open"}

    unlocked = next(row["seq"] for row in rows(tools, LAST_OF_OTHERS) if row["user_id"] == made.people["hana"].id)
    made_log.written_anew(tools, hana, unlocked + 1, signed_again)
    assert found(tools, made) is None
    assert found(tools, made, anchor=anchor) == (Fault.LOST, total)


def test_limit_an_older_copy_of_the_whole_file_is_sound_and_only_the_anchor_tells(made: MadeLog, tools):
    older = made.vaults["sato"]  # opened before the auditor's and the manager's last sittings
    with older.reader.connect() as conn:
        assert audit.head(conn).seq < audit.head(tools).seq
        assert found(conn, made) is None
        assert found(conn, made, anchor=seen(tools)) == (Fault.LOST, audit.head(tools).seq)


def test_limit_an_older_copy_gives_the_key_of_then(made: MadeLog, tools):
    """Who kept a copy of yesterday can write anew what came since, up to the next entry that somebody else signed."""
    with made.vaults["sato"].reader.connect() as conn:
        state, last = log_state.read(conn)
    later = rechained([edited(entry) for entry in rows(tools, last.seq + 1)], last.hash)
    key = made_log.keyed(later, state.key)
    put(tools, later)
    log_state.write(tools, replace(state, key=key))
    assert found(tools, made) == (Fault.SIGNATURE, last.seq + 1)


# The seeds


def test_only_auditors_and_the_sheet_open_a_seed(made: MadeLog, tools):
    for login, opens in (("hana", 0), ("sato", 0), ("kato", 1)):
        vault = made.vaults[login]
        notes = [one.note for one in log_segments.proven(tools, vault)]
        assert [note.number for note in notes] == [1, 2, 3]
        assert sum(log_segments.seed(vault, note) is not None for note in notes) == opens
    first, *_, last = [one.note for one in log_segments.proven(tools, vault)]
    sheet = vault.header.sheet
    assert set(first.seeds) == {sheet.id}
    assert set(last.seeds) == {sheet.id, vault.slot}
    assert {one.slot for one in last.signers} == {slot.id for slot in vault.header.slots}


def test_a_seed_that_is_not_the_one_of_the_note_is_none(made: MadeLog, tools):
    vault = made.vaults["kato"]
    *_, note = [one.note for one in log_segments.proven(tools, vault)]
    forged = type(note)(**{name: getattr(note, name) for name in note.__struct_fields__} | {"commitment": bytes(32)})
    assert log_segments.seed(vault, forged) is None
    broken = type(note)(
        **{name: getattr(note, name) for name in note.__struct_fields__} | {"seeds": {vault.slot: bytes(80)}}
    )
    assert log_segments.seed(vault, broken) is None


def pages(path, key):
    """Every page of the file in clear, also what is not in use (SQLCipher 4: AES-256-CBC, 80 bytes of IV and MAC)."""
    content, secret = path.read_bytes(), bytes.fromhex(key[2:-1].decode())
    for start in range(0, len(content), PAGE_SIZE):
        page = content[start : start + PAGE_SIZE]
        body, iv = page[SALT_SIZE if start == 0 else 0 : -80], page[-80:-64]
        decryptor = Cipher(algorithms.AES(secret), modes.CBC(iv)).decryptor()
        yield decryptor.update(body) + decryptor.finalize()


def test_a_closed_file_holds_the_next_key_and_none_of_the_older_ones(made: MadeLog, tools):
    vault = made.vaults["kato"]
    *_, note = [one.note for one in log_segments.proven(tools, vault)]
    key, older = log_segments.seed(vault, note), set()
    for _ in range(audit.head(tools).seq - note.first + 1):
        older.add(key)
        key = log_state.evolved(key)
    assert not (made.folder / f"{DATA}-wal").exists() or not (made.folder / f"{DATA}-wal").stat().st_size
    file = b"".join(pages(made.folder / DATA, keys.database_key(vault.rings.get("opening", 1))))
    assert file.count(key) == 1
    assert not [old for old in older if old in file]
