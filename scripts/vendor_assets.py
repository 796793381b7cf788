"""Bring in the third-party files that the pages need, and write down what they are.

Usage: python scripts/vendor_assets.py

Needs node's npm. The cut of the fonts also needs fonttools and brotli; without them the cut files stay as
they are. Run scripts/pack_styles.py afterwards.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPONENTS = ROOT / "src/motcua/surfaces/components"
VENDOR = COMPONENTS / "static/components/vendor"
ICONS = COMPONENTS / "icons"
TEST_VENDOR = ROOT / "tests/vendor"

_PARTS = (
    "base heading paragraph link list skip-link label button field input error-summary tag chip breadcrumbs "
    "details pagination dialog"
)
DESIGN_SYSTEM_PARTS = _PARTS.split()
_ICONS = (
    "armchair arrow-down arrow-left arrow-right arrow-up award baby banknote bell bike book-open briefcase "
    "calendar calendar-check calendar-days camera check chevron-down chevron-right circle-alert circle-check "
    "circle-pause circle-question-mark circle-x clipboard-check clipboard-list clock cloud-check door-open "
    "download ellipsis external-link eye file-check file-pen file-plus file-search file-text files filter "
    "flower flower-2 folder-search globe hand-coins hand-heart hand-helping hand-platter heart heart-handshake "
    "history house id-card inbox info keyboard landmark layers list list-checks lock log-in log-out mail mail-open "
    "mailbox map map-pin menu package package-check paperclip pause pen-line pencil phone plus printer qr-code receipt "
    "refresh-cw rotate-ccw route save scale scan-qr-code scroll-text search send settings settings-2 share-2 "
    "sheet shield-check signature sliders-horizontal smartphone stamp store sun ticket trash-2 trending-up truck "
    "undo-2 upload user user-check user-plus user-round users users-round wallet wifi-off x"
)
ICON_NAMES = _ICONS.split()


@dataclass(frozen=True)
class Package:
    """One npm package: its fixed version, its licence, what is taken from it and into which folder."""

    name: str
    version: str
    licence: str
    purpose: str
    folder: str


DESIGN_SYSTEM = Package(
    "@digdir/designsystemet-css", "1.22.0", "MIT", "design system, the parts that are used", "designsystemet"
)
FONTS = Package(
    "@fontsource/be-vietnam-pro", "5.3.0", "OFL-1.1", "typeface, cut to Vietnamese", "be-vietnam-pro"
)
HTMX = Package("htmx.org", "2.0.11", "0BSD", "swaps parts of a page", "htmx")
LUCIDE = Package("lucide-static", "1.62.0", "ISC", "icons, inlined in the pages", "lucide")
AXE = Package("axe-core", "4.14.1", "MPL-2.0", "accessibility check, tests only", "axe")
PACKAGES = (DESIGN_SYSTEM, FONTS, HTMX, LUCIDE, AXE)


def fetch(folder: Path) -> None:
    """Install the packages at their fixed versions with the ordinary npm client."""
    (folder / "package.json").write_text('{"private": true}')
    wanted = [f"{package.name}@{package.version}" for package in PACKAGES]
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-save"]
    subprocess.run(["npm", "install", *options, *wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for package in PACKAGES:
        manifest = json.loads((folder / "node_modules" / package.name / "package.json").read_text())
        if (manifest["version"], manifest["license"]) != (package.version, package.licence):
            raise SystemExit(
                f"{package.name}: {manifest['version']} {manifest['license']} is not what was agreed."
            )


def copy_design_system(source: Path) -> None:
    """Join the component files that are used, each in its cascade layer."""
    target = VENDOR / DESIGN_SYSTEM.folder
    notice = (
        f"/*! Designsystemet {DESIGN_SYSTEM.version} ({DESIGN_SYSTEM.name}), MIT licence.\n"
        "    A selection of its published component files, unchanged, in their own cascade layers. */"
    )
    joined = [notice]
    for part in DESIGN_SYSTEM_PARTS:
        layer = "ds.base" if part == "base" else "ds.components"
        content = (source / "dist/src" / f"{part}.css").read_text().strip()
        joined.append(f"/* {part} */\n@layer {layer}{{{content}}}")
    write(target / "designsystemet.css", "\n".join(joined) + "\n")


def copy_fonts(source: Path) -> None:
    """Cut the typeface; keep the present cut where fonttools is not installed."""
    target = VENDOR / FONTS.folder
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "LICENSE", target / "LICENSE")
    cutter = [sys.executable, str(ROOT / "scripts/cut_fonts.py"), str(source / "files"), str(target)]
    if find_spec("fontTools") and find_spec("brotli"):
        subprocess.run(cutter, check=True, stdout=subprocess.DEVNULL)
    else:
        print("fonttools or brotli is missing: the present cut of the fonts stays", file=sys.stderr)


def copy_icons(source: Path) -> None:
    for stale in ICONS.glob("*.svg"):
        stale.unlink()
    ICONS.mkdir(exist_ok=True)
    for name in ICON_NAMES:
        shutil.copy(source / "icons" / f"{name}.svg", ICONS / f"{name}.svg")
    (VENDOR / LUCIDE.folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "LICENSE", VENDOR / LUCIDE.folder / "LICENSE")


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def records(folder: Path) -> Iterator[str]:
    """One line for each vendored file: path, bytes, hash."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "README.md":
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield f"| `{path.relative_to(folder).as_posix()}` | {path.stat().st_size} | `{digest}` |"


def write_record(folder: Path, packages: tuple[Package, ...]) -> None:
    lines = [
        "# Third-party files",
        "",
        "Written by `scripts/vendor_assets.py`; a test compares the hashes. Do not edit by hand.",
        "",
        "| folder | package | version | licence | purpose |",
        "| --- | --- | --- | --- | --- |",
        *(f"| `{p.folder}/` | {p.name} | {p.version} | {p.licence} | {p.purpose} |" for p in packages),
        "",
        "| file | bytes | sha256 |",
        "| --- | --- | --- |",
        *records(folder),
    ]
    write(folder / "README.md", "\n".join(lines) + "\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        fetch(Path(scratch))
        modules = Path(scratch) / "node_modules"
        copy_design_system(modules / DESIGN_SYSTEM.name)
        copy_fonts(modules / FONTS.name)
        copy_icons(modules / LUCIDE.name)
        for target, package, files in (
            (VENDOR / HTMX.folder, HTMX, ("dist/htmx.min.js", "LICENSE")),
            (VENDOR / DESIGN_SYSTEM.folder, DESIGN_SYSTEM, ("LICENSE",)),
            (TEST_VENDOR / AXE.folder, AXE, ("axe.min.js", "LICENSE")),
        ):
            target.mkdir(parents=True, exist_ok=True)
            for file in files:
                shutil.copy(modules / package.name / file, target / Path(file).name)
    write_record(VENDOR, (DESIGN_SYSTEM, FONTS, HTMX, LUCIDE))
    write_record(TEST_VENDOR, (AXE,))


if __name__ == "__main__":
    main()
