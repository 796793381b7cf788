"""How alike two initiatives are, by their words, without marks and whatever their order."""

from rapidfuzz import fuzz

from motcua.kernel.vietnamese import search_form


def likeness(title: str, text: str, *, other_title: str, other_text: str) -> int:
    """Return from 0 (nothing shared) to 100 (the same); texts count only where both have one.

    The mean of all words and of shared words: a short title inside a long one is alike, not the same.
    """
    titles = _alike(search_form(title), search_form(other_title))
    if not (text.strip() and other_text.strip()):
        return round(titles)
    texts = _alike(search_form(text), search_form(other_text))
    return round(max(titles, 0.6 * titles + 0.4 * texts))


def _alike(one: str, other: str) -> float:
    shared: float = fuzz.token_set_ratio(one, other)
    whole: float = fuzz.token_sort_ratio(one, other)
    return (shared + whole) / 2
