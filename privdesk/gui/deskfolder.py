"""Where a new desk's folder goes: its name after the office, and places that are risky for it."""

import re
from enum import StrEnum
from pathlib import Path

_SUFFIX = ".privdesk"
_LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
# names that Windows keeps for its devices
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)\d", re.IGNORECASE)
_SYNCING = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "box sync", "mobile documents")
_REMOVABLE = frozenset({"vfat", "exfat", "fat32", "fat", "msdos"})
_NETWORK = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "fuse.sshfs"})


class Risk(StrEnum):
    """Why a place is risky for a desk; the user may still choose it."""

    SYNC = "sync"
    REMOVABLE = "removable"
    NETWORK = "network"


def risk(folder: Path, file_system: str) -> Risk | None:
    """What speaks against a folder that lies on a file system of this kind, as the operating system calls it."""
    plain = str(folder).casefold()
    if any(name in plain for name in _SYNCING):
        return Risk.SYNC
    if file_system.casefold() in _NETWORK or plain.startswith("\\\\"):
        return Risk.NETWORK
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
