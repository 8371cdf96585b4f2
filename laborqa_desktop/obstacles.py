"""What can stand in the way before anything of ours can run: a Windows that is too old, a part that is missing.

These sentences need neither Qt nor its catalogues, of which the missing part may be one; so they carry their Chinese
themselves, and a test holds it against the catalogue.
"""

import sys

from laborqa_desktop.text import N_, Text

LEAST_BUILD = 18362
"""Windows 10 1903, the oldest that Qt 6.11 and the UTF-8 of our manifest run on."""
TOO_OLD = N_("Obstacles", "This Windows is too old (build {build}): LaborQA needs Windows 10 version 1903 (build "
                          "{least}) or newer. Your libraries were not touched. Update Windows, or open them on another "
                          "computer.")
MISSING = N_("Obstacles", "A part of the program ({part}) is missing or was blocked, most likely because a virus "
                          "scanner put it into quarantine. Your libraries were not touched. Restore it in the virus "
                          "scanner and trust LaborQA there, or install the program again.")
IN_CHINESE = {
    TOO_OLD: "这台电脑的 Windows 太旧（内部版本 {build}）：LaborQA 需要 Windows 10 1903（内部版本 {least}）"
             "或更新的版本。您的资料库没有被改动。请更新 Windows，或在另一台电脑上打开。",
    MISSING: "程序的一部分（{part}）不见了或被拦截，多半是杀毒软件把它隔离了。您的资料库没有被改动。"
             "请在杀毒软件里恢复它并信任 LaborQA，或重新安装程序。",
}


def too_old(platform: str, build: int) -> str:
    """What to say where the program cannot run; "" where it can.

    Args:
        platform: as sys.platform.
        build: of Windows.
    """
    if platform != "win32" or build >= LEAST_BUILD:
        return ""
    return _in_both(TOO_OLD, build=build, least=LEAST_BUILD)


def missing_part(error: ImportError) -> Text:
    """The sentence about a module that cannot be loaded."""
    return MISSING.of(part=_name(error))


def missing_part_in_both(error: ImportError) -> str:
    """The same for where no catalogue can be had."""
    return _in_both(MISSING, part=_name(error))


def windows_build() -> int:
    """Of this computer; 0 elsewhere."""
    if sys.platform == "win32":
        return int(sys.getwindowsversion().build)
    return 0


def tell(words: str) -> None:
    """Says it in a box of Windows, on other systems where the program was started."""
    if sys.platform == "win32":
        import ctypes
        ctypes.windll.user32.MessageBoxW(None, words, "LaborQA Desktop", 0x10)      # MB_ICONERROR
    elif sys.stderr is not None:
        print(words, file=sys.stderr)       # noqa: T201


def _name(error: ImportError) -> str:
    return (error.name or "").rpartition(".")[2] or str(error)[:60]


def _in_both(text: Text, **places: object) -> str:
    return f"{IN_CHINESE[text].format(**places)}\n\n{text.of(**places)}"
