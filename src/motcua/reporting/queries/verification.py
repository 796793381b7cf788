"""Are reports what their history says they are?"""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_gone
from motcua.kernel.ledger import last_entries
from motcua.reporting.models import Report

_CHUNK = 500


def verify_rows() -> Iterator[Fault]:
    """Compare the newest version of every report with its history, and look for reports that were removed."""
    rows = Report.objects.order_by("pk").iterator(_CHUNK)
    while chunk := list(islice(rows, _CHUNK)):
        last = last_entries([report.stream for report in chunk])
        for report in chunk:
            entry, version = last.get(report.stream), report.latest
            if entry is None:
                yield Fault(report.stream, _("%(row)s không có trong sổ cái.") % {"row": report})
            elif entry.payload["after"] != version.snapshot():
                yield Fault(report.stream, _("%(row)s đã bị sửa ngoài sổ cái.") % {"row": report})
    yield from verify_gone(Report.objects.all())
