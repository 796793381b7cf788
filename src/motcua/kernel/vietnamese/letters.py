"""One form for storing, one form for finding."""

import unicodedata

VOWELS_WITH_MARKS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
_MARKED = VOWELS_WITH_MARKS + VOWELS_WITH_MARKS.upper()
_PLAIN = {
    ord(letter): "d" if letter in "đĐ" else unicodedata.normalize("NFD", letter)[0].lower()
    for letter in _MARKED
}
_INVISIBLE = {"Cc", "Cf", "Co", "Cn", "Cs"}


def clean(text: str) -> str:
    """Return the form that is stored: composed letters (NFC), single spaces, nothing invisible."""
    if not text.isprintable():
        text = "".join(
            letter if unicodedata.category(letter) not in _INVISIBLE else " " if letter.isspace() else ""
            for letter in text
        )
    return " ".join(unicodedata.normalize("NFC", text).split())


def search_form(text: str) -> str:
    """Return lower case without marks, ``đ`` as ``d``, single spaces: ``Đỗ Thị Ánh`` becomes ``do thi anh``.

    The same form is stored and asked for, on every database, so what is found never depends on one.
    """
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    if not plain.isascii() or not plain.isprintable():
        plain = clean(_without_marks(_without_marks(plain).casefold()))
    return " ".join(plain.lower().split())


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_PLAIN)


def upper_name(name: str) -> str:
    """Return a name as certificates print it: ``TRẦN LÊ NGỌC AN NHIÊN``."""
    return clean(name).upper()
