"""What each button of the intake page does; every answer carries all that was typed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue import eforms
from motcua.catalogue.queries import NotInForce, in_force
from motcua.dossiers import services
from motcua.dossiers.inputs import Intake
from motcua.dossiers.models import Dossier
from motcua.identity.models import Person
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.desk import intake_person
from motcua.surfaces.desk.forms import intake_decisions
from motcua.surfaces.desk.forms.intake import Typed, page_errors, text
from motcua.surfaces.desk.intake_offer import hits
from motcua.surfaces.desk.intake_person import Found
from motcua.surfaces.desk.intake_sheet import Reading, Trouble, intake_of, papers_of, read


@dataclass(slots=True)
class Outcome:
    """What came of it: a dossier, or the page again with what was found and what must be mended."""

    typed: Typed
    trouble: Trouble
    found: Found | None = None
    asked: str = ""
    hits: list[Any] | None = field(default=None)
    focus: str = ""
    dossier: Dossier | None = None


def find(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Read the scan field: a card, a number, a name."""
    found = intake_person.look_up(typed, at=now)
    if found.error:
        trouble.errors["intake.find"] = found.error
    return Outcome(found.typed, trouble, found, focus=_after_person(found))


def _after_person(found: Found) -> str:
    """Where the cursor goes: the list to choose from, or the first empty field."""
    if found.error:
        return "intake.find"
    if found.candidates:
        return "candidates"
    for name in ("applicant.full_name", "applicant.personal_id", "applicant.birth_on", "applicant.phone"):
        if not text(found.typed, name):
            return name
    return "" if text(found.typed, "frame.version_id") else "intake.procedure"


def pick_person(typed: Typed, pk: str, trouble: Trouble) -> Outcome:
    person = (
        Person.objects.filter(pk=int(pk), merged_into=None).first()
        if pk.isdecimal() and len(pk) < 16
        else None
    )
    if person is None:
        trouble.errors["intake.find"] = _("Không tìm thấy người vừa chọn. Xin tìm lại.")
        return Outcome(typed, trouble, focus="intake.find")
    found = Found(intake_person.with_person(typed, person))
    return Outcome(found.typed, trouble, found, focus=_after_person(found))


