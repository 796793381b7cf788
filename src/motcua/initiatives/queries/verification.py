"""Are initiatives, answers and entered cases what their history says they are?"""

from collections.abc import Iterator

from motcua.initiatives.models import Adoption, Initiative, ModelCase
from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_kept


def verify_rows() -> Iterator[Fault]:
    """Compare every initiative with its history."""
    yield from verify_kept(Initiative.objects.all())


def verify_cases() -> Iterator[Fault]:
    """Compare every answer to a model and every entered case with its history."""
    yield from verify_kept(Adoption.objects.all())
    yield from verify_kept(ModelCase.objects.all())
