"""The vault's cryptography: passwords to keys, users' key pairs, rings of keys sealed to them, and what is derived.

Key            held by                  made                    used for
password key   nobody                   Argon2id(password)      AES-256-GCM over the user's two private keys
sheet key      nobody                   HKDF(recovery secret)   the same, for the recovery sheet
user keys      one user                 random                  X25519 opens the rings, Ed25519 signs
opening ring   everyone                 random, per epoch       derives the database's raw key and the header's MAC key
number ring    support, manager, sheet  random, per epoch       derives the seal of numbers and their blind index
roster ring    manager, sheet           random, per epoch       Ed25519 private key that signs who has which role

Secrets are bytearrays that are overwritten after use where Python lets us; `cryptography` keeps copies of its own, and
a password that came as `str` cannot be overwritten, which is why locking ends the process.
"""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Literal, Self

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_SIZE = 32
SALT_SIZE = 16
NONCE_SIZE = 12
_TAG_SIZE = 16
WRAPPED_SIZE = NONCE_SIZE + 2 * KEY_SIZE + _TAG_SIZE
SEALED_SIZE = KEY_SIZE + KEY_SIZE + _TAG_SIZE
RAW_KEY_SIZE = 67
_HEX = b"0123456789abcdef"
# each sealing key seals one message only
_ONLY_NONCE = bytes(NONCE_SIZE)

RingName = Literal["opening", "number", "roster"]


class Unopened(Exception):
    """A wrapped or sealed key does not open: other key, other place or altered bytes; the caller knows what to say."""


@dataclass(frozen=True)
class Cost:
    """What one guess at a password costs: Argon2id's memory in KiB, passes over it, and lanes (RFC 9106)."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_bounded(self) -> bool:
        """Whether it lies between FLOOR and CEILING, and so may be run at all."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.passes <= self.passes <= CEILING.passes
            and FLOOR.lanes <= self.lanes <= CEILING.lanes
        )

    def is_weaker_than(self, other: Self) -> bool:
        """Whether a guess takes less memory or fewer passes than under `other`."""
        return self.memory_kib < other.memory_kib or self.passes < other.passes

    def raised_to(self, policy: Self) -> "Cost":
        """The larger of both in memory and passes, so that no file can lower the policy; lanes as in the policy."""
        return Cost(max(self.memory_kib, policy.memory_kib), max(self.passes, policy.passes), policy.lanes)


DEFAULT = Cost(256 * 1024, 3, 4)
FLOOR = Cost(64 * 1024, 3, 1)
CEILING = Cost(1024 * 1024, 10, 8)


def wipe(secret: bytearray) -> None:
    """Overwrite a secret in place."""
    secret[:] = bytes(len(secret))


def password_bytes(password: str) -> bytearray:
    """NFC in UTF-8: the same keys whether a Mac or a PC composed the letters."""
    return bytearray(unicodedata.normalize("NFC", password), "utf-8", "surrogatepass")


def password_key(password: str, salt: bytes, cost: Cost) -> bytearray:
    """The key that wraps a user's private keys; raises ValueError for a cost that must never be run."""
    if not cost.is_bounded:
        raise ValueError(f"refused to hash at {cost}")
    secret, key = password_bytes(password), bytearray(KEY_SIZE)
    Argon2id(
        salt=salt, length=KEY_SIZE, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    ).derive_into(secret, key)  # type: ignore[arg-type]  # any buffer will do, the stub says bytes
    wipe(secret)
    return key


def sheet_key(secret: bytes, salt: bytes) -> bytearray:
    """The key that wraps the recovery sheet's private keys: 256 random bits need no slow hash."""
    return derived(secret, "recovery sheet", salt)


def derived(key: bytes | bytearray, purpose: str, salt: bytes | None = None) -> bytearray:
    """An independent key for `purpose` (HKDF-SHA256, RFC 5869)."""
    out = bytearray(KEY_SIZE)
    HKDF(hashes.SHA256(), KEY_SIZE, salt=salt, info=f"privdesk 1|{purpose}".encode()).derive_into(key, out)
    return out


def database_key(opening: bytearray) -> bytearray:
    """SQLCipher's raw key as the 67 characters x'<64 hex>'; any other length would silently become a passphrase."""
    raw = derived(opening, "database")
    text = bytearray(b"x'" + bytes(2 * KEY_SIZE) + b"'")
    for index, byte in enumerate(raw):
        text[2 + 2 * index] = _HEX[byte >> 4]
        text[3 + 2 * index] = _HEX[byte & 15]
    wipe(raw)
    return text


def mac(key: bytes | bytearray, content: bytes) -> bytes:
    """HMAC-SHA256 (RFC 2104)."""
    return hmac.digest(key, content, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Compare in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)


