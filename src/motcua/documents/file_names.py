"""Names of files as people gave them, made safe to store, show and send back."""

import re
import unicodedata
from pathlib import PurePosixPath

from motcua.documents.media import MediaType

_LONGEST = 150
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def clean_name(name: str, media_type: MediaType) -> str:
    """Return a safe file name: no folder, no control letters, at most 150 letters, an ending that fits.

    Vietnamese letters stay: ``C:\\Ảnh\\hộ  khẩu.JPG`` becomes ``hộ khẩu.jpg``.
    """
    text = _last_part(name)
    ending = PurePosixPath(text).suffix.lower()
    if ending in media_type.endings:
        text = text[: -len(ending)]
    else:
        ending = media_type.endings[0]
    stem = text.strip(" .") or "tệp"
    return stem[: _LONGEST - len(ending)].rstrip() + ending


def contradicts(name: str, media_type: MediaType) -> bool:
    """Whether the name claims to be another kind of file; a name without an ending claims nothing."""
    ending = PurePosixPath(_last_part(name)).suffix.lower()
    return bool(re.fullmatch(r"\.[a-z0-9]{1,5}", ending)) and ending not in media_type.endings


def _last_part(name: str) -> str:
    """The name without folders, control and direction letters, and letters that file systems refuse."""
    text = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    text = "".join(letter for letter in text if unicodedata.category(letter)[0] != "C")
    return _FORBIDDEN.sub("_", " ".join(text.split())).lstrip(".")
