#!/usr/bin/env python3
"""Compile each ``.po`` under ``src/motcua/locale`` beside itself; ``--check`` only says what is out of date."""

import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[1] / "src" / "motcua" / "locale"


def main(*, check: bool) -> int:
    stale = []
    for source in sorted(LOCALE.rglob("*.po")):
        compiled, wanted = source.with_suffix(".mo"), polib.pofile(str(source)).to_binary()
        if not compiled.exists() or compiled.read_bytes() != wanted:
            stale.append(source)
            if not check:
                compiled.write_bytes(wanted)
    for source in stale:
        print(f"{source.relative_to(LOCALE)}: {'out of date, run make messages' if check else 'compiled'}")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv))
