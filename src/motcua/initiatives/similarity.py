"""How alike two initiatives are, by their words, without marks and whatever their order."""

from rapidfuzz import fuzz


def alike(one: str, other: str) -> float:
    """Compare two texts in search form: from 0 (nothing shared) to 100 (the same).

    The mean of all words and of shared words: a short title inside a long one is alike, not the same.
    """
    shared: float = fuzz.token_set_ratio(one, other)
    whole: float = fuzz.token_sort_ratio(one, other)
    return (shared + whole) / 2


def likeness(titles: float, texts: float | None) -> int:
    """Put titles and texts together; the texts count where both have one, and never lower what the titles say."""
    return round(titles if texts is None else max(titles, 0.6 * titles + 0.4 * texts))
