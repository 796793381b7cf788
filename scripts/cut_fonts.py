"""Cut Be Vietnam Pro to what Vietnamese screens need.

Input: the published woff2 files of npm @fontsource/be-vietnam-pro. Needs: fonttools, brotli.
Usage: python cut_fonts.py FILES_DIR OUT_DIR

Per weight: a Latin file (ASCII, Vietnamese letters of Latin-1, typographic marks), a Vietnamese
file (all its letters) and a figures file (ten digits on one common width, because the family has
no tabular figures). Hinting is left out: it is two thirds of the bytes and phones ignore it.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, newTable

WEIGHTS = (400, 600)
FIGURE_WIDTH = 640  # of 1000 units: the widest digit is 594 wide
LATIN = [*range(0x20, 0x7F), *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý\u00a0©«»°±²·×÷–—‘’“”•…−€\u2011")]


def cut(font: TTFont, unicodes: list[int], features: list[str]) -> None:
    options = subset.Options()
    options.layout_features, options.hinting, options.name_IDs = features, False, [0, 1, 2, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    gasp = newTable("gasp")
    gasp.gaspRange, gasp.version = {0xFFFF: 0x000F}, 1  # smooth at every size
    font["gasp"] = gasp


def level_figures(font: TTFont) -> None:
    for name in font.getBestCmap().values():
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        left = (FIGURE_WIDTH - (glyph.xMax - glyph.xMin)) // 2
        glyph.coordinates.translate((left - glyph.xMin, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (FIGURE_WIDTH, left)


def save(font: TTFont, path: Path) -> None:
    font.flavor = "woff2"
    font.save(path)
    print(path.name, path.stat().st_size)


def main(source: Path, target: Path) -> None:
    for weight in WEIGHTS:
        published = {
            part: source / f"be-vietnam-pro-{part}-{weight}-normal.woff2" for part in ("latin", "vietnamese")
        }
        for part, path in published.items():
            font = TTFont(path)
            cut(
                font,
                LATIN if part == "latin" else list(font.getBestCmap()),
                ["kern", "ccmp", "locl", "mark", "mkmk"],
            )
            save(font, target / path.name)
        figures = TTFont(published["latin"])
        cut(figures, list(range(0x30, 0x3A)), [])
        level_figures(figures)
        save(figures, target / f"be-vietnam-pro-figures-{weight}-normal.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
