"""Making, opening, sharing and locking a desk, and every way in which that can fail."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from privdesk.domain.errors import (
    DataEmpty,
    DataForeign,
    DataMissing,
    DeskExists,
    DeskInUse,
    DiskFull,
    DiskTrouble,
    KeyNotHeld,
    KeysDamaged,
    LoginTaken,
    NotADesk,
    OlderCopy,
    PasswordLength,
    ReadOnlyFolder,
    VaultDamaged,
    WrongPassword,
    WrongSheet,
)
from privdesk.storage import header, recovery, transaction
from privdesk.storage.keys import FLOOR, Cost
from privdesk.storage.opening import create, open_vault, unlock_with_sheet
from privdesk.storage.vault import add_user, change_password, verify_password
from tests.storage.made_desk import CANARY, PASSWORD, SUPPORT, TERMS, MadeDesk, everything_in

if sys.platform != "win32":
    import resource

NEW = "a fourth word for the heron"
REPOSITORY = Path(__file__).parents[2]


def birds(vault):
    with vault.reader.connect() as conn:
        return [row[0] for row in conn.exec_driver_sql("SELECT name FROM bird")]


def add_bird(vault, name):
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO bird (name) VALUES (?)", (name,))


def refused(desk, error, match, *, login="hana", password=PASSWORD, **terms):
    """A failed opening says its sentence and changes neither a byte nor a time of any file."""
    before = everything_in(desk.folder)
    with pytest.raises(error, match=match):
        desk.open(login, password, **terms)
    assert everything_in(desk.folder) == before


# Making and opening


def test_a_desk_opens_for_its_users_and_holds_what_was_written(desk):
    vault = desk.open()
    assert birds(vault) == [CANARY]
    add_bird(vault, "鴉")
    assert vault.role == "manager"
    vault.close()
    vault.close()
    other = desk.open("sato", SUPPORT)
    assert birds(other) == [CANARY, "鴉"]
    assert (other.role, other.desk_id) == ("support", vault.desk_id)
    other.close()


def test_who_may_not_read_numbers_has_no_key_for_them(desk):
    with_key = desk.open("sato", SUPPORT)
    with with_key.reader.connect() as conn:
        sealed = conn.exec_driver_sql("SELECT number FROM bird").scalar()
    assert with_key.seal.open(sealed, "bird|1|number") == "1234567"
    with_key.close()
    without = desk.open("kato", SUPPORT)
    assert without.seal is None
    assert birds(without) == [CANARY]
    without.close()


def test_all_is_the_owners_alone_and_nothing_is_readable(desk):
    desk.folder.chmod(0o755)
    (desk.folder / "keys").chmod(0o644)
    vault = desk.open()
    add_bird(vault, CANARY)
    assert desk.folder.stat().st_mode & 0o777 == 0o700
    names = {path.name for path in desk.folder.iterdir()}
    assert names == {"data.db", "data.db-wal", "data.db-shm", "keys", "keys.2", "lock", "ballast.bin"}
    for path in desk.folder.iterdir():
        content = path.read_bytes()
        assert path.stat().st_mode & 0o777 == 0o600, path.name
        assert b"SQLite format" not in content
        assert CANARY.encode() not in content
        assert CANARY.encode("utf-16-le") not in content
        assert PASSWORD.encode() not in content
    vault.close()
    assert not (desk.folder / "data.db-wal").exists()


def test_a_new_desk_is_whole_or_not_there(tmp_path):
    folder = tmp_path / "new.privdesk"

    def fail(_vault):
        raise LookupError

    with pytest.raises(LookupError):
        create(folder, "hana", PASSWORD, terms=TERMS, first=fail)
    assert list(tmp_path.iterdir()) == []
    vault, secret = create(folder, "hana", PASSWORD, terms=TERMS, first=lambda vault: add_bird(vault, "first"))
    assert birds(vault) == ["first"]
    assert len(secret) == 32
    vault.close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.privdesk"]
    with pytest.raises(DeskExists, match="new.privdesk"):
        create(folder, "hana", PASSWORD, terms=TERMS)
    with pytest.raises(PasswordLength):
        create(tmp_path / "short.privdesk", "hana", "x" * 14, terms=TERMS)


CREATE = """
import sys
from pathlib import Path
from privdesk.storage.opening import create
from tests.storage.made_desk import PASSWORD, TERMS
print("go", flush=True)
create(Path(sys.argv[1]), "hana", PASSWORD, terms=TERMS, secret=bytes(range(32)))
"""


def python(code, *arguments):
    """A second process with our code, standing ready after its first line."""
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=REPOSITORY, stdout=subprocess.PIPE)
    process.stdout.readline()
    return process


def test_a_kill_while_a_desk_is_made_leaves_nothing_half(tmp_path):
    folder, rng = tmp_path / "new.privdesk", random.Random(3)
    for _ in range(6):
        with python(CREATE, str(folder)) as process:
            time.sleep(rng.uniform(0, 0.5))
            process.send_signal(signal.SIGKILL)
        if folder.exists():
            unlock_with_sheet(folder, bytes(range(32)), terms=TERMS).close()
            shutil.rmtree(folder)
    vault, _ = create(folder, "hana", PASSWORD, terms=TERMS)
    vault.close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.privdesk"]


# Refused, each with its sentence


def test_wrong_password_and_unknown_login_have_one_sentence(desk):
    refused(desk, WrongPassword, "login or the password", password=PASSWORD + "!")
    refused(desk, WrongPassword, "login or the password", login="nobody")
    refused(desk, WrongPassword, "login or the password", password="")


def test_one_damaged_header_copy_is_repaired_after_the_password_and_not_before(desk):
    whole = (desk.folder / "keys").read_bytes()
    (desk.folder / "keys").write_bytes(whole[:100])
    refused(desk, WrongPassword, "login", password="not the right one")
    desk.open().close()
    assert (desk.folder / "keys").read_bytes() == whole == (desk.folder / "keys.2").read_bytes()
    (desk.folder / "keys.2").unlink()
    desk.open().close()
    assert (desk.folder / "keys.2").read_bytes() == whole


def test_both_header_copies_damaged(desk):
    for name in header.COPIES:
        (desk.folder / name).write_bytes(b"x" * 500)
    refused(desk, KeysDamaged, "both damaged")
    for name in header.COPIES:
        (desk.folder / name).unlink()
    refused(desk, KeysDamaged, "both damaged")


def test_a_forged_copy_beside_a_true_one_does_not_lock_out(desk):
    (read,) = header.read(desk.folder).headers
    forged = header.encode(read).replace(b'"role":"support"', b'"role":"auditor"')[:-66]
    (desk.folder / "keys").write_bytes(header.encode(msgspec.json.decode(forged, type=header.Header)))
    vault = desk.open()
    assert vault.header == read
    vault.close()
    assert (desk.folder / "keys").read_bytes() == (desk.folder / "keys.2").read_bytes()


def test_no_desk_folder(desk, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "none", desk.folder / "keys"):
        with pytest.raises(NotADesk, match=folder.name):
            open_vault(folder, "hana", PASSWORD, terms=TERMS)


def test_an_empty_or_missing_or_foreign_data_file(desk, tmp_path):
    data = desk.folder / "data.db"
    whole = data.read_bytes()
    data.write_bytes(b"")
    refused(desk, DataEmpty, "is empty")
    data.write_bytes(b"SQLite format 3\0" + bytes(4080))
    refused(desk, DataForeign, "does not belong")
    data.write_bytes(os.urandom(8192))
    refused(desk, DataForeign, "does not belong")
    data.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    refused(desk, DataForeign, "does not belong")
    data.unlink()
    refused(desk, DataMissing, "is missing")


def test_a_damaged_or_cut_data_file(desk):
    data = desk.folder / "data.db"
    whole = data.read_bytes()
    data.write_bytes(whole[:2000] + bytes([whole[2000] ^ 1]) + whole[2001:])
    refused(desk, VaultDamaged, "is damaged")
    data.write_bytes(whole[:-1000])
    refused(desk, VaultDamaged, "is damaged")
    data.write_bytes(whole[:-4096])
    refused(desk, VaultDamaged, "is damaged")


def test_damage_beyond_the_first_pages_is_found_by_the_whole_check(desk):
    vault = desk.open()
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO bird (name) VALUES (hex(randomblob(200000)))")
    assert vault.integrity() == []
    vault.close()
    data = desk.folder / "data.db"
    content = bytearray(data.read_bytes())
    content[-2000] ^= 1
    data.write_bytes(content)
    vault = desk.open()
    found = vault.integrity()
    assert any(line.startswith("cipher_integrity_check") for line in found)
    assert CANARY not in " ".join(found)
    vault.close()


HOLD = """
import sys, time
from pathlib import Path
from privdesk.storage.opening import open_vault
from tests.storage.made_desk import PASSWORD, TERMS
vault = open_vault(Path(sys.argv[1]), "hana", PASSWORD, terms=TERMS)
with vault.writer.begin() as conn:
    conn.exec_driver_sql("INSERT INTO bird (name) VALUES ('kept')")
