"""What kind of place a library lies in: a folder that a program synchronises, or a share of the network."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from laborqa_desktop.errors import Refused
from laborqa_desktop.text import N_

_SYNC_PARTS = (
    ("onedrive", "OneDrive"), ("skydrive", "OneDrive"), ("sharepoint", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("nutstore", "坚果云 Nutstore"), ("nutstorefiles", "坚果云 Nutstore"), ("我的坚果云", "坚果云 Nutstore"),
    ("坚果云", "坚果云 Nutstore"),
    ("baidusync", "百度网盘 BaiduSync"), ("baidusyncdisk", "百度网盘 BaiduSync"),
    ("baidunetdisk", "百度网盘 BaiduSync"), ("baidunetdiskdownload", "百度网盘 BaiduSync"),
    ("baidunetdiskworkspace", "百度网盘 BaiduSync"), ("百度网盘", "百度网盘 BaiduSync"),
    ("百度云同步", "百度网盘 BaiduSync"), ("百度云", "百度网盘 BaiduSync"),
    ("icloud", "iCloud"), ("mobile documents", "iCloud"), ("iclouddrive", "iCloud"), ("icloud drive", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("google drive", "Google Drive"), ("googledrive", "Google Drive"), ("my drive", "Google Drive"),
    ("我的云端硬盘", "Google Drive"), ("drivefs", "Google Drive"),
    ("wechat files", "WeChat"), ("xwechat_files", "WeChat"), ("微信", "WeChat"), ("wxwork", "WeChat"),
    ("wps cloud", "WPS"), ("wpsdrive", "WPS"), ("wps云盘", "WPS"), ("wps网盘", "WPS"), ("wps cloud files", "WPS"),
    ("金山文档", "WPS"), ("kdocs", "WPS"),
    ("weiyun", "微云 Weiyun"), ("微云", "微云 Weiyun"), ("腾讯微云", "微云 Weiyun"),
    ("阿里云盘", "阿里云盘 aDrive"), ("adrive", "阿里云盘 aDrive"), ("aliyundrive", "阿里云盘 aDrive"),
    ("腾讯文档", "腾讯文档 Tencent Docs"), ("tencentdocs", "腾讯文档 Tencent Docs"),
    ("megasync", "MEGA"), ("mega", "MEGA"),
    ("pcloud", "pCloud"), ("pclouddrive", "pCloud"), ("pcloudsync", "pCloud"),
    ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"),
    ("seafile", "Seafile"), ("seadrive", "Seafile"),
    ("syncthing", "Syncthing"),
    ("box sync", "Box"), ("box-box", "Box"), ("boxsync", "Box"),
    ("synologydrive", "Synology Drive"), ("synology drive", "Synology Drive"), ("qsync", "Qsync"),
    ("cloudstorage", "iCloud / CloudStorage"), ("resilio sync", "Resilio Sync"), ("btsync", "Resilio Sync"),
    ("yandex.disk", "Yandex Disk"), ("yandexdisk", "Yandex Disk"),
    ("115sync", "115"), ("天翼云盘", "天翼云盘"), ("和彩云", "中国移动云盘"), ("华为云盘", "华为云空间"),
)
"""Parts of a path (in lower case, whole or followed by a space, hyphen, bracket) -> the program that syncs it."""

_WHOLE_ONLY = frozenset({"mega", "syncthing", "adrive", "百度云", "微云"})
"""Names that could also begin the name of a project or a customer."""

_SYNC_MARKS = (
    (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"), (".owncloudsync.log", "ownCloud"), ("._sync_*.db", "Nextcloud"),
    (".sync_*.db", "Nextcloud"), (".seafile-data", "Seafile"), (".megaignore", "MEGA"),
    (".synologyworkingdirectory", "Synology Drive"), (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
    (".tmp.driveupload", "Google Drive"), (".nutstore_*", "坚果云 Nutstore"), (".baiduyun*", "百度网盘 BaiduSync"),
)
"""Names that a program leaves at the root of what it syncs."""

_SYNC_VARIABLES = (("OneDrive", "OneDrive"), ("ONEDRIVE", "OneDrive"), ("OneDriveCommercial", "OneDrive"),
                   ("OneDriveConsumer", "OneDrive"), ("ONEDRIVECOMMERCIAL", "OneDrive"))

_NETWORK_KINDS = frozenset({
    "cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs3", "nfs4", "9p", "afs", "afpfs", "ncpfs", "coda", "ceph",
    "glusterfs", "lustre", "davfs", "davfs2", "webdav", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2",
    "fuse.smbnetfs", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.cephfs", "fuse.curlftpfs", "fuse.s3fs", "beegfs",
    "gpfs", "ocfs2", "gfs2", "orangefs", "vboxsf", "prl_fs", "vmhgfs", "fuse.vmhgfs-fuse"})
_SYNC_KINDS = {"fuse.google-drive-ocamlfuse": "Google Drive", "fuse.pcloud": "pCloud", "fuse.onedriver": "OneDrive",
               "fuse.seadrive": "Seafile"}
DRIVE_REMOTE = 4
_BELOW = 130
"""Room for the longest name below a library's folder: that of a backup while it is made."""
LONGEST = 259 - _BELOW
"""Letters of a library's folder where Windows keeps to its old limit."""
LONGEST_BYTES = 512 - _BELOW
"""Bytes of it anywhere: SQLite takes no longer path."""


