"""What can still be read of somebody in a desk that is closed: in its search index, and in every page of its file."""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from privdesk.operations.desk import Desk
from privdesk.storage import connection, keys
from privdesk.storage.connection import PAGE_SIZE, SALT_SIZE
from privdesk.storage.vault import DATA

# the end of a page: the vector of its cipher, then its MAC
_VECTOR, _MAC = 16, 64


def found(desk: Desk, strings: Iterable[str]) -> set[str]:
    """Close the desk; which of the strings can be read: in clear, or in the index, which has pairs of characters."""
    rings, epoch, path = desk.vault.rings.copied(), desk.vault.header.epoch, desk.vault.folder / DATA
    desk.vault.close()
    opening = rings.epochs("opening")[epoch]
    pages = _pages(path, bytes(keys.derived(opening, "database")))
    with closing(connection.connect(path, keys.database_key(opening))) as raw:
        raw.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, person_gram, 'row')")
        terms = {term for (term,) in raw.execute("SELECT term FROM term")}
    return {one for one in strings if any(form in pages for form in _forms(one)) or _pairs(one) <= terms}


def _forms(text: str) -> tuple[bytes, bytes]:
    """As a text and within JSON."""
    return text.encode(), json.dumps(text)[1:-1].encode()


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _pages(path: Path, key: bytes) -> bytes:
    """All pages in clear, unused ones included."""
    assert not path.with_name(f"{path.name}-wal").exists()
    content, clear = path.read_bytes(), []
    for start in range(0, len(content), PAGE_SIZE):
        page = content[start : start + PAGE_SIZE]
        body, vector = page[: -_VECTOR - _MAC], page[-_VECTOR - _MAC : -_MAC]
        reading = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        clear.append(reading.update(body if start else body[SALT_SIZE:]))
    return b"".join(clear)
