"""The intake page as a whole: what was typed, read once, and everything that the page shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import msgspec
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.catalogue import eforms
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.eforms import RenderField, RenderSection
from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.time_limits import limit_for, suggested_case
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.inputs import ApplicantInput, Intake
from motcua.dossiers.states import TRANSITIONS, Channel
from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.desk import intake_faults, intake_known, intake_papers, intake_person
from motcua.surfaces.desk.forms import intake as form
from motcua.surfaces.desk.forms.intake import Typed, text, whole
from motcua.surfaces.desk.forms.intake_decisions import ask_lines
from motcua.surfaces.desk.intake_offer import habits, version_of
from motcua.surfaces.desk.intake_papers import PaperLine
from motcua.surfaces.desk.intake_person import Found
from motcua.surfaces.desk.intake_summary import Summary, summary

USUAL_CASE = "usual"  # the officer says that none of the cases applies, whatever the answers suggest
#: Ways in at the counter; what comes online is registered by the citizen.
_WAYS_IN = (Channel.DIRECT, Channel.POSTAL, Channel.HOME, Channel.MOBILE)


@dataclass(slots=True)
class Reading:
    """What was typed, read once for everything that follows."""

    typed: Typed
    key: str
    applicant: ApplicantInput
    channel: str
    version: ProcedureVersion | None
    definition: ProcedureDefinition | None
    answers: dict[str, Any]
    case_id: str
    errors: dict[str, str]


@dataclass(slots=True)
class Trouble:
    """What is to be said about a page that was sent: sentences by field, one for the whole, papers not there."""

    errors: dict[str, str] = field(default_factory=dict)
    sentence: str = ""
    missing: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.errors or self.sentence or self.missing or self.files)


def read(typed: Typed, *, on: date) -> Reading:
    """Read the page: the applicant, the pinned version, the answers, the case that applies."""
    applicant, errors = form.applicant_of(typed)
    channel = form.channel_of(typed)
    version = version_of(form.version_id_of(typed))
    if version is None:
        return Reading(typed, text(typed, form.KEY), applicant, channel, None, None, {}, "", errors)
    definition = version.definition
    answers = form.answers_of(typed, definition, applicant)
    answers = eforms.derive(definition, answers | intake_known.repeated(definition, answers, applicant))
    case = text(typed, "frame.case_id")
    if case == "":
        case = suggested_case(definition, channel=_known_channel(channel), answers=answers, on=on)
    case = "" if case == USUAL_CASE else case
    return Reading(
        typed, text(typed, form.KEY), applicant, channel, version, definition, answers, case, errors
    )


def _known_channel(channel: str) -> str:
    return catalogue_channel(channel) if channel in Channel.values else "direct"


def papers_of(reading: Reading, trouble: Trouble, *, on: date) -> list[PaperLine]:
    if reading.definition is None:
        return []
    return intake_papers.lines(
        reading.typed, reading.definition, reading.answers, on=on, channel=_known_channel(reading.channel),
        case=reading.case_id, refused=trouble.files, missing=trouble.missing,
    )  # fmt: skip


def intake_of(reading: Reading, papers: list[PaperLine]) -> Intake:
    """Return what the service takes. A version must be there."""
    assert reading.version is not None
    typed = reading.typed
    return Intake(
        key=reading.key,
        version_id=reading.version.pk,
        case_id=reading.case_id,
        channel=reading.channel,
        applicant=reading.applicant,
        answers=reading.answers,
        components=intake_papers.components_of(typed, papers),
        files=intake_papers.file_inputs(typed),
        return_channel=text(typed, "frame.return_channel") or Channel.DIRECT,
        return_address=text(typed, "frame.return_address"),
        sets=whole(typed, "frame.sets", 1) or 0,
        limit_days=whole(typed, "frame.limit_days"),
        limit_reason=text(typed, "frame.limit_reason"),
    )


def title_of(reading: Reading) -> str:
    """How a draft is called in the list: the procedure and the person."""
    name = reading.version.name if reading.version else ""
    return ", ".join(filter(None, [name, reading.applicant.full_name])) or _("Hồ sơ chưa có tên")


def context(
    reading: Reading, *, officer: Officer, now: datetime, found: Found | None = None, trouble: Trouble | None = None,
    asked: str = "", hits: list[Any] | None = None, saved: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Return everything that the page shows."""
    trouble, found, on = trouble or Trouble(), found or Found(reading.typed), now.date()
    papers = papers_of(reading, trouble, on=on)
    look_alikes = found.candidates if found.look_alikes else intake_person.twins(reading.typed)
    return {
        "typed": reading.typed,
        "value": lambda name, default="": text(reading.typed, name) or default,
        "key": reading.key,
        "began": text(reading.typed, "frame.began") or f"{now:%H:%M}",
        "saved": saved,
        "errors": trouble.errors,
        "faults": intake_faults.faults(trouble.errors, reading.definition),
        "sentence": trouble.sentence,
        "missing": trouble.missing,
        "found": found,
        "look_alikes": look_alikes,
        "notes": intake_person.notes(reading.typed),
        "version": reading.version,
        "definition": reading.definition,
        "asked": asked,
        "hits": hits,
        "habits": habits(officer, now) if reading.version is None else [],
        "may_receive": may_receive(officer, reading.definition),
        "cases": cases(reading),
        "case_id": reading.case_id,
        "sections": sections(reading, trouble.errors, on=on),
        "papers": [paper for paper in papers if paper.need != "looked_up"],
        "looked_up": [paper for paper in papers if paper.need == "looked_up"],
        "papers_seen": intake_papers.signature(papers),
        "all_papers": papers,
        "loose_files": [file for file in intake_papers.files_of(reading.typed) if not file.component_id],
        "file_errors": trouble.files.get("", []),
        "ways_in": ways_in(reading.definition),
        "channel": reading.channel,
        "needs_days": needs_days(reading),
        "relation_done": intake_known.relation_of(reading.answers),
        "sum": side(reading, officer=officer, now=now),
        "decision": text(reading.typed, "decision.open"),
        "ask_lines": ask_lines(reading.typed, papers),
        "ending_attrs": _sent_by_htmx("#phieu") | {"hx-sync": "#nhan:drop", "hx-disabled-elt": "this"},
        "decision_attrs": _sent_by_htmx("#quyet-dinh") | {"hx-select-oob": "#loi"},
    }


