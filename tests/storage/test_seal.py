"""Sealed numbers open in their place only, and equal numbers can be found without telling them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import NumberDamaged
from privdesk.storage.seal import Seal

RING = bytearray(b"n" * 32)
PLACE = "person_number|7|sealed"


@given(st.text())
def test_every_text_comes_back(text):
    seal = Seal("d" * 32, {1: RING})
    blob = seal.seal(text, PLACE)
    assert seal.open(blob, PLACE) == text
    assert seal.seal(text, PLACE) != blob


def test_a_number_does_not_open_elsewhere():
    blob = Seal("d" * 32, {1: RING}).seal("4111111111111111", PLACE)
    assert b"4111" not in blob
    for seal, place in (
        (Seal("d" * 32, {1: RING}), "person_number|8|sealed"),
        (Seal("e" * 32, {1: RING}), PLACE),
        (Seal("d" * 32, {1: bytearray(32)}), PLACE),
        (Seal("d" * 32, {2: RING}), PLACE),
    ):
        with pytest.raises(NumberDamaged):
            seal.open(blob, place)


def test_an_altered_or_cut_number_does_not_open():
    seal = Seal("d" * 32, {1: RING})
    blob = seal.seal("1234567", PLACE)
    for index in range(len(blob)):
        altered = bytearray(blob)
        altered[index] ^= 1
        with pytest.raises(NumberDamaged):
            seal.open(bytes(altered), PLACE)
        with pytest.raises(NumberDamaged):
            seal.open(blob[:index], PLACE)


def test_new_numbers_go_under_the_newest_key_and_older_ones_stay_readable():
    old = Seal("d" * 32, {1: RING})
    both = Seal("d" * 32, {1: RING, 2: bytearray(b"m" * 32)})
    assert both.open(old.seal("1", PLACE), PLACE) == "1"
    with pytest.raises(NumberDamaged):
        old.open(both.seal("1", PLACE), PLACE)


def test_a_blind_index_is_equal_for_equal_numbers_of_one_column_and_desk_ring():
    seal = Seal("d" * 32, {1: RING})
    assert seal.blind("card", "4111") == Seal("d" * 32, {1: RING}).blind("card", "4111")
    assert len({seal.blind("card", "4111"), seal.blind("bank", "4111"), seal.blind("card", "4112")}) == 3
    assert seal.blind("card", "4111") != Seal("d" * 32, {1: bytearray(32)}).blind("card", "4111")


def test_a_forgotten_seal_opens_nothing():
    seal = Seal("d" * 32, {1: bytearray(RING)})
    blob = seal.seal("1", PLACE)
    seal.forget()
    with pytest.raises(NumberDamaged):
        seal.open(blob, PLACE)
    with pytest.raises(KeyError):
        seal.blind("card", "1")