def new_person(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """The officer has seen who looks alike, and says that this is somebody else."""
    typed["applicant.confirmed_new"] = "true"
    typed.pop("applicant.pk", None)
    return Outcome(typed, trouble, focus="applicant.phone")


def another(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Empty the person's fields for somebody else."""
    return Outcome(intake_person.without_person(typed), trouble, focus="intake.find")


def search(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """List the procedures that everyday words mean."""
    asked = text(typed, "intake.procedure")
    return Outcome(typed, trouble, asked=asked, hits=hits(asked, now.date()), focus="intake.procedure")


def pick_procedure(typed: Typed, slug: str, now: datetime, trouble: Trouble) -> Outcome:
    try:
        version = in_force(slug, now.date())
    except Refusal as refusal:
        trouble.errors["frame.version_id"] = str(refusal)
        return Outcome(typed, trouble, focus="intake.procedure")
    if text(typed, "frame.version_id") != str(version.pk):
        typed.pop("frame.case_id", None)
    typed["frame.version_id"] = str(version.pk)
    typed.pop("intake.procedure", None)
    return Outcome(typed, trouble, focus="form")


def next_step(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Enter in a field, without scripts: whatever search was typed is answered, nothing is ever accepted."""
    if typed.get("intake.find"):
        return find(typed, officer, now, trouble)
    if text(typed, "intake.procedure"):
        return search(typed, officer, now, trouble)
    return Outcome(typed, trouble)


def open_supplement(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    return _open(typed, "supplement", trouble)


def open_refusal(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    return _open(typed, "refusal", trouble)


def close_decision(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    typed.pop("decision.open", None)
    return Outcome(typed, trouble)


def _open(typed: Typed, decision: str, trouble: Trouble) -> Outcome:
    if not text(typed, "frame.version_id"):
        trouble.errors["frame.version_id"] = _("Chọn thủ tục trước, rồi mới lập phiếu.")
        return Outcome(typed, trouble)
    typed["decision.open"] = decision
    return Outcome(typed, trouble, focus="decision")


def accept(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Take the dossier in; all faults at once, each at its field."""
    reading = read(typed, on=now.date())
    if reading.definition is None:
        return _lacking(reading, trouble)
    if reading.errors:  # a day that cannot be read: the service would take it for none
        faults = eforms.validate(reading.definition, reading.answers, now.date())
        trouble.errors |= page_errors(faults, reading.definition) | reading.errors
        return Outcome(typed, trouble)
    return _try(reading, now, trouble, lambda intake: services.accept(intake=intake, by=officer, at=now))


def ask_supplement(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Form 02 for what lies on the counter."""
    reading = read(typed, on=now.date())
    if reading.definition is None:
        return _lacking(reading, trouble)
    items, respond_by, errors = intake_decisions.supplements(typed)
    if errors or reading.errors:
        trouble.errors |= reading.errors | errors
        return Outcome(typed, trouble)
    return _try(
        reading, now, trouble,
        lambda intake: services.ask_supplement(intake=intake, items=items, respond_by=respond_by, by=officer, at=now),
    )  # fmt: skip


def refuse(typed: Typed, officer: Officer, now: datetime, trouble: Trouble) -> Outcome:
    """Form 03 for what lies on the counter."""
    reading = read(typed, on=now.date())
    if reading.definition is None:
        return _lacking(reading, trouble)
    if reading.errors:
        trouble.errors |= reading.errors
        return Outcome(typed, trouble)
    reason, ground = intake_decisions.refusal(typed)
    return _try(
        reading, now, trouble,
        lambda intake: services.refuse(intake=intake, reason=reason, legal_ground=ground, by=officer, at=now),
    )  # fmt: skip


def _lacking(reading: Reading, trouble: Trouble) -> Outcome:
    trouble.errors |= reading.errors
    if not reading.applicant.full_name:
        trouble.errors["applicant.full_name"] = _("Chưa có người nộp. Quét thẻ căn cước, hoặc ghi họ tên.")
    trouble.errors["frame.version_id"] = _("Chọn thủ tục, ví dụ: khai sinh, sao y, hộ nghèo.")
    return Outcome(reading.typed, trouble)


def _ask_for_the_day(reading: Reading, trouble: Trouble) -> None:
    """A year alone is a birth date for the register of people, and not for every e-form."""
    if reading.applicant.birth_year and "applicant.birth_on" in trouble.errors:
        trouble.errors["applicant.birth_on"] = _(
            "Tờ khai này cần đủ ngày, tháng, năm sinh. Ví dụ: 15/08/1985"
        )


def _try(reading: Reading, now: datetime, trouble: Trouble, verb: Callable[[Intake], Dossier]) -> Outcome:
    """Do it; a refusal is put where it can be mended, and nothing typed is lost."""
    papers = papers_of(reading, trouble, on=now.date())
    outcome = Outcome(reading.typed, trouble)
    if trouble.files:  # a file that was refused just now is looked at before anything is final
        return outcome
    try:
        outcome.dossier = verb(intake_of(reading, papers))
    except services.PossiblyKnown as refusal:
        people = intake_person.candidates(refusal.candidates)
        outcome.found = Found(reading.typed, candidates=people, look_alikes=True)
        trouble.errors["applicant.full_name"] = str(refusal)
    except services.MissingPapers as refusal:
        trouble.missing = [component.id for component in refusal.missing]
        trouble.errors["papers"] = str(refusal)
    except services.InvalidIntake as refusal:
        trouble.errors |= page_errors(refusal.errors, reading.definition)
        _ask_for_the_day(reading, trouble)
    except NotInForce as refusal:
        trouble.errors["frame.version_id"] = str(refusal)
    except Refusal as refusal:
        place = intake_decisions.PLACES.get(refusal.field or "")
        if place:
            trouble.errors[place] = str(refusal)
        else:
            trouble.sentence = str(refusal)
    return outcome
