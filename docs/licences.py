"""Licences and bill of materials of everything that is locked: writes docs/licences.md and docs/sbom.json.

Names and versions come from requirements.lock, which has their hashes, licences from the metadata of the installed
packages. The bill of materials is CycloneDX 1.6; `pip-audit --requirement requirements.lock` looks the same packages
up among known vulnerabilities.
"""

import json
import re
import uuid
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {  # what is locked for other systems only
    **dict.fromkeys(("brotlicffi", "coloredlogs", "humanfriendly", "pywinpty"), "MIT"),
    **dict.fromkeys(("colorama", "mpmath", "sympy"), "BSD-3-Clause"),
    "appnope": "BSD-2-Clause",
}
FONT = {"name": "Noto Sans SC", "version": "in zhplot", "licence": "OFL-1.1"}
SPDX = {  # by the words that packages use
    "BSD-3-Clause": "BSD 3-Clause License|3-Clause BSD License|BSD License|BSD|New BSD|Modified BSD License",
    "BSD-2-Clause": "BSD 2-Clause License|BSD-2-Clause License",
    "MIT": "MIT License|MIT license|The MIT License",
    "Apache-2.0": "Apache 2.0|Apache Software License|Apache License, Version 2.0|Apache License 2.0|Apache License",
    "MPL-2.0": "Mozilla Public License 2.0 (MPL 2.0)|MPL 2.0",
    "ISC": "ISC license|ISC License (ISCL)",
    "PSF-2.0": "PSFL|PSF|Python Software Foundation License",
}
KNOWN = {words: name for name, all_words in SPDX.items() for words in all_words.split("|")}


def locked(path=ROOT / "requirements.lock"):
    """Name, version and marker of each locked package, in the lock's order."""
    text = re.sub(r"\\\n\s*", " ", path.read_text(encoding="utf-8"))
    for line in text.splitlines():
        found = re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)(?: ; (.*?))?(?= +--hash|$)", line)
        if found:
            name, version, marker = found.groups()
            yield {"name": name, "version": version, "marker": marker or ""}


def licence(name):
    """What a package says of its licence: its expression, its classifiers or the first line of its text."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ELSEWHERE.get(name, "unknown")
    kinds = [x.split(" :: ")[-1] for x in about.get_all("Classifier") or () if x.startswith("License ::")]
    kinds = [KNOWN.get(x, x) for x in kinds if x != "OSI Approved"]
    first = (about.get("License") or "").strip().partition("\n")[0].strip()
    first = KNOWN.get(first, first)
    said = first if re.fullmatch(r"[A-Za-z0-9.+-]+", first) and first != "UNKNOWN" else " AND ".join(kinds)
    return about.get("License-Expression") or said or first or _headline(name) or "unknown"


def _headline(name):
    """The first line of the text of a package's licence, where the metadata say nothing."""
    for file in metadata.files(name) or ():
        if file.name.upper().startswith("LICEN"):
            line = file.locate().read_text(encoding="utf-8").strip().partition("\n")[0].strip()
            return KNOWN.get(line, line)
    return ""


def write_list(packages):
    """The list that people read."""
    rows = [
        f"| {x['name']} | {x['version']} | {x['licence']} | {x['marker'].replace('|', '/')} |"
        for x in packages
    ]
    lines = [
        "# Licences",
        "",
        "Written by `make licences` from `requirements.lock`, extras and development tools included.",
        "govnlp itself: MIT. The same as CycloneDX: [sbom.json](sbom.json). No package sends anything anywhere when",
        "govnlp runs; a test runs all stages with the network closed.",
        "",
        "| package | version | licence | only where |",
        "|---|---|---|---|",
        *rows,
        f"| {FONT['name']} (font) | {FONT['version']} | {FONT['licence']} | |",
    ]
    (ROOT / "docs" / "licences.md").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def component(package):
    """A package as CycloneDX has it."""
    name, version = package["name"], package["version"]
    known, kind = package["licence"], "name"
    if re.fullmatch(r"[A-Za-z0-9.+-]+", known):
        kind = "id"
    said = {"expression": known} if re.search(" (AND|OR) ", known) else {"license": {kind: known}}
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [said],
    }


def write_bill(packages):
    """The bill of materials that programs read; the same lock gives the same bytes."""
    font = {
        "type": "file",
        "bom-ref": "font",
        "name": FONT["name"],
        "licenses": [{"license": {"id": FONT["licence"]}}],
    }
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(packages, sort_keys=True))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "govnlp",
                "name": "govnlp",
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*map(component, packages), font],
    }
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    (ROOT / "docs" / "sbom.json").write_text(text, encoding="utf-8", newline="\n")


def main():
    """Write both files."""
    packages = [package | {"licence": licence(package["name"])} for package in locked()]
    write_list(packages)
    write_bill(packages)
    unknown = [package["name"] for package in packages if package["licence"] == "unknown"]
    print(f"{len(packages)} packages" + (f"; licence unknown: {', '.join(unknown)}" if unknown else ""))


if __name__ == "__main__":
    main()
