"""What fuzzing does to bytes and to JSON, and how what came of it is counted; shared by all formats of our own."""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

Chance = random.Random
_HEX = "0123456789abcdef"
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
# all zeros, of the same length
_ZEROS = str.maketrans(dict.fromkeys(_BASE64, "A"))
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1, 2**31, 2**53, 2**53 + 1, 2**63, 2**200, 1e308, 0.5),
    *("", "0", "x" * 2000, "é\u202e\x00", "/../../etc/passwd", "0" * 32, "f" * 32, "A" * 107 + "=", "A" * 43 + "="),
    *("2026-11-22T01:00:00Z", "2026-11-22T01:00:00", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59+23:59"),
    *([], {}, [[]], {"": {}}, [0] * 100, {"format": [1, 0]}),
)


def flipped(chance: Chance, content: bytes, last: int = 0) -> bytes:
    """With one to eight bits turned, of the `last` bytes if so many are given."""
    altered = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        altered[-1 - chance.randrange(last or len(altered))] ^= 1 << chance.randrange(8)
    return bytes(altered)


def cut(chance: Chance, content: bytes, end: int) -> bytes:
    """Cut anywhere, now and then with the `end` bytes of the whole behind it."""
    at = chance.randrange(len(content))
    return content[:at] + (content[-end:] if chance.random() < 0.3 else b"")


def moved(chance: Chance, content: bytes) -> bytes:
    """With a block of it put elsewhere, between or over what is there."""
    size = chance.choice((1, 16, 512, 4096))
    start, to = chance.randrange(len(content)), chance.randrange(len(content))
    block = content[start : start + size]
    return content[:to] + block + content[to + chance.choice((0, len(block))) :]


def nested(chance: Chance) -> bytes:
    """JSON that is nested without end."""
    return (chance.choice(("[", '{"a":')) * chance.choice((100, 10_000, 200_000))).encode()


def noise(chance: Chance) -> bytes:
    """Bytes that are no JSON."""
    return chance.randbytes(chance.choice((0, 1, 100, 5000)))


def told(tree: object) -> bytes:
    """A tree as canonical JSON."""
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def changed(chance: Chance, tree: Any, odd: float = 0.5) -> Any:
    """One to three changes at random places of a JSON tree, which is changed itself.

    So many of them as `odd` says break the form, the others look like what was there.
    """
    for _ in range(chance.choice((1, 1, 2, 3))):
        if not tree:
            break
        holder, at = _place(chance, tree)
        chance.choice(_ODD_ONES if chance.random() < odd else _LIKELY_ONES)(chance, tree, holder, at)
    return tree


def _place(chance: Chance, tree: Any) -> tuple[Any, Any]:
    """Somewhere inside: what holds it, and under which key or number."""
    spot: Any = tree
    holder, at = tree, None
    while isinstance(spot, dict | list) and spot and (at is None or chance.random() < 0.9):
        holder = spot
        at = chance.choice(list(spot)) if isinstance(spot, dict) else chance.randrange(len(spot))
        spot = holder[at]
    return holder, at


def _put_odd(chance: Chance, tree: Any, holder: Any, at: Any) -> None:
    holder[at] = deepcopy(chance.choice(ODD))


def _add(chance: Chance, tree: Any, holder: Any, at: Any) -> None:
    if isinstance(holder, dict):
        holder[chance.choice(("", "size", "extra", "f" * 32))] = deepcopy(chance.choice(ODD))
    else:
        holder.insert(at, deepcopy(chance.choice(holder)))


def _remove(chance: Chance, tree: Any, holder: Any, at: Any) -> None:
    del holder[at]


def _turn(chance: Chance, tree: Any, holder: Any, at: Any) -> None:
    """Another value of the same kind, so that it passes the bounds."""
    spot = holder[at]
    if isinstance(spot, bool):
        holder[at] = not spot
    elif isinstance(spot, int):
        holder[at] = spot + chance.choice((-1, 1, 4096, -4096, 2**40))
    elif isinstance(spot, str) and spot:
        if chance.random() < 0.05:
            holder[at] = spot.translate(_ZEROS)
            return
        place = chance.randrange(len(spot))
        signs = _HEX if set(spot) <= set(_HEX) else _BASE64
        holder[at] = spot[:place] + chance.choice(signs) + spot[place + 1 :]
    elif isinstance(spot, list):
        chance.shuffle(spot)


def _take_another(chance: Chance, tree: Any, holder: Any, at: Any) -> None:
    """What stands under the same name, or in the same list, elsewhere in the tree."""
    others = list(_namesakes(tree, at)) if isinstance(holder, dict) else holder
    if others:
        holder[at] = deepcopy(chance.choice(others))


def _namesakes(tree: Any, name: str) -> Iterator[Any]:
    for key, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if key == name:
            yield inner
        if isinstance(inner, dict | list):
            yield from _namesakes(inner, name)


_ODD_ONES = (_put_odd, _add, _remove)
_LIKELY_ONES = (_turn, _turn, _turn, _take_another, _take_another)


@contextmanager
def noted(seed: int) -> Iterator[None]:
    """What flies from in here says with which seed it comes again."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"with seed {seed}")
        raise


def main(what: str, fuzz: Callable[[int, int], Counter[str]], arguments: Sequence[str]) -> None:
    """Try as many as the first argument says, with the second as seed, and print what they ended with."""
    tries, seed = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else random.SystemRandom().getrandbits(32)
    ended = fuzz(tries, seed)
    lines = [f"seed {seed}: {tries} {what}", *(f"{count:>9}  {name}" for name, count in ended.most_common())]
    sys.stdout.write("\n".join(lines) + "\n")
