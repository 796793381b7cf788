"""Dossiers as they lie on the counter: who hands in what, with which papers and answers."""

from datetime import UTC, date
from random import Random
from typing import Any

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.papers import Component, checklist
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.inputs import ApplicantInput, ComponentInput, Intake, SupplementInput
from motcua.project.demo.answers import Answers
from motcua.project.demo.names import Invented
from motcua.project.demo.workload import Arrival

_WAYS_BACK = {
    "office": "direct",
    "postal": "postal",
    "home": "home",
    "electronic": "online",
    "online": "online",
}
OPEN_LIMIT_DAYS, OPEN_LIMIT_REASON = 12, "Thời hạn gồm phần việc của Sở Nội vụ"


def intake_of(
    random: Random,
    arrival: Arrival,
    version: ProcedureVersion,
    applicant: Invented,
    *,
    known_as: int | None,
    on: date,
    serial: int,
    place: str,
) -> Intake:
    """Fill in the e-form and put the papers together; complete, so that it can be accepted.

    Args:
        known_as: key of the applicant's record, None for somebody who comes for the first time.
    """
    definition = version.definition
    told = Answers(random, definition, applicant, on=on, serial=serial, place=place).all()
    back = _WAYS_BACK.get(str(told.get("result_channel", "office")), "direct")
    return Intake(
        key=f"{random.getrandbits(128):032x}",
        version_id=version.pk,
        applicant=ApplicantInput(person_id_pk=known_as, **applicant.facts()),
        answers=told,
        channel=arrival.channel,
        components=tuple(_papers(random, definition, told, arrival.channel, on)),
        return_channel=back,
        return_address=applicant.address if back in {"postal", "home"} else "",
        limit_days=OPEN_LIMIT_DAYS if definition.statutory_time.value is None else None,
        limit_reason=OPEN_LIMIT_REASON if definition.statutory_time.value is None else "",
        submitted_at=arrival.at.astimezone(UTC),
    )


def _papers(
    random: Random, definition: Any, answers: dict[str, Any], channel: str, on: date
) -> list[ComponentInput]:
    brought = []
    for line in checklist(definition, answers, on=on, channel=catalogue_channel(channel)):
        chance = {"required": 1.0, "looked_up": 0.5, "conditional": 0.12}[line.need]
        if random.random() < chance:
            brought.append(_paper(line, channel))
    return brought


def _paper(line: Component, channel: str) -> ComponentInput:
    counts = (("original", line.original), ("certified", line.certified), ("copy", line.copy))
    kind, quantity = next(((kind, count) for kind, count in counts if count), ("original", 1))
    if line.need == "looked_up":
        kind = "data"
    elif channel == "online":
        kind = "electronic"
    return ComponentInput(component_id=line.id, copy_kind=kind, quantity=quantity)


def missing_paper(random: Random, version: ProcedureVersion, intake: Intake) -> SupplementInput | None:
    """A paper that is there and not good enough, with what is wrong; the e-form itself is never asked for again."""
    documents = {document.id: document for document in version.definition.documents}
    brought = [
        given for given in intake.components if documents[given.component_id].online_equivalent != "e_form"
    ]
    if not brought:
        return None
    given = random.choice(brought)
    reason = random.choice(
        (
            "Bản chụp mờ, không đọc được số và ngày cấp",
            "Thiếu trang cuối có chữ ký và con dấu",
            "Họ tên trên giấy không khớp với tờ khai",
            "Giấy tờ đã hết hạn, cần bản còn giá trị",
        )
    )
    return SupplementInput(component_id=given.component_id, reason=reason, copy_kind=given.copy_kind)
