"""Places where a desk is at risk, known by the name of the folder or of its file system."""

import re

_SYNCING = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "box sync", "mobile documents")
# not 9p: virtual machines and containers keep whole systems on it, with nobody at the other end but their own host
_NETWORK = frozenset(
    {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "afs", "ceph", "davfs", "webdav", "ncpfs"}
    | {f"fuse.{name}" for name in ("sshfs", "rclone", "davfs2", "glusterfs", "gvfsd-fuse", "curlftpfs", "s3fs")}
)


def is_synced(folder: str) -> bool:
    """Whether a program that copies folders to other places has this one, as its name says."""
    plain = folder.casefold()
    return any(name in plain for name in _SYNCING)


def is_network(folder: str, file_system: str) -> bool:
    """Whether the folder lies on another computer; `file_system` is its kind, as the operating system calls it."""
    return file_system.casefold() in _NETWORK or folder.startswith("\\\\")


def mounted_as(folder: str, mounts: str) -> str:
    """The kind of file system on which an absolute path lies, told by Linux's table of mounts; empty if unknown."""
    kinds = {"": ""}
    for line in mounts.splitlines():
        _, place, kind, *_ = line.split(" ")
        kinds[_plain(place).rstrip("/")] = kind  # what is mounted later covers what was there
    parts = folder.rstrip("/").split("/")
    return next(kinds[head] for count in range(len(parts), 0, -1) if (head := "/".join(parts[:count])) in kinds)


def _plain(place: str) -> str:
    """The table writes spaces and the like as \\040."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place)
