"""The form of a draft and of a text on paper, filled with what is known and what the officer may choose."""

from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from motcua.directives.access import own_units
from motcua.directives.addressing import communes_of
from motcua.directives.models import Conference, Directive
from motcua.directives.states import Kind
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.surfaces.board.directives.forms.texts import WORDS, Draft, Enter
from motcua.surfaces.board.directives.unit_choices import groups


def draft_form(
    request: HttpRequest, officer: Officer, *, on: date, directive: Directive | None = None
) -> Draft:
    """Return the form as the address and the present draft fill it; bound when something was sent."""
    initial = _of(directive) if directive else _asked(request.GET, officer)
    chosen = initial.pop("chosen", [])
    form = Draft(request.POST if request.method == "POST" else None, initial=initial)
    form.choose("unit_id", _own(officer))
    form.choose("conference_id", _conferences(officer, directive))
    form.offer(groups(officer, on=on), on=on, chosen=chosen)
    form.tell_of(communes_of(organisation.unit_with_id(officer.unit_id), on=on))
    if directive:
        for fixed in ("kind", "unit_id", "conference_id"):
            form.fields[fixed].disabled = True
            form.fields[fixed].required = False
    return form


def enter_form(request: HttpRequest, officer: Officer, *, on: date) -> Enter:
    initial = {"kind": Kind.OFFICIAL_LETTER, "conference_id": request.GET.get("hoi-nghi", "")}
    sent = request.method == "POST"
    form = Enter(request.POST if sent else None, request.FILES if sent else None, initial=initial)
    form.choose("conference_id", _conferences(officer, None))
    form.offer(groups(officer, on=on), on=on, chosen=[officer.unit_id])
    return form


def _of(directive: Directive) -> dict[str, Any]:
    """A draft as its form shows it."""
    conference = Conference.objects.filter(directive=directive).first()
    return {
        **{name: getattr(directive, name) for name in WORDS},
        "kind": directive.kind,
        "unit_id": str(directive.issuer_id),
        "conference_id": str(conference.pk) if conference else "",
        "revision": directive.revision,
        "chosen": list(directive.recipients.order_by("pk").values_list("unit_id", flat=True)),
    }


def _asked(asked: QueryDict, officer: Officer) -> dict[str, Any]:
    """A new draft; an address that names a conference asks for its conclusions."""
    start: dict[str, Any] = {"kind": Kind.OFFICIAL_LETTER, "unit_id": str(officer.unit_id)}
    wanted = asked.get("hoi-nghi", "")
    conference = Conference.objects.filter(pk=int(wanted)).first() if wanted.isdecimal() else None
    if conference is None or conference.unit_id not in own_units(officer):
        return start
    guests = conference.attendance.exclude(unit=None).order_by("pk").values_list("unit_id", flat=True)
    return {
        **start,
        "kind": Kind.CONFERENCE_CONCLUSION,
        "conference_id": str(conference.pk),
        "unit_id": str(conference.unit_id),
        "abstract": _("kết luận tại %(title)s") % {"title": conference.title},
        "chosen": list(dict.fromkeys(guests)),
    }


def _own(officer: Officer) -> list[tuple[str, str]]:
    units = Unit.objects.filter(pk__in=own_units(officer))
    named = sorted(units, key=lambda unit: (unit.pk != officer.unit_id, unit.code))
    return [(str(unit.pk), unit.agency_name) for unit in named]


def _conferences(officer: Officer, directive: Directive | None) -> list[tuple[str, str]]:
    """Conferences of the own units that have no conclusions yet, and the one of this draft."""
    rows = Conference.objects.filter(unit__in=own_units(officer)).order_by("-held_on", "-pk")
    free = [
        row for row in rows if row.directive_id is None or (directive and row.directive_id == directive.pk)
    ]
    return [("", _("Không theo hội nghị nào")), *((str(row.pk), row.title) for row in free)]