print("open", flush=True)
time.sleep(60)
"""


def test_a_second_opener_is_told_who_works_there_and_a_killed_one_lets_go(desk):
    with python(HOLD, str(desk.folder)) as process:
        before = everything_in(desk.folder)
        with pytest.raises(DeskInUse, match=r"open: hana on .+, since 20\d\d-\d\d-\d\d \d\d:\d\d"):
            desk.open("sato", SUPPORT)
        assert everything_in(desk.folder) == before
        process.kill()
    vault = desk.open("sato", SUPPORT)
    assert birds(vault) == [CANARY, "kept"]
    with pytest.raises(DeskInUse, match="open: sato"):
        desk.open()
    vault.close()
    assert (desk.folder / "lock").read_bytes() == b""


@contextmanager
def read_only(folder):
    """The folder as its owner without the right to write sees it; root first becomes an ordinary user."""
    is_root = os.geteuid() == 0
    for path in (*folder.iterdir(), folder):
        if is_root:
            os.chown(path, 65534, 65534)
        path.chmod(0o500 if path.is_dir() else 0o400)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there")
def test_a_read_only_folder(desk):
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        desk.folder = Path(shutil.copytree(desk.folder, Path(place) / "office.privdesk"))
        with read_only(desk.folder):
            refused(desk, ReadOnlyFolder, "Nothing can be written")


# Older copies


def test_an_older_data_file_or_header_put_back_alone_is_recognised(desk):
    old = {name: (desk.folder / name).read_bytes() for name in ("data.db", *header.COPIES)}
    vault = desk.open()
    for login in ("mori", "noda"):
        with vault.writer.begin() as conn:
            add_user(vault, conn, login, SUPPORT, "support", FLOOR)
    vault.close()
    new = {name: (desk.folder / name).read_bytes() for name in old}
    for name in header.COPIES:
        (desk.folder / name).write_bytes(old[name])
    refused(desk, OlderCopy, "older copy")
    for name in header.COPIES:
        (desk.folder / name).write_bytes(new[name])
    (desk.folder / "data.db").write_bytes(old["data.db"])
    refused(desk, OlderCopy, "older copy")
    desk.open(accepting=lambda _anybody: None).close()
    desk.open().close()


@pytest.mark.parametrize("place", [*header.COPIES, header.NEXT])
def test_one_copy_that_somebody_wrote_without_a_key_does_not_hide_the_true_one(desk, place):
    whole = (desk.folder / "keys").read_bytes()
    true = header.decode(whole)
    (desk.folder / place).write_bytes(header.encode(replace(true, generation=true.generation + 100)))
    desk.open().close()
    assert [path.name for path in desk.folder.glob("keys*") if path.read_bytes() != whole] == []


def test_an_older_copy_of_the_whole_folder_is_recognised_by_the_anchor(desk, tmp_path):
    profile, older = tmp_path / "profile", tmp_path / "older"
    shutil.copytree(desk.folder, older)
    vault = desk.open(profile=profile)
    assert vault.anchor is None
    with vault.writer.begin() as conn:
        add_user(vault, conn, "mori", SUPPORT, "support", FLOOR)
    vault.leave_anchor(12, "ab" * 32)
    vault.close()
    shutil.rmtree(desk.folder)
    shutil.copytree(older, desk.folder)
    refused(desk, OlderCopy, "older copy", profile=profile)
    vault = desk.open(profile=profile, accepting=lambda _anybody: None)
    assert vault.anchor.has_lost(11, "")
    assert vault.anchor.has_lost(12, "cd" * 32)
    assert not vault.anchor.has_lost(14, "ab" * 32)
    vault.close()


# Users and passwords


def test_a_user_is_added_with_the_transaction_or_not_at_all(desk):
    vault, before = desk.open(), (desk.folder / "keys").read_bytes()

    def add_and_fail():
        with vault.writer.begin() as conn:
            add_user(vault, conn, "mori", SUPPORT, "support", FLOOR)
            raise LookupError

    with pytest.raises(LookupError):
        add_and_fail()
    assert (desk.folder / "keys").read_bytes() == before == (desk.folder / "keys.2").read_bytes()
    with vault.writer.begin() as conn:
        slot = add_user(vault, conn, "mori", SUPPORT, "support", FLOOR)
        with pytest.raises(LoginTaken, match="Mori"):
            add_user(vault, conn, "Mori", SUPPORT, "support", FLOOR)
    vault.close()
    other = desk.open("mori", SUPPORT)
    assert other.slot == slot
    with pytest.raises(KeyNotHeld), other.writer.begin() as conn:
        add_user(other, conn, "eve", SUPPORT, "support", FLOOR)
    other.close()


def test_a_changed_password_replaces_the_old_one_in_both_copies(desk):
    vault = desk.open("sato", SUPPORT)
    with pytest.raises(WrongPassword), vault.writer.begin() as conn:
        change_password(vault, conn, "sato", "not the old password", NEW, FLOOR)
    with pytest.raises(PasswordLength), vault.writer.begin() as conn:
        change_password(vault, conn, "sato", SUPPORT, "short", FLOOR)
    with vault.writer.begin() as conn:
        change_password(vault, conn, "sato", SUPPORT, NEW, FLOOR)
    vault.close()
    refused(desk, WrongPassword, "login", login="sato", password=SUPPORT)
    desk.open("sato", NEW).close()
    desk.open().close()


def test_an_approver_proves_himself_beside_the_actor(desk):
    vault = desk.open("sato", SUPPORT)
    assert verify_password(vault, "hana", PASSWORD) == vault.header.slot_of("hana").id
    for login, password in (("hana", SUPPORT), ("nobody", PASSWORD)):
        with pytest.raises(WrongPassword):
            verify_password(vault, login, password)
    vault.close()


def test_a_weaker_cost_is_raised_at_the_next_login(desk):
    stronger = Cost(FLOOR.memory_kib, FLOOR.passes + 1, FLOOR.lanes)
    vault = desk.open(cost=stronger)
    assert vault.header.slot_of("hana").cost == stronger
    assert vault.header.slot_of("sato").cost == FLOOR
    vault.close()
    vault = desk.open(cost=FLOOR)
    assert vault.header.slot_of("hana").cost == stronger
    vault.close()


def test_the_recovery_sheet_opens_with_every_ring(desk):
    vault = unlock_with_sheet(desk.folder, recovery.secret(" ".join(recovery.groups(desk.secret))), terms=TERMS)
    assert vault.role == "sheet"
    assert vault.rings.get("roster", 1)
    with vault.writer.begin() as conn:
        add_user(vault, conn, "hana2", NEW, "manager", FLOOR)
    vault.close()
    desk.open("hana2", NEW).close()
    before = everything_in(desk.folder)
    with pytest.raises(WrongSheet):
        unlock_with_sheet(desk.folder, bytes(32), terms=TERMS)
    assert everything_in(desk.folder) == before


# Locking and trouble


def test_locking_rolls_back_overwrites_the_keys_and_ends_both_connections(desk):
    vault = desk.open()
    opening = vault.rings.get("opening", 1)
    conn = vault.writer.connect()
    conn.exec_driver_sql("INSERT INTO bird (name) VALUES ('half')")
    vault.close()
    assert not any(opening)
    with pytest.raises(sa.exc.ProgrammingError), vault.reader.connect() as reading:
        reading.exec_driver_sql("SELECT 1")
    again = desk.open()
    assert birds(again) == [CANARY]
    again.close()


def test_no_key_is_left_in_what_a_vault_shows_of_itself(desk):
    vault = desk.open()
    assert vault.rings.get("opening", 1).hex() not in repr(vault)
    assert not re.search("bytearray|PRAGMA key", repr(vault))
    vault.close()


def test_the_ballast_is_freed_when_the_disk_is_full_and_comes_back(desk):
    vault = desk.open()
    ballast = desk.folder / "ballast.bin"
    assert ballast.stat().st_size == TERMS.ballast
    vault.free_ballast()
    assert not ballast.exists()
    vault.close()
    desk.open().close()
    assert ballast.stat().st_size == TERMS.ballast
    assert set(ballast.read_bytes()) == {0}


def killed_at(folder: Path, moment: str, secret: bytes) -> MadeDesk:
    """A copy of the desk as it is at this moment."""
    return MadeDesk(Path(shutil.copytree(folder, folder.with_name(f"{moment}.privdesk"))), secret)


def test_a_kill_in_the_middle_of_a_header_change_leaves_what_the_data_file_knows(desk):
    """No header takes effect without the entry that tells of it, none that was told of is lost."""
    vault = desk.open()
    old = (desk.folder / "keys").read_bytes()
    with vault.writer.begin() as conn:
        change_password(vault, conn, "hana", PASSWORD, NEW, FLOOR)
        before = killed_at(desk.folder, "before", desk.secret)
        coming = (desk.folder / "keys.new").read_bytes()
    after = killed_at(desk.folder, "after", desk.secret)
    (after.folder / "keys.new").write_bytes(coming)
    (after.folder / "keys.2").write_bytes(old)
    later = killed_at(after.folder, "later", desk.secret)
    (later.folder / "keys").write_bytes(old)
    vault.close()
    for killed, right, wrong in ((before, PASSWORD, NEW), (after, NEW, PASSWORD), (later, NEW, PASSWORD)):
        with pytest.raises(WrongPassword):
            killed.open("hana", wrong)
        killed.open("hana", right).close()
        assert (killed.folder / "keys.2").read_bytes() == (killed.folder / "keys").read_bytes()
        assert ((killed.folder / "keys").read_bytes() == old) == (killed is before)
        assert not (killed.folder / "keys.new").exists()


def test_a_data_file_from_before_a_change_of_password_is_an_older_one(desk):
    """Also where this PC has never seen the desk: once the change is over, the file has to know of it."""
    before = (desk.folder / "data.db").read_bytes()
    vault = desk.open()
    with vault.writer.begin() as conn:
        change_password(vault, conn, "hana", PASSWORD, NEW, FLOOR)
        assert (desk.folder / "keys.new").read_bytes() != (desk.folder / "keys").read_bytes()
    assert not (desk.folder / "keys.new").exists()
    vault.close()
    (desk.folder / "data.db").write_bytes(before)
    refused(desk, OlderCopy, "older copy", password=NEW)


@contextmanager
def no_room():
    """Files may grow to two pages: a header fits, a commit into the write-ahead log does not."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def roll_back(vault):
    with vault.writer.connect() as conn, conn.begin() as change:
        change_password(vault, conn, "hana", PASSWORD, NEW, FLOOR)
        change.rollback()


def fail_to_commit(vault):
    def change():
        with transaction.writing(vault.writer) as conn:
            change_password(vault, conn, "hana", PASSWORD, NEW, FLOOR)
            conn.exec_driver_sql("INSERT INTO bird (name) VALUES (hex(randomblob(20000)))")

    with no_room(), pytest.raises((DiskFull, DiskTrouble)):
        change()


@pytest.mark.skipif(sys.platform == "win32", reason="files have no bound there")
@pytest.mark.parametrize("end", [roll_back, fail_to_commit])
def test_a_change_of_password_that_does_not_come_about_leaves_the_old_header_in_force(desk, end):
    vault, before = desk.open(), (desk.folder / "keys").read_bytes()
    end(vault)
    assert vault.header.generation == header.decode(before).generation
    vault.close()
    assert (desk.folder / "keys").read_bytes() == (desk.folder / "keys.2").read_bytes() == before
    assert not (desk.folder / "keys.new").exists()
    desk.open().close()
