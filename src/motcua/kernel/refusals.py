"""A refusal is the sentence that the person at the screen will read."""


class Refusal(Exception):
    """The domain says no, for a reason that a person can act on.

    Args:
        sentence: a whole Vietnamese sentence: what is wrong, and what to do.
        field: name of the form field to which the sentence belongs, if there is one.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field
