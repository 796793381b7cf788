"""The code of a dossier as people type it from their paper: with spaces, long dashes, or without any mark."""

import re

from motcua.kernel.vietnamese import clean

_TOGETHER = re.compile(r"[A-Z0-9]*?([0-9]{6})([0-9]{4})")
_DAY = re.compile(r"[0-9]{6}")


def code_of(text: str) -> str:
    """Return the code as it is printed (``H13.58.12-261120-0041``), or its end where the agency cannot be told.

    What looks like no code at all comes back as it was typed.
    """
    typed = clean(text).upper()
    parts = re.findall(r"[A-Z0-9]+", typed)
    if len(parts) == 1 and (whole := _TOGETHER.fullmatch(parts[0])):
        parts = [*whole.groups()]
    if len(parts) < 2 or not _DAY.fullmatch(parts[-2]):
        return typed
    *agency, day, number = parts
    return "-".join([".".join(agency)] * (len(agency) > 1) + [day, number])
