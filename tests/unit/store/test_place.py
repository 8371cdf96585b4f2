"""T40: sync folders and network shares are known by their names, marks, variables and kinds of file system."""

from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.store import backup, library
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.place import (
    DRIVE_REMOTE,
    LONGEST,
    LONGEST_BYTES,
    Machine,
    need_short,
    network_share,
    sync_folder,
)
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, CHEAP, PASSWORD

MOUNTS = """23 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 23 0:40 / /mnt/{name} rw shared:7 master:1 - {kind} //server/share rw
31 30 0:41 / /mnt/{name}/本地 rw - ext4 /dev/sdb1 rw
"""


def machine(variables: Mapping[str, str] | None = None, mounts: str = "", drive: int = 3,
            names: Mapping[str, list[str]] | None = None) -> Machine:
    return Machine(variables or {}, lambda: mounts, lambda root: drive if root == "Z:\\" else 3,
                   lambda folder: (names or {}).get(str(folder), []))


@pytest.mark.parametrize(("path", "program"), [
    ("/home/li/OneDrive - 公司/质检", "OneDrive"), ("/home/li/Dropbox/a", "Dropbox"),
    ("/d/我的坚果云/a", "坚果云 Nutstore"), ("/d/BaiduSyncdisk/a", "百度网盘 BaiduSync"),
    ("/u/Library/Mobile Documents/a", "iCloud"), ("/g/My Drive/a", "Google Drive"),
    ("/d/WeChat Files/a", "WeChat"), ("/d/WPS云盘/a", "WPS"), ("/home/li/资料", None), ("/home/li/onedriver", None),
    ("/d/腾讯微云/a", "微云 Weiyun"), ("/d/阿里云盘/a", "阿里云盘 aDrive"), ("/d/腾讯文档/a", "腾讯文档 Tencent Docs"),
    ("/d/MEGA/a", "MEGA"), ("/d/Mega mall 2026", None), ("/d/pCloudDrive/a", "pCloud"), ("/d/Nextcloud/a", "Nextcloud"),
    ("/d/Seafile/a", "Seafile"), ("/d/Syncthing/a", "Syncthing"), ("/d/iCloud Drive (归档)/a", "iCloud"),
])
def test_sync_folders_are_known_by_name(path: str, program: str | None) -> None:
    assert sync_folder(Path(path), machine()) == program


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_onedrive_is_known_wherever_the_company_put_it(variable: str) -> None:
    said = machine({variable: "/data/公司云"})
    assert sync_folder(Path("/data/公司云/质检/库"), said) == "OneDrive"
    assert sync_folder(Path("/data/公司云盘外/库"), said) is None


@pytest.mark.parametrize(("mark", "program"), [
    (".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".sync_ab12.db", "Nextcloud"), ("sync.txt", None),
])
def test_sync_folders_are_known_by_what_the_program_left_there(mark: str, program: str | None) -> None:
    assert sync_folder(Path("/data/a/b/库"), machine(names={"/data/a": ["x", mark]})) == program


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs", "nfs4", "fuse.sshfs", "9p", "davfs", "fuse.rclone"])
def test_shares_are_known_by_their_file_system(kind: str) -> None:
    said = machine(mounts=MOUNTS.format(name="共享\\040盘", kind=kind))
    assert network_share(Path("/mnt/共享 盘/库"), said)
    assert network_share(Path("/mnt/共享 盘"), said)
    assert not network_share(Path("/mnt/共享 盘/本地/库"), said)
    assert not network_share(Path("/mnt/共享/库"), said)
    assert not network_share(Path("/home/li/库"), said)


@pytest.mark.parametrize(("path", "share"), [
    (r"\\server\share\库", True), (r"\\?\UNC\server\share\库", True), ("//server/share/库", True),
    (r"Z:\库", True), (r"\\?\Z:\库", True), (r"C:\库", False), (r"\\?\C:\Users\李 洋\库", False),
])
def test_shares_of_windows_are_known(path: str, share: bool) -> None:
    assert network_share(Path(path), machine(drive=DRIVE_REMOTE)) is share


def test_on_a_share_nothing_is_made_and_a_library_is_only_read(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    monkeypatch.setattr(library, "network_share", lambda _: True)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in store.folder.iterdir())
    with pytest.raises(Refused, match="another computer"):
        library.create(tmp_path / "new", PASSWORD, costs=CHEAP)
    assert not (tmp_path / "new").exists()
    with library.open_store(store.folder, PASSWORD) as opened:
        assert "another computer" in str(opened.notice)
        with pytest.raises(Refused, match="another computer"), opened.write(ACT):
            pass
    assert sorted((path.name, path.stat().st_mtime_ns) for path in store.folder.iterdir()) == before


@pytest.mark.parametrize(("length", "letter", "long_paths", "fits"), [
    (LONGEST, "x", False, True), (LONGEST + 1, "x", False, False), (LONGEST + 200, "x", True, True),
    (LONGEST_BYTES, "x", True, True), (LONGEST_BYTES + 1, "x", True, False), (LONGEST, "长", True, False)])
def test_a_path_that_is_too_long_is_known(length: int, letter: str, long_paths: bool, fits: bool) -> None:
    with nullcontext() if fits else pytest.raises(Refused):
        need_short(Path("/" + letter * (length - 1)), Machine(long_paths=lambda: long_paths))


def test_a_library_in_too_deep_a_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    deep = tmp_path / ("长" * 60) / ("路" * 60)
    deep.parent.mkdir()
    with pytest.raises(Refused, match="nearer to the top"):
        library.create(deep, PASSWORD, costs=CHEAP)
    assert not deep.exists()


def test_a_library_at_the_longest_path_does_everything(tmp_path: Path) -> None:
    deep = tmp_path / ("长" * 60)
    rest = LONGEST_BYTES - len(str(deep).encode()) - 1
    deep.mkdir()
    folder = deep / ("x" * rest)
    with library.create(folder, PASSWORD, costs=CHEAP)[0] as made:
        made_of = backup.Source(made.layout, made.keys, made.library_id)
        assert backup.make(made_of, made.layout.backups, "before-restore", made.clock()).verified
        with made.write(ACT):
            pass
    assert check_folder(folder, PASSWORD) == []


def test_the_longest_name_in_a_library_fits_below_the_longest_folder(store: Store) -> None:
    longest = len("backups/.") + 60 + len("-20261123-093000-before-upgrade.01234567.pack.tmp-journal")
    assert LONGEST + 1 + longest <= 259
    assert LONGEST_BYTES + 1 + longest <= 512
    assert LONGEST + 1 + len(f"attachments/ab/.{'0' * 64}.01234567.tmp") <= 259