class UserKeys:
    """A user's two private keys: one opens what is sealed to him, one signs."""

    def __init__(self, private: bytearray) -> None:
        """Take the 64 bytes that are wrapped in a slot, and overwrite them."""
        self._box = X25519PrivateKey.from_private_bytes(private[:KEY_SIZE])
        self._sign = Ed25519PrivateKey.from_private_bytes(private[KEY_SIZE:])
        wipe(private)

    @property
    def box_key(self) -> bytes:
        """The public key that others seal to."""
        return self._box.public_key().public_bytes_raw()

    @property
    def sign_key(self) -> bytes:
        """The public key that proves his signatures."""
        return self._sign.public_key().public_bytes_raw()

    def sign(self, content: bytes) -> bytes:
        """His Ed25519 signature (RFC 8032)."""
        return self._sign.sign(content)

    def unseal(self, sealed: bytes, place: str) -> bytearray:
        """The key that was sealed to him for `place`; raises Unopened."""
        try:
            shared = self._box.exchange(X25519PublicKey.from_public_bytes(sealed[:KEY_SIZE]))
            key = _sealing_key(shared, sealed[:KEY_SIZE], self.box_key, place)
            out = bytearray(KEY_SIZE)
            ChaCha20Poly1305(key).decrypt_into(_ONLY_NONCE, sealed[KEY_SIZE:], place.encode(), out)
        except (InvalidTag, ValueError) as error:  # ValueError: a public key of low order
            raise Unopened from error
        wipe(key)
        return out


def new_key() -> bytearray:
    """256 random bits."""
    return bytearray(secrets.token_bytes(KEY_SIZE))


def new_private() -> bytearray:
    """The 64 bytes of a new user's two private keys."""
    return bytearray(secrets.token_bytes(2 * KEY_SIZE))


def wrap(wrapping: bytearray, private: bytearray, bound: bytes) -> bytes:
    """Private keys under a password's or sheet's key, together with all that `bound` says about their slot."""
    nonce = secrets.token_bytes(NONCE_SIZE)
    return nonce + AESGCM(wrapping).encrypt(nonce, private, bound)


def unwrap(wrapping: bytearray, wrapped: bytes, bound: bytes) -> bytearray:
    """The 64 private bytes again; raises Unopened for another password or an altered slot."""
    private = bytearray(2 * KEY_SIZE)
    try:
        AESGCM(wrapping).decrypt_into(wrapped[:NONCE_SIZE], wrapped[NONCE_SIZE:], bound, private)
    except InvalidTag as error:
        raise Unopened from error
    return private


def seal_to(public: bytes, key: bytearray, place: str) -> bytes:
    """Seal a key so that only the holder of `public`'s private half opens it, and only for `place`."""
    sender = X25519PrivateKey.generate()
    ephemeral = sender.public_key().public_bytes_raw()
    once = _sealing_key(sender.exchange(X25519PublicKey.from_public_bytes(public)), ephemeral, public, place)
    sealed = ephemeral + ChaCha20Poly1305(once).encrypt(_ONLY_NONCE, key, place.encode())
    wipe(once)
    return sealed


def can_be_sealed_to(public: bytes) -> bool:
    """Whether a key can be sealed to this public key; not to one of low order, which gives no secret (RFC 7748)."""
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        return False
    return True


def _sealing_key(shared: bytes, ephemeral: bytes, public: bytes, place: str) -> bytearray:
    return derived(shared, f"seal|{place}", ephemeral + public)


def roster_public(ring: bytearray) -> bytes:
    """The public half of the key that signs the roster."""
    return Ed25519PrivateKey.from_private_bytes(ring).public_key().public_bytes_raw()


def roster_sign(ring: bytearray, content: bytes) -> bytes:
    """A manager's signature under the roster."""
    return Ed25519PrivateKey.from_private_bytes(ring).sign(content)


def is_signed(public: bytes, signature: bytes, content: bytes) -> bool:
    """Whether the Ed25519 signature holds."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


class Rings:
    """The rings that a user holds, each in one or more epochs; empty after `wipe`."""

    def __init__(self) -> None:
        self._keys: dict[tuple[RingName, int], bytearray] = {}

    def put(self, name: RingName, epoch: int, key: bytearray) -> None:
        """Add one key."""
        self._keys[name, epoch] = key

    def get(self, name: RingName, epoch: int) -> bytearray | None:
        """One key, or None if this user does not hold it."""
        return self._keys.get((name, epoch))

    def epochs(self, name: RingName) -> dict[int, bytearray]:
        """All epochs of one ring."""
        return {epoch: key for (held, epoch), key in self._keys.items() if held == name}

    def copied(self) -> "Rings":
        """The same keys in their own memory, to be overwritten for themselves."""
        copy = Rings()
        for (name, epoch), key in self._keys.items():
            copy.put(name, epoch, key.copy())
        return copy

    def keep_newest(self, name: RingName) -> None:
        """Overwrite and forget the older epochs of one ring."""
        for epoch in sorted(self.epochs(name))[:-1]:
            wipe(self._keys.pop((name, epoch)))

    def wipe(self) -> None:
        """Overwrite and forget all of them."""
        for key in self._keys.values():
            wipe(key)
        self._keys.clear()
