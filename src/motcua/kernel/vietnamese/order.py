"""The order of Vietnamese lists: by given name, in the Vietnamese alphabet, then by tone.

A key holds only the letters a–z and digits, so that every database sorts it alike whatever its collation.
A letter that follows another in the alphabet adds ``z`` (a, ă, â: ``a``, ``az``, ``azz``), which no Vietnamese
syllable has; each word ends in the digit of its tone, and a digit sorts before any letter.
"""

import unicodedata
from functools import lru_cache

from motcua.kernel.vietnamese.letters import clean

_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LATER_LETTERS = {("a", "\u0306"): "az", ("a", "\u0302"): "azz", ("e", "\u0302"): "ez",
                  ("o", "\u0302"): "oz", ("o", "\u031b"): "ozz", ("u", "\u031b"): "uz"}  # fmt: skip


def name_sort_key(name: str) -> str:
    """Return the key of a person's name: given name, then family name, then the names between."""
    *before, given = clean(name).split() or [""]
    return "".join(_word_key(word) for word in [given, *before])


def sort_key(text: str) -> str:
    """Return the key of a text whose first word decides, for example the name of a place.

    Numbers stand as people count: ``Phường 2`` before ``Phường 10``.
    """
    return "".join(_number_key(word) or _word_key(word) for word in clean(text).split())


def _number_key(word: str) -> str:
    """How many digits a number has decides first; it stands before all letters."""
    digits = word.lstrip("0") or "0"
    return f"{len(digits):02}{digits}" if word.isascii() and word.isdigit() and len(digits) < 100 else ""


@lru_cache(maxsize=8192)  # names draw on few words, and lists of people are long
def _word_key(word: str) -> str:
    tone, letters = "1", ""
    for letter in unicodedata.normalize("NFC", word.lower()):
        decomposed = unicodedata.normalize("NFD", letter)
        base, marks = decomposed[0], decomposed[1:]
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), tone)
        if base == "đ":
            letters += "dz"
        elif base.isascii() and base.isalnum():
            letters += next((later for (of, mark), later in _LATER_LETTERS.items()
                             if of == base and mark in marks), base)  # fmt: skip
    return letters + tone if letters else ""
