"""Seals single numbers: who may open the file but not the numbers sees none, and none can be moved elsewhere."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from privdesk.domain.errors import NumberDamaged
from privdesk.storage import keys
from privdesk.storage.keys import NONCE_SIZE

_VERSION = 1
_EPOCH_SIZE = 4
_HEAD_SIZE = 1 + _EPOCH_SIZE


class Seal:
    """The number ring at work; new numbers go under the newest epoch, older ones open under their own."""

    def __init__(self, desk: str, rings: dict[int, bytearray]) -> None:
        self._desk = desk
        self._ciphers = {epoch: AESGCM(keys.derived(ring, "number")) for epoch, ring in rings.items()}
        self._epoch = max(rings)
        self._blind = {epoch: keys.derived(ring, "blind index") for epoch, ring in rings.items()}
        self._columns: dict[tuple[int, str], bytearray] = {}

    def seal(self, text: str, bound: str) -> bytes:
        """`text` as AES-256-GCM, to be opened only with the same `bound`, which names its table, row and column."""
        head = bytes([_VERSION]) + self._epoch.to_bytes(_EPOCH_SIZE)
        nonce = secrets.token_bytes(NONCE_SIZE)
        return head + nonce + self._ciphers[self._epoch].encrypt(nonce, text.encode(), self._place(head, bound))

    def open(self, blob: bytes, bound: str) -> str:
        """The text again; raises NumberDamaged if it was altered or stands elsewhere."""
        head, nonce = blob[:_HEAD_SIZE], blob[_HEAD_SIZE : _HEAD_SIZE + NONCE_SIZE]
        cipher = self._ciphers.get(int.from_bytes(head[1:]))
        if cipher is None or head[:1] != bytes([_VERSION]) or len(nonce) != NONCE_SIZE:
            raise NumberDamaged
        try:
            return cipher.decrypt(nonce, blob[_HEAD_SIZE + NONCE_SIZE :], self._place(head, bound)).decode()
        except InvalidTag as error:
            raise NumberDamaged from error

    def blind(self, column: str, text: str) -> bytes:
        """What finds exactly this text in `column` without telling it; equal texts in two columns look different."""
        return self._blinded(self._epoch, column, text)

    def blinds(self, column: str, text: str) -> tuple[bytes, ...]:
        """The same under every epoch, for what was sealed under an older one."""
        return tuple(self._blinded(epoch, column, text) for epoch in self._blind)

    def forget(self) -> None:
        """Drop the keys; afterwards nothing can be sealed or opened."""
        self._ciphers.clear()
        for key in (*self._blind.values(), *self._columns.values()):
            keys.wipe(key)
        self._columns.clear()
        self._blind.clear()

    def _blinded(self, epoch: int, column: str, text: str) -> bytes:
        if (epoch, column) not in self._columns:
            self._columns[epoch, column] = keys.derived(self._blind[epoch], f"column|{column}")
        return keys.mac(self._columns[epoch, column], text.encode())

    def _place(self, head: bytes, bound: str) -> bytes:
        return head + f"{self._desk}|{bound}".encode()
