"""What lies in the repository names no machine, no host to fetch from, and nothing that is built."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ADDRESS = re.compile(r"https?:|file:|index.url|find.links|trusted.host", re.IGNORECASE)
# The folders that people and build machines work in; a project that stands alone names none of them.
MACHINE_PATH = re.compile(r"(?<![\w.{}<])/(home|root|Users|work|opt/\w+)/\w|[A-Z]:\\Users\\|\.\./shared")


def tracked() -> list[Path]:
    """The files under version control, and those that would be with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("name", ["requirements.lock", "resources/package-lock.json", "resources/.npmrc"])
def test_pins_name_no_host(name):
    assert not ADDRESS.search((ROOT / name).read_text("utf-8"))


def test_every_requirement_is_pinned_with_hashes():
    entries = re.split(r"\n(?=[A-Za-z])", (ROOT / "requirements.lock").read_text("utf-8"))
    pins = [entry for entry in entries if not entry.startswith("#")]
    assert len(pins) > 20
    for entry in pins:
        assert re.match(r"[\w.-]+(\[\w+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_every_package_of_fonts_and_icons_is_pinned():
    packages = json.loads((ROOT / "resources/package-lock.json").read_text("utf-8"))["packages"]
    wanted = packages.pop("")["dependencies"]
    assert {name.removeprefix("node_modules/"): package["version"] for name, package in packages.items()} == wanted
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


def test_no_file_names_a_machine():
    found = []
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a sample in an old encoding
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in MACHINE_PATH.finditer(text)]
    assert not found


def test_nothing_built_is_kept():
    assert not [path for path in tracked() if path.suffix in {".ttf", ".otf", ".qm", ".pyc", ".db"}]
