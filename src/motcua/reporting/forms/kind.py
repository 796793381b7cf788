"""What a form of report is, said once beside its columns: a new form is one file and one line in ``KINDS``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua.reporting.forms.scope import Scope
from motcua.reporting.sheets import Column, Sheet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class FormKind:
    """One form.

    Args:
        columns: as they stand on the screen; ``fill`` counts their figures from the records.
        about: what a report in it tells of, as its paper says; ``%(period)s`` is the period within a sentence.
        row_title: the head of the column of names.
        nothing: why its table is empty.
        carried: the column that this period takes over, and the one of the last period from which it does.
        recounted: columns that are counted anew and compared with what was frozen; none: they are not.
    """

    columns: list[Column]
    fill: Callable[[Scope], Sheet]
    about: "StrOrPromise"
    row_title: "StrOrPromise"
    nothing: "StrOrPromise"
    carried: tuple[str, str] | None = None
    recounted: tuple[str, ...] = ()
