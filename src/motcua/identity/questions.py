"""What somebody typed to find a person: a number, or words of a name with or without a birth date."""

import re
from dataclasses import dataclass
from datetime import date

from motcua.identity import id_card
from motcua.identity.digits import digits_of
from motcua.kernel.vietnamese import clean, search_form

_DAY = re.compile(r"\b([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})\b|\b([0-9]{2})([0-9]{2})([0-9]{4})\b")
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b(1[89][0-9]{2}|20[0-9]{2})\b")


@dataclass(frozen=True, slots=True)
class Question:
    """A search text taken apart; ``number`` excludes the rest."""

    number: str = ""
    words: tuple[str, ...] = ()
    marked_words: tuple[str, ...] = ()
    birth_on: date | None = None
    birth_year: int | None = None


def words_of(text: str) -> list[str]:
    """Split a name into the words that the index knows."""
    return _WORD.findall(text)


def understand(text: str) -> Question:
    """Take a search text apart; the text of a card's QR code is understood too."""
    if id_card.looks_like_card(text):
        text = text.split("|", 1)[0]
    text = clean(text)
    number = re.sub(r"^\+84", "0", digits_of(text))
    if len(number) >= 9 and number.isascii() and number.isdigit():
        return Question(number=number)
    text, birth_on = _take_day(text)
    year = None if birth_on else _YEAR.search(text)
    text = _YEAR.sub(" ", text) if year else text
    marked = tuple(words_of(text.lower()))
    return Question(
        words=tuple(words_of(search_form(text))),
        marked_words=marked if any(word != search_form(word) for word in marked) else (),
        birth_on=birth_on,
        birth_year=int(year[1]) if year else None,
    )


def _take_day(text: str) -> tuple[str, date | None]:
    found = _DAY.search(text)
    if not found:
        return text, None
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return _DAY.sub(" ", text), date(year, month, day)
    except ValueError:
        return text, None
