"""The register knows each copy, by hand or made here; what is destroyed is really that copy, or stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from privdesk.domain.errors import NoSuchCopy, NotAllowed, PlaceMissing
from privdesk.operations import backups, copies
from tests.office import NOW
from tests.operations.looking import log


@pytest.fixture
def medium(tmp_path):
    folder = tmp_path / "medium"
    folder.mkdir()
    return folder


@pytest.fixture
def made(desk, medium):
    return backups.run(desk, medium).value


def test_a_copy_made_by_hand_is_entered_and_noted_as_destroyed(desk):
    done = copies.add(desk, " 金庫のUSBメモリー ", date(2026, 11, 20), date(2027, 5, 20))
    (copy,) = copies.register(desk)
    assert (copy.place, copy.file, copy.destroy_by) == ("金庫のUSBメモリー", "", date(2027, 5, 20))
    assert copy.made_at.date() == date(2026, 11, 20)
    with pytest.raises(PlaceMissing):
        copies.destroy(desk, copy.id)
    noted = copies.note_destroyed(desk, copy.id)
    assert copies.register(desk)[0].destroyed_on == desk.today
    assert noted.undo
    noted.undo(desk)
    assert copies.register(desk)[0].destroyed_on is None
    assert done.undo
    done.undo(desk)
    with pytest.raises(NoSuchCopy):
        copies.note_destroyed(desk, copy.id)
    assert "金庫" not in str(log(desk))


def test_a_copy_by_hand_is_no_backup_of_the_plan(desk):
    copies.add(desk, "safe", date(2026, 11, 22), date(2027, 5, 20))
    assert backups.overview(desk).last is None


def test_destroying_deletes_the_file_and_notes_it(desk, medium, made):
    copies.destroy(desk, made.id)
    assert not list(medium.iterdir())
    assert copies.register(desk)[0].destroyed_on == desk.today
    assert log(desk)[-1] == ("copy.destroy", f"copy:{made.id}")
    with pytest.raises(NoSuchCopy):
        copies.destroy(desk, made.id)


def test_a_copy_whose_medium_is_away_stays_in_the_register(desk, medium, made):
    medium.rename(medium.with_name("away"))
    with pytest.raises(PlaceMissing):
        copies.destroy(desk, made.id)
    assert copies.register(desk)[0].destroyed_on is None


def test_a_file_that_somebody_took_away_is_as_good_as_destroyed(desk, medium, made):
    (medium / made.file).unlink()
    copies.destroy(desk, made.id)
    assert copies.register(desk)[0].destroyed_on == desk.today


def test_another_backup_under_the_same_name_is_left_alone(desk, medium, made):
    backups.run(replace(desk, clock=lambda: NOW + timedelta(days=1)), medium)
    other = next(path for path in medium.iterdir() if path.name != made.file)
    other.replace(medium / made.file)
    copies.destroy(desk, made.id)
    assert [path.name for path in medium.iterdir()] == [made.file]


def test_a_damaged_one_can_be_destroyed_too(desk, medium, made):
    (medium / made.file).write_bytes(b"half")
    copies.destroy(desk, made.id)
    assert not list(medium.iterdir())


def test_only_managers_enter_and_destroy(auditor, made):
    for act in (
        lambda: copies.destroy(auditor, made.id),
        lambda: copies.note_destroyed(auditor, made.id),
        lambda: copies.add(auditor, "safe", date(2026, 11, 22), date(2027, 5, 20)),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert [copy.id for copy in copies.register(auditor)] == [made.id]
