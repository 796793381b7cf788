"""The register of dossiers (mẫu 07, sổ theo dõi hồ sơ): one line each, in the order of the book."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.papers.registers import DossierRegister, RegisterLine
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers import agency_name, desk_name
from motcua.dossiers.states import Channel, State
from motcua.organisation.models import Unit
from motcua.process.definitions import StepKind
from motcua.process.models import StepRun


def register_rows(unit_id: int, first: date, last: date) -> Iterator[RegisterLine]:
    """Yield the lines of dossiers that a unit accepted on local days ``first`` to ``last``, both included."""
    zone = timezone.get_default_timezone()
    handed_over = StepRun.objects.filter(case=OuterRef("case"), kind=StepKind.INTAKE).values("finished_at")[
        :1
    ]
    rows = (
        Dossier.objects.filter(
            received_unit=unit_id,
            accepted_at__gte=datetime.combine(first, time(), zone),
            accepted_at__lt=datetime.combine(last + timedelta(days=1), time(), zone),
        )
        .select_related("version", "unit")
        .defer("version__content", "answers")
        .annotate(handed_over=Subquery(handed_over))
        .order_by("accepted_at", "book_sequence")
    )
    for dossier in rows.iterator(1000):
        yield _line(dossier, handed_over_at=dossier.handed_over)  # type: ignore[attr-defined]


def register(unit_id: int, first: date, last: date) -> DossierRegister:
    """Return the content of form 07 for a unit and some local days of one year."""
    unit = Unit.objects.get(pk=unit_id)
    return DossierRegister(
        agency=agency_name(unit),
        place=unit.short_name,
        desk=desk_name(unit, on=last),
        book_no=f"01/{first.year}",
        year=first.year,
        lines=list(register_rows(unit_id, first, last)),
    )


def _line(dossier: Dossier, *, handed_over_at: datetime | None) -> RegisterLine:
    assert dossier.accepted_at is not None
    return RegisterLine(
        no=dossier.book_sequence or 0,
        dossier_code=dossier.code,
        procedure_name=dossier.version.name,
        sets=dossier.sets,
        applicant=dossier.applicant_name,
        contact=", ".join(filter(None, [dossier.contact_address, dossier.contact_phone])),
        solving_agency=agency_name(dossier.unit),
        received_on=timezone.localdate(dossier.accepted_at),
        due_on=_day(dossier.due_at or dossier.first_due_at),
        transferred_on=_day(handed_over_at),
        result_received_on=_day(dossier.finished_at),
        returned_on=_day(dossier.returned_at),
        return_channel=str(Channel(dossier.return_channel).label) if dossier.returned_at else "",
        remark=_remark(dossier),
    )


def _day(at: datetime | None) -> date | None:
    return timezone.localdate(at) if at else None


def _remark(dossier: Dossier) -> str:
    if dossier.state in {State.WITHDRAWN, State.STOPPED}:
        return str(State(dossier.state).label)
    if dossier.state == State.SUPPLEMENT_REQUESTED:
        return _("Đang chờ bổ sung")
    return _("Nhận: %(name)s") % {"name": dossier.returned_to} if dossier.returned_to else ""
