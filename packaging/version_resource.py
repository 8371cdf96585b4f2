"""What the properties of the exe say on Windows: the version resource."""

from typing import Any

import product


def version_resource() -> Any:
    """For PyInstaller; its classes can be imported on Windows only."""
    from PyInstaller.utils.win32 import versioninfo as info
    four = product.four_numbers(product.version())
    texts = {
        "CompanyName": product.MAKERS, "FileDescription": product.TITLE, "FileVersion": product.version(),
        "InternalName": product.NAME, "LegalCopyright": f"{product.MAKERS}, {product.LICENCE}",
        "OriginalFilename": f"{product.NAME}.exe", "ProductName": product.TITLE, "ProductVersion": product.version(),
        "Comments": product.DESCRIPTION,
    }
    table = info.StringTable("040904B0", [info.StringStruct(name, text) for name, text in texts.items()])
    fixed = info.FixedFileInfo(filevers=four, prodvers=four, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0,
                               date=(0, 0))
    translation = info.VarStruct("Translation", [0x0409, 1200])
    return info.VSVersionInfo(ffi=fixed, kids=[info.StringFileInfo([table]), info.VarFileInfo([translation])])
