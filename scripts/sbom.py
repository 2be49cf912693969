"""Writes the program's bill of materials (CycloneDX 1.6): each library that it is built with, from the lock file."""

import json
import re
import sys
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from privdesk import __version__

LOCK = Path(__file__).parent.parent / "requirements.lock"
_ENTRY = re.compile(r"^([\w.-]+)(?:\[\w+\])?==([^\s;\\]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")


def needed(name: str) -> set[str]:
    """A library and all that it needs on this system."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = canonicalize_name(waiting.pop())
        if one not in found:
            found.add(one)
            wanted = map(Requirement, requires(one) or ())
            waiting += [each.name for each in wanted if not each.marker or each.marker.evaluate({"extra": ""})]
    return found


def bill() -> dict[str, object]:
    """The bill, with the hashes of every file that the lock allows."""
    wanted = needed("privdesk")
    components = [
        {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{canonicalize_name(name)}@{version}",
            "hashes": [{"alg": "SHA-256", "content": found} for found in _HASH.findall(rest)],
        }
        for name, version, rest in _ENTRY.findall(LOCK.read_text("utf-8"))
        if canonicalize_name(name) in wanted
    ]
    program = {"type": "application", "name": "privdesk", "version": __version__}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "metadata": {"component": program},
        "components": components,
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=2) + "\n", "utf-8")
