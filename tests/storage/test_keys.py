"""The vault's cryptography against other implementations and against what must not open."""

import hashlib
import hmac
import unicodedata

import argon2
import pytest

from privdesk.storage import keys
from privdesk.storage.keys import CEILING, DEFAULT, FLOOR, Cost, Rings, Unopened, UserKeys


def test_a_password_key_is_that_of_the_reference_implementation():
    key = keys.password_key("三色すみれ three", b"s" * 16, FLOOR)
    other = argon2.low_level.hash_secret_raw(
        "三色すみれ three".encode(), b"s" * 16, FLOOR.passes, FLOOR.memory_kib, FLOOR.lanes, 32, argon2.Type.ID
    )
    assert key == other


def test_composed_and_decomposed_letters_are_one_password():
    decomposed = unicodedata.normalize("NFD", "ガラスの靴ではない")
    assert decomposed != "ガラスの靴ではない"
    assert keys.password_bytes(decomposed) == keys.password_bytes("ガラスの靴ではない")


@pytest.mark.parametrize(
    "cost",
    [
        Cost(FLOOR.memory_kib - 1, 3, 1),
        Cost(FLOOR.memory_kib, 2, 1),
        Cost(FLOOR.memory_kib, 3, 0),
        Cost(64 * 1024 * 1024, 3, 4),
        Cost(DEFAULT.memory_kib, CEILING.passes + 1, 4),
        Cost(DEFAULT.memory_kib, 3, CEILING.lanes + 1),
    ],
)
def test_a_cost_out_of_bounds_is_never_run(cost):
    assert not cost.is_bounded
    with pytest.raises(ValueError, match="refused"):
        keys.password_key("x" * 15, b"s" * 16, cost)


def test_a_file_can_raise_the_cost_but_not_lower_it():
    assert DEFAULT.is_bounded
    assert FLOOR.is_weaker_than(DEFAULT)
    assert not DEFAULT.is_weaker_than(FLOOR)
    assert Cost(FLOOR.memory_kib, 9, 1).raised_to(DEFAULT) == Cost(DEFAULT.memory_kib, 9, DEFAULT.lanes)


def test_derived_keys_are_hkdf_of_rfc_5869():
    prk = hmac.digest(bytes(32), b"k" * 32, "sha256")
    expected = hmac.digest(prk, b"privdesk 1|database\x01", "sha256")
    assert keys.derived(b"k" * 32, "database") == expected
    assert keys.derived(b"k" * 32, "header") != expected
    assert keys.database_key(bytearray(b"k" * 32)) == f"x'{expected.hex()}'".encode()
    assert hashlib.sha256(b"").digest_size == keys.KEY_SIZE


def test_what_is_sealed_to_a_user_opens_for_him_in_its_place_only():
    user, other = UserKeys(keys.new_private()), UserKeys(keys.new_private())
    key = keys.new_key()
    sealed = keys.seal_to(user.box_key, key, "desk|opening|1")
    assert len(sealed) == keys.SEALED_SIZE
    assert user.unseal(sealed, "desk|opening|1") == key
    with pytest.raises(Unopened):
        other.unseal(sealed, "desk|opening|1")
    with pytest.raises(Unopened):
        user.unseal(sealed, "desk|opening|2")
    for index in range(len(sealed)):
        altered = bytearray(sealed)
        altered[index] ^= 0x40
        with pytest.raises(Unopened):
            user.unseal(bytes(altered), "desk|opening|1")


def test_a_sender_key_of_low_order_does_not_open():
    user = UserKeys(keys.new_private())
    with pytest.raises(Unopened):
        user.unseal(bytes(keys.SEALED_SIZE), "desk|opening|1")


def test_wrapped_keys_are_bound_to_their_slot():
    wrapping, private = keys.new_key(), keys.new_private()
    wrapped = keys.wrap(wrapping, private, b"slot one")
    assert len(wrapped) == keys.WRAPPED_SIZE
    assert keys.unwrap(wrapping, wrapped, b"slot one") == private
    with pytest.raises(Unopened):
        keys.unwrap(wrapping, wrapped, b"slot two")
    with pytest.raises(Unopened):
        keys.unwrap(keys.new_key(), wrapped, b"slot one")
    assert keys.wrap(wrapping, private, b"slot one") != wrapped


def test_private_keys_and_rings_are_overwritten():
    private = keys.new_private()
    UserKeys(private)
    assert not any(private)
    rings, key = Rings(), keys.new_key()
    rings.put("opening", 1, key)
    assert rings.get("opening", 1) is key
    assert rings.epochs("number") == {}
    rings.wipe()
    assert not any(key)
    assert rings.get("opening", 1) is None


def test_a_signature_holds_for_its_content_and_key_only():
    ring, user = keys.new_key(), UserKeys(keys.new_private())
    public, signature = keys.roster_public(ring), keys.roster_sign(ring, b"roster")
    assert keys.is_signed(public, signature, b"roster")
    assert not keys.is_signed(public, signature, b"other")
    assert not keys.is_signed(user.sign_key, signature, b"roster")
    assert keys.is_signed(user.sign_key, user.sign(b"note"), b"note")