def _mounts() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text("utf-8", "replace")
    except OSError:
        return ""


def _drive_type(root: str) -> int:
    if sys.platform == "win32":
        import ctypes
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return 0


def _long_paths() -> bool:
    """Whether paths may be longer than 259 letters: the program says it can, and this Windows is set to let it."""
    if sys.platform == "win32":
        import ctypes
        return bool(ctypes.windll.ntdll.RtlAreLongPathsEnabled() & 0xFF)
    return True


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


@dataclass(frozen=True)
class Machine:
    """What is asked of the computer; tests give other answers.

    Attributes:
        variables: the environment.
        mounts: the text of /proc/self/mountinfo.
        drive_type: of Windows, for the root of a drive.
        names: what lies in a folder.
        long_paths: whether paths may be longer than Windows' old limit.
    """

    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    mounts: Callable[[], str] = _mounts
    drive_type: Callable[[str], int] = _drive_type
    names: Callable[[Path], list[str]] = _names
    long_paths: Callable[[], bool] = _long_paths


def sync_folder(folder: Path, machine: Machine | None = None) -> str | None:
    """The name of the sync program that would copy the folder while it is in use, or None."""
    machine = machine or Machine()
    words = _plain(str(folder.expanduser().absolute()))
    for variable, program in _SYNC_VARIABLES:
        if (root := _plain(machine.variables.get(variable, ""))) and _is_in(words, root):
            return program
    for part in words.split("/"):
        for known, program in _SYNC_PARTS:
            endings = () if known in _WHOLE_ONLY else (" ", "-", "~", "(", "（")
            if part == known or part.startswith(tuple(known + one for one in endings)):
                return program
    if (program := _SYNC_KINDS.get(_kind_of(words, machine.mounts()), "")):
        return program
    for place in (folder, *folder.absolute().parents):
        for name in machine.names(place):
            for mark, program in _SYNC_MARKS:
                if _matches(name.casefold(), mark):
                    return program
    return None


def _matches(name: str, mark: str) -> bool:
    head, star, tail = mark.partition("*")
    return name.startswith(head) and name.endswith(tail) and len(name) > len(mark) - 1 if star else name == mark


def need_short(folder: Path, machine: Machine | None = None) -> None:
    """Makes sure that everything a library holds can have its place below a folder.

    Raises:
        Refused: its path is too long for the database, or for a Windows that is not set to long ones.
    """
    machine = machine or Machine()
    path = str(folder.expanduser().absolute())
    if len(os.fsencode(path)) > LONGEST_BYTES or (len(path) > LONGEST and not machine.long_paths()):
        raise Refused(N_("Library", "The path of the folder {folder} is too long for a library. Choose a folder nearer "
                                    "to the top of the disk; nothing was made.").of(folder=folder))


def network_share(folder: Path, machine: Machine | None = None) -> bool:
    """Whether a folder lies on another computer, where locks and flushes cannot be relied on."""
    machine = machine or Machine()
    words = str(folder.expanduser())
    upper = words.replace("/", "\\").upper()
    if upper.startswith(("\\\\?\\UNC\\", "\\\\.\\UNC\\")):
        return True
    if upper.startswith("\\\\") and not upper.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if upper.startswith("\\\\?\\"):
        upper = upper[4:]
    if len(upper) > 1 and upper[1] == ":" and machine.drive_type(upper[0] + ":\\") == DRIVE_REMOTE:
        return True
    return _kind_of(_plain(str(folder.expanduser().absolute())), machine.mounts()) in _NETWORK_KINDS


def _plain(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").casefold()


def _is_in(path: str, root: str) -> bool:
    return path == root or path.startswith(root + "/")


def _kind_of(path: str, mounts: str) -> str:
    """The kind of file system a path lies on, by the longest mount point above it; the last one hides others."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split()
        if not dash or len(fields) < 5:
            continue
        point = _plain(_unescaped(fields[4]))
        if _is_in(path, point) and len(point) >= best:
            best, kind = len(point), after.split()[0].casefold()
    return kind


def _unescaped(point: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, letter)
    return point
