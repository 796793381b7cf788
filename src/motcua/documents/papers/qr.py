"""The square that a telephone reads (mã QR)."""

import io

import segno

# Any mask can be read; trying all eight for the evenest picture costs three times as much as the code itself.
_MASK = 3


def qr_svg(text: str) -> str:
    """Draw a QR code of medium error correction as SVG, with the quiet zone of four modules around it."""
    out = io.BytesIO()
    segno.make_qr(text, error="m", mask=_MASK).save(out, kind="svg", border=4, xmldecl=False)
    return out.getvalue().decode()