def _sent_by_htmx(part: str) -> dict[str, str]:
    return {
        "hx-post": reverse("desk:intake"),
        "hx-target": part,
        "hx-select": part,
        "hx-swap": "outerHTML settle:0ms",
    }


def side(reading: Reading, *, officer: Officer, now: datetime) -> Summary:
    """The day, the fee, the way back and the next hands, for the page as it stands."""
    if reading.version is None:
        return Summary()
    pk = reading.applicant.person_id_pk
    person = Person.objects.filter(pk=pk).first() if pk else None
    days = whole(reading.typed, "frame.limit_days")
    return summary(
        reading.version,
        answers=reading.answers,
        case_id=reading.case_id,
        channel=reading.channel if reading.channel in Channel.values else Channel.DIRECT,
        return_channel=form.return_channel_of(reading.typed),
        return_address=text(reading.typed, "frame.return_address"),
        limit_days=days if days and 1 <= days <= 250 else None,
        person=person,
        officer=officer,
        at=now,
    )


def sections(reading: Reading, errors: Mapping[str, str], *, on: date) -> list[RenderSection]:
    """Return the e-form without the questions that other parts of the page ask already."""
    if reading.definition is None:
        return []
    definition = reading.definition
    told = intake_known.told(definition, reading.answers, reading.applicant)
    drawn = eforms.fields_for_render(definition, reading.answers, errors, on=on, filled_from=told)
    asked = {f.id for f in definition.form.fields if not form.asked_elsewhere(f)}
    kept = []
    for section in drawn:
        fields = [one for one in section.fields if one.id in asked]
        if fields:
            shown = any(one.visible for one in fields)
            kept.append(msgspec.structs.replace(section, fields=_in_full_rows(fields), visible=shown))
    return kept


_ROW = 12
_SPANS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 12})  # widths that the style sheet knows


def _in_full_rows(fields: list[RenderField]) -> list[RenderField]:
    """Widen the questions of each row so that rows end together; a question alone in its row keeps its width."""
    rows: list[list[RenderField]] = [[]]
    for one in fields:
        if one.visible and sum(other.span for other in rows[-1] if other.visible) + one.span > _ROW:
            rows.append([])
        rows[-1].append(one)
    return [wide for row in rows for wide in _widened(row)]


def _widened(row: list[RenderField]) -> list[RenderField]:
    shown = [one for one in row if one.visible]
    total = sum(one.span for one in shown)
    if len(shown) < 2 or total == _ROW:
        return row
    spans = {one.id: one.span * _ROW // total for one in shown}
    spans[shown[-1].id] += _ROW - sum(spans.values())
    if not _SPANS.issuperset(spans.values()):
        return row
    return [msgspec.structs.replace(one, span=spans.get(one.id, one.span)) for one in row]


def cases(reading: Reading) -> list[tuple[str, str]]:
    """Return the cases to choose among, none when the version has none."""
    if reading.definition is None or not reading.definition.cases:
        return []
    return [
        (USUAL_CASE, _("Trường hợp thường")),
        *((case.id, case.name_vi) for case in reading.definition.cases),
    ]


def ways_in(definition: ProcedureDefinition | None) -> list[tuple[str, str]]:
    if definition is None:
        return []
    channels = definition.channels
    at_home = channels.direct or channels.mobile_service
    open_ways = {
        Channel.DIRECT: channels.direct,
        Channel.POSTAL: channels.postal,
        Channel.HOME: at_home,
        Channel.MOBILE: at_home,
    }
    return [(way.value, str(way.label)) for way in _WAYS_IN if open_ways[way]]


def needs_days(reading: Reading) -> bool:
    """Whether the law's limit is not established, so that the officer promises the days."""
    if reading.definition is None:
        return False
    try:
        limit = limit_for(
            reading.definition, channel=_known_channel(reading.channel), case=reading.case_id or None
        )
    except Refusal:
        return False
    return limit is None


def may_receive(officer: Officer, definition: ProcedureDefinition | None) -> bool:
    """Whether taking in is this officer's work, by role or by the procedure's own counter."""
    own = {step.role for step in definition.steps if step.status_after == 2} if definition else set()
    return officer.has(*TRANSITIONS["accept"].owners, *own)
