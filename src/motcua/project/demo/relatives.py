"""The other people whom an e-form asks for: parents, a child, somebody who died; each with facts that agree."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from motcua.identity.sexes import Sex
from motcua.project.demo.names import full_name, personal_id

_BOTH = (Sex.MALE, Sex.FEMALE)
#: Sexes and ages in years, by the first word of the fields that ask for them.
_AGES: dict[str, tuple[tuple[Sex, ...], float, float]] = {
    "mother": ((Sex.FEMALE,), 19, 42), "father": ((Sex.MALE,), 20, 46), "bride": ((Sex.FEMALE,), 18.1, 34),
    "groom": ((Sex.MALE,), 20.1, 38), "child": (_BOTH, 0.01, 0.14), "deceased": (_BOTH, 48, 93),
    "ward": (_BOTH, 6, 15), "martyr": ((Sex.MALE,), 70, 90),
}  # fmt: skip
_ADULT = (_BOTH, 20.0, 62.0)
#: Who bears the family name of the applicant.
_OF_THE_FAMILY = frozenset({"child", "father", "groom", "deceased", "head", "ward"})


class Relative(NamedTuple):
    """Somebody who does not exist, as an e-form asks for them."""

    full_name: str
    sex: Sex
    birth_on: date
    personal_id: str


class Relatives:
    """Invents each person of one e-form once; keep one instance for one dossier."""

    def __init__(self, random: Random, *, on: date, serial: int, family: str) -> None:
        self._random, self._on, self._serial, self._family = random, on, serial, family
        self._known: dict[str, Relative] = {}

    def know(self, who: str, person: Relative) -> None:
        """Somebody is known already: the mother who comes herself."""
        self._known[who] = person

    def of(self, who: str) -> Relative:
        """The person whom a word means (``mother``), or anybody for a word that means nobody in particular."""
        if who not in self._known:
            self._known[who] = self._invent(who)
        return self._known[who]

    def _invent(self, who: str) -> Relative:
        sexes, youngest, oldest = _AGES.get(who, _ADULT)
        sex = self._random.choice(sexes)
        birth_on = self._on - timedelta(days=int(self._random.uniform(youngest, oldest) * 365.25))
        serial = 600_000 + (self._serial * 7 + len(self._known)) % 300_000
        return Relative(
            full_name=full_name(self._random, sex, self._family if who in _OF_THE_FAMILY else ""),
            sex=sex,
            birth_on=birth_on,
            personal_id=personal_id(self._random, sex, birth_on, serial),
        )
