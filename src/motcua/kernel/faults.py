"""A fault is what ``motcua verify`` finds: one sentence that names where the records disagree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement between the records and what they should be.

    Args:
        subject: what is at fault, as a program would name it (``dossier:H13.58.12-261121-0007#3``).
        sentence: a whole Vietnamese sentence for the person who must look into it.
    """

    subject: str
    sentence: str
