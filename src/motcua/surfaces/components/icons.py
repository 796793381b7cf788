"""Icons, written into the page: no request, no flash, the colour of the words beside them."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

FOLDER = Path(__file__).parent / "icons"


@cache
def icon(name: str, label: str = "") -> Markup:
    """Return the icon as inline SVG.

    Args:
        name: file name of the icon without ending, in ``icons/``.
        label: what it says when no word stands beside it; without it the icon is hidden from screen readers.
    Raises:
        FileNotFoundError: there is no such icon; add it to ``scripts/vendor_assets.py``.
    """
    drawing = Markup(_drawing(name))  # noqa: S704 - our own file
    svg = Markup('<svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">%s</svg>') % drawing
    if not label:
        return svg
    return Markup('<span title="%(label)s">%(svg)s<span class="m-sr">%(label)s</span></span>') % {
        "label": escape(label),
        "svg": svg,
    }


def _drawing(name: str) -> str:
    source = (FOLDER / f"{name}.svg").read_text()
    inside = re.search(r"<svg[^>]*>(.*)</svg>", source, flags=re.DOTALL)
    assert inside is not None, name
    return re.sub(r"\s+", " ", inside[1]).replace("> <", "><").strip()
