"""A refusal is the sentence that the person at the screen will read."""

from collections.abc import Mapping

from motcua.kernel.vietnamese.letters import clean


class Refusal(Exception):
    """The domain says no, for a reason that a person can act on.

    Args:
        sentence: a whole Vietnamese sentence: what is wrong, and what to do.
        field: name of the form field to which the sentence belongs, if there is one.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class Incomplete(Refusal):
    """Something that must be said is missing; ``field`` names it, the first where there are several.

    ``gaps`` are all the fields that lack something, each with its sentence; blank where only one was looked at.
    """

    def __init__(
        self, sentence: str, *, field: str | None = None, gaps: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence, field=field)
        self.gaps = gaps or {}


def require_words(text: str, sentence: str, *, field: str) -> str:
    """Return the text in good form.

    Raises:
        Incomplete: with the sentence, when there is none.
    """
    if not clean(text):
        raise Incomplete(sentence, field=field)
    return clean(text)
