"""The bill of materials: everything that the executable consists of, in CycloneDX 1.6, from the lock.

    python packaging/sbom.py FILE.json

The same commit gives the same file.
"""

import json
import re
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import lock
import product

LICENCES = product.ROOT / "docs" / "licences"
OTHER_PARTS = (
    ("Qt", "6.11.3", "LGPL-3.0-only", "inside pyside6-essentials"),
    ("SQLCipher", "4.19", "BSD-3-Clause", "inside sqlcipher3"),
    ("CPython", "3.13.2 (Windows), 3.11 (Linux)", "PSF-2.0", "with OpenSSL, libffi, zlib, bzip2, expat, xz"),
    ("PyInstaller bootloader", "6.22.3", "GPL-2.0-or-later WITH Bootloader-exception", "the starter"),
    ("PDFium", "inside pypdfium2", "BSD-3-Clause OR Apache-2.0", "inside pypdfium2"),
    ("Noto Sans SC", "2.004", "OFL-1.1", "resources/fonts"),
    ("Tabler Icons", "3", "MIT", "resources/icons"),
)
"""Name, version, licence, place: what no lock names."""


def bill() -> dict[str, Any]:
    """The bill of materials, ready for JSON."""
    libraries = lock.shipped()
    components = [_library(each) for each in libraries] + [_part(*part) for part in OTHER_PARTS]
    root = f"pkg:generic/laborqa-desktop@{product.version()}"
    needs: dict[str, list[str]] = {each.name: [] for each in libraries}
    for each in libraries:
        for parent in each.because_of:
            if parent in needs:
                needs[parent].append(_address(each))
    made = datetime.fromtimestamp(product.commit_time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": {
                "type": "application", "bom-ref": root, "name": product.TITLE, "version": product.version(),
                "description": product.DESCRIPTION, "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": root, "dependsOn": sorted(component["bom-ref"] for component in components)},
            *({"ref": _address(each), "dependsOn": sorted(needs[each.name])} for each in libraries),
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))
    return {**document, "serialNumber": f"urn:uuid:{serial}"}


def _address(library: lock.Locked) -> str:
    return f"pkg:pypi/{library.name}@{library.version}"


def _library(library: lock.Locked) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library", "bom-ref": _address(library), "name": library.name, "version": library.version,
        "purl": _address(library), "licenses": [{"license": {"name": _licence(library.name)}}],
    }
    if not all(map(library.holds_on, lock.PYTHON)):
        component["properties"] = [{"name": "condition", "value": library.condition}]
    return component


def _part(name: str, version: str, licence: str, place: str) -> dict[str, Any]:
    return {
        "type": "library", "bom-ref": f"part:{name}", "name": name, "version": version, "description": place,
        "licenses": [{"expression": licence}],
    }


def _licence(name: str) -> str:
    file = LICENCES / f"{name}.txt"
    said = re.search(r"^Licence: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE) if file.is_file() else None
    return said[1] if said else "see the licence text"


def write(file: Path) -> None:
    """Writes the bill of materials."""
    text = json.dumps(bill(), indent=2, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
