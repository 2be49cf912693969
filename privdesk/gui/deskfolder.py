"""Where a new desk's folder goes: its name after the office, and places that are risky for it."""

import re
from enum import StrEnum
from pathlib import Path

from privdesk.domain.placing import is_network, is_synced

_SUFFIX = ".privdesk"
_LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
# names that Windows keeps for its devices
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)\d", re.IGNORECASE)
_REMOVABLE = frozenset({"vfat", "exfat", "fat32", "fat", "msdos"})


class Risk(StrEnum):
    """Why a place is risky for a desk; the user may still choose it, unless it is on the network."""

    SYNC = "sync"
    REMOVABLE = "removable"
    NETWORK = "network"


def risk(folder: Path, file_system: str) -> Risk | None:
    """What speaks against a folder that lies on a file system of this kind, as the operating system calls it."""
    if is_network(str(folder), file_system):
        return Risk.NETWORK
    if is_synced(str(folder)):
        return Risk.SYNC
    return Risk.REMOVABLE if file_system.casefold() in _REMOVABLE else None


def desk_folder(parent: Path, office: str) -> Path:
    """The folder `<office>.privdesk` in `parent`; with a number where one of that name is there already."""
    stem = _FORBIDDEN.sub(" ", office).strip(" .")[:_LONGEST].strip(" .")
    if not stem or _DEVICES.fullmatch(stem):
        stem = f"office {stem}".strip()
    wanted, number = parent / f"{stem}{_SUFFIX}", 2
    while wanted.exists():
        wanted, number = parent / f"{stem} {number}{_SUFFIX}", number + 1
    return wanted
