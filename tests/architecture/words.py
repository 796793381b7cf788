"""Does a piece of screen text read as Vietnamese? A guess that is right about sentences and hard to fool."""

import re
import unicodedata

MARKED = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
UNMARKED_SYLLABLE = re.compile(
    "(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    "(a|ai|ao|au|ay|e|eo|i|ia|iu|o|oa|oai|oao|oay|oe|oeo|oi|u|ua|ui|uy|uya|uyu|y|yu)"
    "(c|ch|m|n|ng|nh|p|t)?",
    re.IGNORECASE,
)
ENGLISH = {
    "a", "an", "can", "do", "he", "him", "hit", "in", "it", "no", "not", "on", "pin", "run", "set", "she",
    "that", "the", "them", "then", "this", "to", "top", "up", "us", "put", "get", "map", "hat",
}  # fmt: skip
# In a text with Vietnamese marks most of those may be syllables ("bản in"); these never are.
ENGLISH_ANYWHERE = {
    "the", "this", "that", "with", "and", "of", "is", "are", "you", "your", "please", "not", "error", "from",
}  # fmt: skip
# Names and abbreviations that every Vietnamese reader knows.
NAMES = {
    "motcua", "qr", "pdf", "csv", "xlsx", "yaml", "json", "excel", "id", "ip", "sms", "zalo", "email", "vneid",
    "html", "uuid", "ubnd", "hđnd", "url", "mb", "kb", "ctrl", "enter", "esc", "tab", "alt", "shift", "utf",
    "sha", "ipv", "http", "https", "cccd", "cmnd", "bhxh", "bhyt", "tthc", "vnd",
}  # fmt: skip


def is_vietnamese(text: str) -> bool:
    """Whether a text is Vietnamese, a name, or has no words at all; and is in normal form C."""
    if not unicodedata.is_normalized("NFC", text):
        return False
    bare = re.sub(r"%\(\w+\)[sdr]|%[sdr]|\{[^}]*\}", " ", text)
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", bare) if not is_abbreviation(word)]
    return all(map(is_known, words)) or (
        MARKED.search(bare) is not None and not ENGLISH_ANYWHERE & set(words)
    )


def is_abbreviation(word: str) -> bool:
    return len(word) <= 5 and word.isupper()


def is_known(word: str) -> bool:
    if word in NAMES or len(word) == 1:
        return True
    if word in ENGLISH:
        return False
    return bool(MARKED.search(word) or UNMARKED_SYLLABLE.fullmatch(word))
