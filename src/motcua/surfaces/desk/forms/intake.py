"""What the intake page sends, read into what the services take. Names with a dot never meet those of an e-form."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from motcua.catalogue import eforms
from motcua.catalogue.definitions import Field, ProcedureDefinition
from motcua.dossiers.inputs import ApplicantInput
from motcua.dossiers.states import Channel
from motcua.identity import personal_id, phone
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.surfaces.components.typed_days import day_of, year_of

KEY = "intake.key"
DO = "intake.do"
Typed = MultiValueDict[str, str]

#: Buttons and search boxes: what they send is an order of the moment, not part of the dossier.
_ORDERS = {DO, "intake.pick_person", "intake.pick_procedure", "intake.drop_file", "csrfmiddlewaretoken"}
_PASSING = {"intake.find", "intake.procedure"}
#: What the e-form calls the way back, and what the desk calls it.
_WAYS_BACK = {
    Channel.DIRECT: "office", Channel.POSTAL: "postal", Channel.HOME: "home", Channel.ONLINE: "electronic",
    Channel.MOBILE: "home",
}  # fmt: skip
WAY_BACK_FIELDS = frozenset({"result_channel", "result_address"})
_KEY = re.compile(r"[0-9a-f]{32}")


class Posted(Protocol):
    def lists(self) -> Any: ...


def typed_from(data: Posted) -> Typed:
    """Return everything that was typed and that a draft keeps, without orders and empty texts."""
    kept: dict[str, list[str]] = {}
    for name, texts in data.lists():
        filled = [text.replace("\x00", "") for text in texts if isinstance(text, str) and text.strip()]
        if filled and name not in _ORDERS:
            kept[name] = filled
    return MultiValueDict(kept)


def content_of(typed: Typed) -> dict[str, list[str]]:
    """Return what a draft keeps of it."""
    return {name: texts for name, texts in typed.lists() if name not in _PASSING}


def text(typed: Typed, name: str) -> str:
    return clean(typed.get(name) or "")


def whole(typed: Typed, name: str, default: int | None = None) -> int | None:
    """Return a whole number; -1 for what is none, so that it is refused and not taken for the default."""
    digits = text(typed, name).replace(".", "")
    if not digits:
        return default
    return int(digits) if re.fullmatch("[0-9]{1,9}", digits) else -1


def is_key(key: str) -> bool:
    return _KEY.fullmatch(key) is not None


def is_blank(typed: Typed) -> bool:
    """Whether nobody and nothing was chosen yet; such a page is not worth a draft."""
    return not any(
        text(typed, name) for name in ("applicant.full_name", "applicant.personal_id", "frame.version_id")
    )


def applicant_of(typed: Typed) -> tuple[ApplicantInput, dict[str, str]]:
    """Return who hands the dossier in, with a sentence for each day that cannot be read."""
    errors: dict[str, str] = {}
    born, issued = text(typed, "applicant.birth_on"), text(typed, "applicant.id_issued_on")
    year = year_of(born)
    number = re.sub(r"[\s.\-]", "", text(typed, "applicant.personal_id"))
    applicant = ApplicantInput(
        full_name=text(typed, "applicant.full_name"),
        person_id_pk=_pk(typed, "applicant.pk"),
        personal_id=number,
        old_id=re.sub(r"[\s.\-]", "", text(typed, "applicant.old_id")),
        birth_on=None if year else _day("applicant.birth_on", born, errors),
        birth_year=year,
        sex=text(typed, "applicant.sex") or _told_sex(number),
        phone=_phone(text(typed, "applicant.phone")),
        email=text(typed, "applicant.email"),
        address=text(typed, "applicant.address"),
        id_issued_on=_day("applicant.id_issued_on", issued, errors),
        confirmed_new=text(typed, "applicant.confirmed_new") == "true",
    )
    return applicant, errors


def _phone(typed: str) -> str:
    """The digits of a number that can be one; anything else stays as typed, to be refused with its sentence."""
    try:
        return phone.check(typed) if typed else ""
    except Refusal:
        return typed


def _day(name: str, typed: str, errors: dict[str, str]) -> date | None:
    try:
        return day_of(typed)
    except ValueError:
        errors[name] = _("Ngày này không có trong lịch. Ví dụ: 14/03/1988")
        return None


def _told_sex(number: str) -> str:
    return personal_id.sex_of(number) if re.fullmatch("[0-9]{12}", number) else ""


def _pk(typed: Typed, name: str) -> int | None:
    value = whole(typed, name)
    return value if value and value > 0 else None


def version_id_of(typed: Typed) -> int | None:
    return _pk(typed, "frame.version_id")


def answers_of(typed: Typed, definition: ProcedureDefinition, applicant: ApplicantInput) -> dict[str, Any]:
    """Return the answers: those of the e-form, the applicant's facts, and the way back chosen on the page."""
    posted = eforms.from_post(definition, typed)
    if (
        text(typed, "frame.form") != definition.id
    ):  # the e-form has not been on the page: no box was left empty on it
        posted = {name: value for name, value in posted.items() if value is not False}
    answers = eforms.initial(definition) | posted
    known = eforms.prefill(definition, applicant)
    for field in definition.form.fields:
        if field.fills_from:
            answers.pop(field.id, None)
    answers |= known
    fields = {field.id: field for field in definition.form.fields}
    if "result_channel" in fields:
        answers["result_channel"] = _WAYS_BACK.get(Channel(return_channel_of(typed)), "office")
        answers.pop("result_address", None)
        address = text(typed, "frame.return_address")
        if address and "result_address" in fields:
            answers["result_address"] = address
    return eforms.derive(definition, answers)


def return_channel_of(typed: Typed) -> str:
    chosen = text(typed, "frame.return_channel")
    return chosen if chosen in Channel.values else Channel.DIRECT


def channel_of(typed: Typed) -> str:
    return text(typed, "frame.channel") or Channel.DIRECT


def asked_elsewhere(field: Field) -> bool:
    """Whether another part of the page asks this question of the e-form already."""
    return bool(field.fills_from) or field.id in WAY_BACK_FIELDS


def page_errors(errors: Mapping[str, str], definition: ProcedureDefinition | None) -> dict[str, str]:
    """Return the services' sentences under the names of the page's own fields."""
    fields = definition.form.fields if definition else ()
    fills = {field.id: field.fills_from for field in fields if field.fills_from}
    derived = {
        field.id for field in fields if field.derived
    }  # wrong only because of the answer they are made from
    placed: dict[str, str] = {}
    for name in sorted(errors, key=lambda name: name in WAY_BACK_FIELDS):
        if name not in derived:
            placed.setdefault(_place(name, fills), errors[name])
    return placed


_PLACES = {
    "result_channel": "frame.return_channel",
    "result_address": "frame.return_address",
    "applicant.birth_year": "applicant.birth_on",
    "components": "papers",
    "files": "papers",
    "unit_id": "frame.version_id",
} | {
    name: f"frame.{name}"
    for name in (
        "case_id",
        "channel",
        "sets",
        "limit_days",
        "limit_reason",
        "return_channel",
        "return_address",
    )
}


def _place(name: str, fills: Mapping[str, str]) -> str:
    if name in fills:
        return f"applicant.{fills[name]}"
    return _PLACES.get(name, name)
