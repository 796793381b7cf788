"""Which procedure does somebody mean? Everyday words, with or without marks, with typing errors.

Each procedure has phrases: its name and the words in which people ask for it. A question and a phrase are
compared word by word; a rare word weighs more, and each must cover the other well. A misspelt word stands
for the words that look like it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec
from rapidfuzz import fuzz, process

from motcua.kernel.vietnamese import clean, search_form

_SIMILAR = 70.0
_PREFIX_WEIGHT = 0.9
_ENOUGH = 0.34
_LAST_RESORT = 62.0
_LIGHT = frozenset(
    (
        "cho",
        "cua",
        "va",
        "de",
        "xin",
        "lam",
        "muon",
        "can",
        "toi",
        "em",
        "anh",
        "chi",
        "di",
        "o",
        "voi",
        "thi",
        "la",
        "nhu",
        "nao",
        "gi",
        "duoc",
        "a",
    )
)
_LIGHT_WEIGHT = 0.3


class Candidate(msgspec.Struct, frozen=True):
    """Something that can be found: ``phrases`` beside its ``name``, and a ``code`` typed as it is."""

    key: str
    code: str
    name: str
    phrases: tuple[str, ...]


class _Phrase(msgspec.Struct, frozen=True):
    candidate: int
    text: str
    words: tuple[str, ...]
    marked: frozenset[str]
    weight: float


class Index:
    """An in-memory index of candidates; immutable."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = list(candidates)
        texts = [
            (place, text)
            for place, candidate in enumerate(candidates)
            for text in (candidate.name, *candidate.phrases)
        ]
        self._weights = _weights([(place, _words(text)) for place, text in texts], len(candidates))
        self._phrases = [self._phrase(place, text) for place, text in texts]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(self._phrases):
            for word in set(phrase.words):
                self._by_word[word].append(number)
        self._vocabulary = sorted(self._by_word)

    def search(self, text: str, limit: int) -> list[tuple[str, float]]:
        """Return the keys of the best candidates with their scores (1 is a phrase word for word)."""
        typed = text.strip()
        by_code = [c.key for c in self._candidates if typed and c.code.startswith(typed)]
        if by_code and typed[:1].isdigit():
            return [(key, 1.0) for key in by_code[:limit]]
        words = _words(text)
        if not words:
            return []
        scores = self._score(words, frozenset(clean(text).lower().split())) or self._resemble(words)
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        return [(self._candidates[place].key, score) for place, score in best]

    def _phrase(self, candidate: int, text: str) -> _Phrase:
        words = _words(text)
        marked = frozenset(clean(text).lower().split())
        weight = sum(self._weights[word] for word in words)
        return _Phrase(candidate, " ".join(words), tuple(words), marked, weight)

    def _score(self, words: list[str], marked: frozenset[str]) -> dict[int, float]:
        readings = [self._readings(word, last=place == len(words) - 1) for place, word in enumerate(words)]
        asked = [max((self._weight(r) for r in reading), default=1.0) for reading in readings]
        total = sum(asked)
        found: dict[int, dict[str, float]] = defaultdict(dict)
        covered: dict[int, float] = defaultdict(float)
        for reading, weight in zip(readings, asked, strict=True):
            best: dict[int, float] = {}
            for word, likeness in reading.items():
                for number in self._by_word[word]:
                    best[number] = max(best.get(number, 0.0), likeness)
                    found[number][word] = max(found[number].get(word, 0.0), likeness)
            for number, likeness in best.items():
                covered[number] += weight * likeness
        scores: dict[int, float] = {}
        pairs = set(pairwise(words))
        for number, share in covered.items():
            phrase = self._phrases[number]
            answered = sum(self._weights[word] * likeness for word, likeness in found[number].items())
            of_question, of_phrase = share / total, min(1.0, answered / phrase.weight)
            in_order = len(pairs & set(pairwise(phrase.words))) / max(1, len(pairs))
            same_marks = len(marked & phrase.marked) / len(marked)
            score = 0.5 * of_question + 0.3 * of_phrase + 0.1 * in_order + 0.1 * same_marks
            if score >= _ENOUGH and score > scores.get(phrase.candidate, 0.0):
                scores[phrase.candidate] = score
        return scores

    def _readings(self, word: str, *, last: bool) -> dict[str, float]:
        """Return the known words that a typed word may stand for, with how well each fits."""
        if word in self._by_word and not (last and len(word) < 3):
            return {word: 1.0}
        readings = {word: 1.0} if word in self._by_word else {}
        if last or len(word) >= 3:
            for known in self._vocabulary:
                if known.startswith(word) and known != word:
                    readings[known] = _PREFIX_WEIGHT
        if not readings and len(word) >= 2:
            for known, score, _ in process.extract(
                word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=4
            ):
                readings[known] = score / 100
        return readings

    def _weight(self, word: str) -> float:
        return self._weights.get(word, 1.0)

    def _resemble(self, words: list[str]) -> dict[int, float]:
        """Compare whole phrases when no words were found."""
        scores: dict[int, float] = {}
        texts = [phrase.text for phrase in self._phrases]
        for _, score, number in process.extract(
            " ".join(words), texts, scorer=fuzz.token_set_ratio, score_cutoff=_LAST_RESORT, limit=20
        ):
            place = self._phrases[number].candidate
            scores[place] = max(scores.get(place, 0.0), score / 200)
        return scores


def _words(text: str) -> list[str]:
    """Return words without marks; ``y`` and ``i`` are one letter, as in ký and kí."""
    plain = "".join(letter if letter.isalnum() else " " for letter in search_form(text))
    return plain.replace("y", "i").split()


def _weights(texts: Iterable[tuple[int, list[str]]], candidates: int) -> dict[str, float]:
    owners: dict[str, set[int]] = defaultdict(set)
    for place, words in texts:
        for word in words:
            owners[word].add(place)
    return {
        word: math.log(1 + candidates / len(places)) * (_LIGHT_WEIGHT if word in _LIGHT else 1.0)
        for word, places in owners.items()
    }
