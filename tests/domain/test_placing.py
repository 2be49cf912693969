"""Risky places are known by their names; the table of mounts tells on what a folder lies."""

import pytest

from privdesk.domain.placing import is_network, is_synced, mounted_as

MOUNTS = """/dev/sda1 / ext4 rw,relatime 0 0
//server/share /mnt/共有\\040フォルダー cifs rw 0 0
server:/share /srv nfs4 rw 0 0
/dev/sdb1 /srv ext4 rw 0 0
sshfs /mnt fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/", "ext4"),
        ("/data/office.privdesk", "ext4"),
        ("/mnt/共有 フォルダー/office.privdesk", "cifs"),
        ("/mnt/共有", "fuse.sshfs"),
        ("/srv/office", "ext4"),
        ("/srvers", "ext4"),
    ],
)
def test_a_folder_lies_on_what_is_mounted_last_and_nearest(folder, kind):
    assert mounted_as(folder, MOUNTS) == kind


def test_without_a_table_nothing_is_known():
    assert mounted_as("/data", "") == ""


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs4", "fuse.sshfs", "CIFS"])
def test_a_file_system_of_the_network_is_one(kind):
    assert is_network("/mnt/share", kind)


def test_other_file_systems_are_none_and_a_windows_share_is_one_by_its_name():
    assert not any(is_network("/data", kind) for kind in ("ext4", "tmpfs", "9p", "overlay", "NTFS", ""))
    assert is_network(r"\\\\server\\share", "")


@pytest.mark.parametrize(
    "folder",
    ["D:/sato/OneDrive - 見本/x.privdesk", "/data/sato/Dropbox", "/data/Google Drive", "/x/Nextcloud"],
)
def test_the_folder_of_a_sync_program_is_known_by_its_name(folder):
    assert is_synced(folder)
    assert not is_synced("/data/sato/Documents")
