"""Further communes of the province, for larger demonstrations: the same posts, other invented people."""

from collections.abc import Sequence
from random import Random

from motcua.identity.sexes import Sex
from motcua.organisation.kinds import Kind, Level
from motcua.organisation.models import Unit
from motcua.project.demo.names import full_name
from motcua.project.demo.roster import COLLEAGUES, HOME, Colleague, Post, Seat

PROVINCE = "92"


def neighbours(count: int) -> list[Seat]:
    """The first communes of the province but ours; they begin with two-level government."""
    units = Unit.objects.filter(
        level=Level.COMMUNE, valid_to=None, placements__parent__code=PROVINCE, placements__valid_to=None
    )
    return [
        _seat(unit, number) for number, unit in enumerate(units.exclude(code=HOME).order_by("code")[:count])
    ]


def _seat(unit: Unit, number: int) -> Seat:
    is_ward = unit.kind == Kind.PHUONG
    return Seat(
        code=unit.code,
        agency_code=f"H13.58.{number + 13}",
        phone=f"0292 000 {number + 119:04}",
        address=f"Trụ sở Ủy ban nhân dân {unit.name_in_sentence}, thành phố Cần Thơ",
        hamlets=tuple(f"{hamlet}" for hamlet in range(1, 9)),
        hamlet_kind="khu vực" if is_ward else "ấp",
    )


def colleagues_at(seats: Sequence[Seat]) -> list[Colleague]:
    """Everybody whom our commune has, once more for each of the others; they sign in as ``motcua-31120``."""
    return [_colleague(model, seat.code) for seat in seats for model in COLLEAGUES if not model.is_superuser]


def _colleague(model: Colleague, code: str) -> Colleague:
    username = f"{model.username}-{code}"
    chance = Random(username)  # noqa: S311 - chance, not secrecy
    posts = tuple(Post(code, post.role, post.title, post.office) for post in model.posts if post.unit == HOME)
    return Colleague(username, full_name(chance, chance.choice((Sex.MALE, Sex.FEMALE))), posts)
