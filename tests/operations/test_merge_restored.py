"""A backup from before a merge: what protects people reaches both records, and a correction the one it was made on."""

from dataclasses import replace

from privdesk.domain.asked import Proposed
from privdesk.domain.person import NewPerson, profile
from privdesk.operations import desks, people, purposes, sameness
from tests.operations.requesting import yumiko
from tests.operations.test_restores import asked, backup_of, correct, newer, opened, restored
from tests.operations.test_restores import sheet as sheet
from tests.operations.test_restores import way as way
from tests.operations.test_sameness import ONE, merge, versions


def test_what_protects_people_reaches_the_records_that_were_merged_since(desk, founded, tmp_path, way):
    gone, kept = yumiko(desk), people.add(desk, NewPerson(ONE)).value
    made = backup_of(desk, tmp_path / "medium")
    moved = (Proposed(field="postal", value="530-0001"), Proposed(field="address", value="大阪市北区梅田1-1"))
    correct(desk, *asked("CORRECT", reason="転居", proposed=moved))
    merge(desk, kept, gone, {"address"})
    purposes.suspend(desk, kept, ("news",), ground="法第35条第1項")
    done = restored(made, tmp_path, way, newer=newer(desk))
    again = opened(done.folder, founded)
    assert set(purposes.blocked_today(again)) == {kept, gone}
    assert profile(people.open_person(again, gone).person).address == "大阪市北区梅田1-1"
    assert profile(people.open_person(again, kept).person) == replace(ONE, source=ONE.source)
    assert desks.faults(again) == []
    merge(again, kept, gone)
    assert people.open_person(again, gone).person.id == kept
    again.vault.close()


def test_a_backup_of_merged_records_is_restored_as_they_are(desk, founded, tmp_path, way):
    gone, kept = yumiko(desk), people.add(desk, NewPerson(ONE)).value
    merge(desk, kept, gone)
    made = backup_of(desk, tmp_path / "medium")
    sameness.take_apart(desk, gone)
    purposes.suspend(desk, gone, ("news",), ground="法第35条第1項")
    done = restored(made, tmp_path, way, newer=newer(desk))
    again = opened(done.folder, founded)
    assert set(purposes.blocked_today(again)) == {kept}
    assert people.open_person(again, gone).person.id == kept
    assert versions(again, kept) == (2,)
    again.vault.close()
