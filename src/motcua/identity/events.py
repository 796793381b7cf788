from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PersonMerged:
    """Two records were found to be one person; ``duplicate_id`` is shown nowhere any more."""

    NAME: ClassVar[str] = "identity.person_merged"

    kept_id: int
    duplicate_id: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.NAME}:{self.duplicate_id}:{self.kept_id}"
