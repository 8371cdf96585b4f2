"""Looks into a Windows build without running it, and says what must not be so.

    python packaging/audit.py dist/LaborQA.exe [--most-mb 60]

Exit code 0 when nothing is found, 1 otherwise.
"""

import argparse
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

import contents
import lock
import pe
import product
from forbidden import forbidden
from product import ICON_SIZES

MACHINE_64_BIT, WITH_WINDOWS = 0x8664, 2
TRAITS = {0x20: "64-bit address randomisation", 0x40: "address randomisation", 0x100: "data execution prevention",
          0x4000: "control flow guard"}
IN_MANIFEST = ("asInvoker", "longPathAware", "PerMonitorV2", "UTF-8", "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}")
IN_VERSION = ("CompanyName", "FileDescription", "FileVersion", "LegalCopyright", "OriginalFilename", "ProductName",
              "ProductVersion")
SYSTEM = {
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "cfgmgr32", "combase", "comctl32", "comdlg32", "crypt32", "d2d1",
    "d3d11", "d3d12", "d3d9", "dcomp", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "gdiplus", "hid", "icu", "icuin",
    "icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "mscms", "msi", "msimg32", "msvcrt", "ncrypt", "netapi32", "ntdll",
    "ole32", "oleacc", "oleaut32", "opengl32", "powrprof", "propsys", "psapi", "rpcrt4", "rstrtmgr", "secur32",
    "setupapi", "shcore", "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32", "userenv", "usp10", "uxtheme",
    "version", "windowscodecs", "winhttp", "winmm", "wintrust", "wldap32", "ws2_32", "wsock32", "wtsapi32",
    "winspool.drv",
}
"""On every Windows from 10, 1903, which Qt asks for."""
SETS_OF_SYSTEM = ("api-ms-win-", "ext-ms-")
WINE_MARKS = (b"Wine builtin DLL", b"Wine placeholder DLL")
STRAY = re.compile(r"\.(py|pyc|pyi|pdb|lib|exp|map|debug|po|ts|key|pem|pfx|p12|env)$|(^|/)(tests?|__pycache__)/")
IN_PLACE = re.compile(r"^(migrations/.*\.py|certifi/cacert\.pem)$")
EXECUTABLE = (".dll", ".pyd", ".exe")


def audit(exe: Path) -> list[str]:
    """Everything found in a build of one file, or of a folder when the exe lies in one."""
    parts = contents.files(exe)
    names = [part.name for part in parts]
    found = [*judge_program(pe.read(exe.read_bytes(), thorough=True)), *judge_names(names)]
    found += [f"forbidden module: {name}" for name in forbidden(contents.modules(exe))]
    known = {PurePosixPath(name).name.lower() for name in names}
    for part in parts:
        if part.name.lower().endswith(EXECUTABLE):
            found += judge_library(part.name, part.read(), known)
    return found


def judge_program(program: pe.Program) -> Iterator[str]:
    """What is wrong with the starter itself."""
    if program.machine != MACHINE_64_BIT:
        yield "not a 64-bit program"
    if program.subsystem != WITH_WINDOWS:
        yield "opens a console"
    if not program.sums_up:
        yield "the checksum is wrong"
    yield from (f"lacks {name}" for bit, name in TRAITS.items() if not program.traits & bit)
    yield from (f"the manifest lacks {word}" for word in IN_MANIFEST if word not in program.manifest)
    yield from (f"the properties lack {name}" for name in IN_VERSION if not program.version.get(name))
    if program.version.get("ProductVersion") != product.version():
        yield f"the properties name version {program.version.get('ProductVersion')}, the source {product.version()}"
    if program.icon_sizes != ICON_SIZES:
        yield f"the icon has the sizes {program.icon_sizes}"


def judge_names(names: Collection[str]) -> Iterator[str]:
    """What is wrong with the list of files inside."""
    yield from (f"forbidden: {name}" for name in forbidden(names))
    yield from (f"does not belong here: {name}" for name in names if STRAY.search(name) and not IN_PLACE.match(name))
    texts = {PurePosixPath(name).stem for name in names if name.startswith("licences/")}
    yield from (f"no licence of {name}" for name in sorted(lock.needed_on("win32") - texts))
    for wanted in ("resources/i18n/laborqa_zh_CN.qm", "resources/fonts/OFL.txt", "licences/laborqa.cdx.json",
                   "licences/qt-replace.txt", "LICENSE"):
        if wanted not in names:
            yield f"missing: {wanted}"
    if not any(name.endswith("platforms/qoffscreen.dll") for name in names):
        yield "missing: the platform without a screen, for the self-test"


def judge_library(name: str, content: bytes, beside: Collection[str]) -> Iterator[str]:
    """What is wrong with a library inside.

    Args:
        beside: names of the files inside, in small letters.
    """
    if any(mark in content[:256] for mark in WINE_MARKS):
        yield f"a file of Wine: {name}"
    try:
        program = pe.read(content)
    except ValueError:
        yield f"not a Windows program: {name}"
        return
    if program.machine != MACHINE_64_BIT:
        yield f"not 64 bit: {name}"
    for needed in program.needs:
        if needed not in beside and needed.removesuffix(".dll") not in SYSTEM and not needed.startswith(SETS_OF_SYSTEM):
            yield f"{name} needs {needed}, which is neither inside nor a part of Windows"


def main() -> int:
    """Audits one exe and says what it found."""
    parser = argparse.ArgumentParser(description="Look into a Windows build.")
    parser.add_argument("exe", type=Path)
    parser.add_argument("--most-mb", type=float, default=60)
    args = parser.parse_args()
    parts = contents.files(args.exe)
    megabytes = args.exe.stat().st_size / 2**20
    found = audit(args.exe)
    if megabytes > args.most_mb:
        found.append(f"{megabytes:.1f} MB, more than {args.most_mb:.0f}")
    unpacked = sum(part.size for part in parts) / 2**20
    print(f"{args.exe.name}: {megabytes:.1f} MB, {len(parts)} files inside, unpacked {unpacked:.1f} MB")
    print("\n".join([*found, f"{len(found)} findings"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
