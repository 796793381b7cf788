"""Join and shrink the style sheets of surfaces/components/styles into the one file that pages load.

Usage: python scripts/pack_styles.py

A phone on a slow network asks once instead of eleven times; comments and blanks stay in the sources. A test
refuses a packed file that is older than its sources.
"""

import re
from pathlib import Path

COMPONENTS = Path(__file__).resolve().parents[1] / "src/motcua/surfaces/components"
STYLES = COMPONENTS / "styles"
STATIC = COMPONENTS / "static/components"
PACKED = STATIC / "motcua.css"

LAYERS = (
    "@layer ds.theme, ds.base, ds.components, motcua.tokens, motcua.base, motcua.frames, motcua.parts, "
    "motcua.pages, motcua.utilities, motcua.print;"
)
ORDER = (
    "theme", "fonts", "tokens", "base", "frames", "parts", "portal", "desk", "desk_lists", "board", "utilities",
    "print",
)  # fmt: skip


def shrink(css: str) -> str:
    """Drop comments (not ``/*!`` ones) and blanks that carry no meaning."""
    css = re.sub(r"/\*(?!!).*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r"(?<=[\w)\]-]): ", ":", css)
    return css.replace(";}", "}").strip() + "\n"


def pack() -> str:
    """Return the whole style sheet, small."""
    sheets = [
        STATIC / "vendor/designsystemet/designsystemet.css",
        *(STYLES / f"{name}.css" for name in ORDER),
    ]
    return shrink("\n".join(['@charset "UTF-8";', LAYERS, *(sheet.read_text() for sheet in sheets)]))


def main() -> None:
    PACKED.write_text(pack())


if __name__ == "__main__":
    main()
