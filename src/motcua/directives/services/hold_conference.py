from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.acting import require_seen
from motcua.directives.authority import require_keeper
from motcua.directives.events import ConferenceRecorded
from motcua.directives.inputs import ConferenceInput
from motcua.directives.models import Attendance, Conference
from motcua.directives.services.draft_directive import WrongConference
from motcua.directives.states import State
from motcua.directives.words import ACTS
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.kernel.outbox import announce
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


@transaction.atomic
def hold_conference(
    *, facts: ConferenceInput, by: Officer, at: datetime, unit_id: int | None = None
) -> Conference:
    """Enter a conference (hội nghị): agenda, who was invited and came, minutes; before or after it was held.

    For a day to come the list is of those invited, none of them there yet; minutes are written from the day on.

    Raises:
        WrongDay: minutes or absences of a day to come.
        Incomplete, UnitTwice, UnitNotThere, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=unit_id or by.unit_id)
    require_keeper(by, "draft", unit)
    facts = _judged(facts, at=at)
    conference = Conference.objects.create(
        unit=unit, recorded_at=at, recorded_by_id=by.account_id, **_columns(facts)
    )
    _write_attendance(conference, facts)
    _record(conference, "hold", facts, by=by, at=at)
    return conference


@transaction.atomic
def correct_conference(
    *, conference_id: int, facts: ConferenceInput, by: Officer, at: datetime, revision: int | None = None
) -> Conference:
    """Complete or correct a conference, list of attendance and all, until its conclusions are issued.

    Args:
        revision: what the officer's screen showed (``queries.revision``); what was changed since is not overwritten,
            the same form sent twice is one correction.
    Raises:
        WrongConference: its conclusions are out.
        WrongDay: minutes or absences of a day to come.
        ChangedMeanwhile, Incomplete, UnitTwice, UnitNotThere, NotAllowed: as their sentences say.
    """
    conference = (
        Conference.objects.select_for_update(of=("self",))
        .select_related("unit", "directive")
        .get(pk=conference_id)
    )
    require_keeper(by, "draft", conference.unit)
    if conference.directive is not None and conference.directive.state != State.DRAFT:
        raise WrongConference(_("Đã ban hành thông báo kết luận, không sửa thông tin hội nghị được nữa."))
    facts = _judged(facts, at=at)
    changed = _changed(conference, facts)
    if not changed:
        return conference
    require_seen(conference.stream, revision, start=_("Hội nghị vừa được đổi:"), what=_what_changed)
    for name, value in _columns(facts).items():
        setattr(conference, name, value)
    conference.save()
    conference.attendance.all().delete()
    _write_attendance(conference, facts)
    _record(conference, "correct", facts, by=by, at=at, changed=changed)
    return conference


def _changed(conference: Conference, facts: ConferenceInput) -> list[str]:
    """What the facts would change, by its name on the screen."""
    label = conference._meta.get_field
    found = [
        str(label(name).verbose_name)  # type: ignore[union-attr]
        for name, value in _columns(facts).items()
        if getattr(conference, name) != value
    ]
    there = conference.attendance.order_by("pk").values_list("unit_id", "name", "title", "present")
    wanted = [
        (guest.unit_id, clean(guest.name), clean(guest.title), guest.present) for guest in facts.attendance
    ]
    return found if list(there) == wanted else [*found, _("người dự")]


def _what_changed(entry: LedgerEntry) -> str:
    names = entry.payload["details"].get("changed", [])
    return ", ".join(names) or str(ACTS[entry.verb])


def _judged(facts: ConferenceInput, *, at: datetime) -> ConferenceInput:
    """The facts as they can be true on the day they are written: nobody has come to a conference of a day to come."""
    on = timezone.localdate(at)
    rules.require_conference(facts, on=on)
    units = [guest.unit_id for guest in facts.attendance if guest.unit_id]
    rules.require_there(units, on=facts.held_on, field="attendance")
    if facts.held_on <= on:
        return facts
    invited = tuple(msgspec.structs.replace(guest, present=False) for guest in facts.attendance)
    return msgspec.structs.replace(facts, attendance=invited)


def _columns(facts: ConferenceInput) -> dict[str, Any]:
    return {
        "title": clean(facts.title),
        "held_on": facts.held_on,
        "place": clean(facts.place),
        "chair_name": clean(facts.chair_name),
        "chair_title": clean(facts.chair_title),
        "agenda": rules.paragraphs(facts.agenda),
        "minutes": rules.paragraphs(facts.minutes),
    }


def _write_attendance(conference: Conference, facts: ConferenceInput) -> None:
    Attendance.objects.bulk_create(
        Attendance(
            conference=conference,
            unit_id=guest.unit_id,
            name=clean(guest.name),
            title=clean(guest.title),
            present=guest.present,
        )
        for guest in facts.attendance
    )


def _record(
    conference: Conference, verb: str, facts: ConferenceInput, *, by: Officer, at: datetime, **details: Any
) -> None:
    payload = {"after": msgspec.to_builtins(facts) | conference.snapshot(), "details": details}
    entry = ledger.append(conference.stream, verb=verb, payload=payload, at=at, by_id=by.account_id)
    announce(ConferenceRecorded(conference_id=conference.pk, sequence=entry.sequence, at=at))
