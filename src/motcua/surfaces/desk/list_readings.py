"""Which lists of dossiers are written down as readings: those by a personal number, those of sensitive fields."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from motcua.dossiers.queries import Filters, Row
from motcua.identity.questions import understand
from motcua.organisation.access import Officer
from motcua.surfaces.desk.work_readings import note_reading

#: Fields whose very name says what a family lives with: merit, disability and allowance, poverty.
SENSITIVE_FIELDS = frozenset({"nguoi_co_cong", "bao_tro_xa_hoi", "giam_ngheo"})


def note_list(officer: Officer, filters: Filters, rows: Sequence[Row]) -> None:
    """Write down that the officer has opened this list, when it is one of those."""
    if understand(filters.text).number:
        note_reading(officer, _("Danh sách hồ sơ tìm theo số"), count=len(rows))
    elif filters.field or filters.procedure:
        held = sorted({row.field for row in rows} & SENSITIVE_FIELDS)
        if held:
            what = _("Danh sách hồ sơ lĩnh vực %(fields)s") % {"fields": ", ".join(held)}
            note_reading(officer, what, count=len(rows))
