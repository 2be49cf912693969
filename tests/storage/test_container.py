"""The one file that a backup is: what is written is read, and nothing else is."""

import pytest

from privdesk.domain.errors import BackupDamaged, FileUnreadable, NewerProgram, NotABackup
from privdesk.storage import container, header
from privdesk.storage.container import TRAILER_SIZE
from tests.storage.container_fuzz import DATA, _joined, fuzz, sample


@pytest.fixture
def whole(tmp_path):
    return sample(tmp_path)


@pytest.fixture
def path(whole, tmp_path):
    return tmp_path / "sample.privdesk-backup"


def read_all(path):
    manifest = container.read(path)
    container.extract(path, manifest, None)
    container.keys_of(path, manifest)
    container.tombstones_of(path, manifest)


def test_what_is_written_is_read(whole, path, tmp_path):
    manifest = container.read(path)
    assert manifest == whole.manifest
    assert container.keys_of(path, manifest) == header.encode(whole.unlocked.header)
    assert container.tombstones_of(path, manifest) == b"[]"
    told = []
    container.extract(path, manifest, tmp_path / "data", lambda *step: told.append(step))
    assert (tmp_path / "data").read_bytes() == DATA
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o600
    assert told == [(len(DATA), len(DATA))]


@pytest.mark.parametrize("at", [0, 4095, 4096, 5000, -TRAILER_SIZE - 1, -TRAILER_SIZE, -40, -20, -1])
def test_each_byte_counts(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    with pytest.raises((BackupDamaged, NotABackup)):
        read_all(path)


@pytest.mark.parametrize("size", [0, 1, TRAILER_SIZE - 1, TRAILER_SIZE, 4096, -1])
def test_a_cut_one_is_told(path, size):
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(NotABackup):
        container.read(path)


def test_what_is_no_file_is_told(tmp_path):
    for place in (tmp_path, tmp_path / "missing", tmp_path / "no" / "where"):
        with pytest.raises(FileUnreadable):
            container.read(place)


def test_one_of_a_newer_program_is_told(whole, path):
    body = header.canonical(whole.manifest).replace(b'"format":[1,0]', b'"format":[1,1],"new":"field"')
    path.write_bytes(_joined(DATA, body))
    with pytest.raises(NewerProgram):
        container.read(path)


def test_made_up_ones_end_with_a_planned_error(tmp_path):
    ended = fuzz(400, 20261122, tmp_path)
    assert ended.total() == 400
    assert {"BackupDamaged", "BackupAltered", "NotABackup", "NewerProgram"} <= set(ended)
