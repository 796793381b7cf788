"""Is what lies on the counter a dossier that can be taken in? All faults at once, each at its field."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue import eforms
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.papers import Component, NotListed, checklist, require_listed
from motcua.catalogue.queries import NotInForce, version_with_id
from motcua.catalogue.time_limits import limit_for
from motcua.documents.models import StoredFile
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.inputs import ComponentInput, FileInput, Intake
from motcua.dossiers.models.papers import CopyKind
from motcua.dossiers.states import Channel
from motcua.identity.details import Details, checked
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day

MOST_DAYS = 250  # working days; about a year


class InvalidIntake(Refusal):
    """What was typed cannot be taken in; ``errors`` holds a sentence for each field.

    Keys: a field of the e-form (``child_dob``, ``items-0-pages``), ``applicant.<fact>``, or one of ``channel``,
    ``case_id``, ``components``, ``files``, ``sets``, ``limit_days``, ``limit_reason``, ``return_channel``,
    ``return_address``.
    """

    def __init__(self, errors: dict[str, str]) -> None:
        first, *others = errors.items()
        sentence = first[1] if not others else _("Còn %(count)d mục phải sửa. %(first)s") % {
            "count": len(errors), "first": first[1],
        }  # fmt: skip
        super().__init__(sentence, field=first[0])
        self.errors = errors


class MissingPapers(Refusal):
    """Papers that the version requires are not there; ``missing`` lists them all, for one form 02."""

    def __init__(self, missing: list[Component]) -> None:
        names = "; ".join(component.name_vi for component in missing)
        sentence = _(
            "Hồ sơ còn thiếu: %(names)s. Nhận thêm cho đủ, hoặc lập phiếu yêu cầu bổ sung (mẫu 02) ghi đủ một lần."
        )
        super().__init__(sentence % {"names": names}, field="components")
        self.missing = missing


def version_for(intake: Intake, *, on: date) -> ProcedureVersion:
    """Return the pinned version, which must hold on the day of reception.

    Raises:
        NotInForce: it does not hold yet, or no longer, with the day.
    """
    version = version_with_id(intake.version_id)
    words = {"name": version.name, "from": day(version.valid_from)}
    if version.valid_from > on:
        raise NotInForce(_("Thủ tục “%(name)s” có hiệu lực từ ngày %(from)s, chưa nhận được hồ sơ.") % words)
    if version.valid_to is not None and version.valid_to < on:
        raise NotInForce(
            _("Thủ tục “%(name)s” không còn hiệu lực sau ngày %(to)s. Chọn lại thủ tục đang có hiệu lực.")
            % {**words, "to": day(version.valid_to)}
        )
    return version


def answers_of(definition: ProcedureDefinition, answers: dict[str, Any], *, on: date) -> dict[str, Any]:
    """Return the answers as they are kept: values derived from others put in, hidden questions left out."""
    return eforms.kept(definition, eforms.derive(definition, answers), on=on)


def judge(intake: Intake, definition: ProcedureDefinition, answers: dict[str, Any], *, on: date) -> None:
    """Refuse a dossier that cannot be accepted.

    Raises:
        InvalidIntake: with one sentence for each field at fault.
        MissingPapers: everything is right, but required papers are not there.
    """
    errors = {
        **dict(_applicant_faults(intake, on=on)),
        **eforms.validate(definition, answers, on),
        **dict(_frame_faults(intake, definition)),
        **dict(paper_faults(definition, intake.components, intake.files)),
    }
    if errors:
        raise InvalidIntake(errors)
    given = {component.component_id for component in intake.components}
    require_papers(definition, answers, given, on=on, channel=intake.channel, case_id=intake.case_id)


def judge_frame(intake: Intake, definition: ProcedureDefinition, *, on: date) -> None:
    """Refuse what cannot even be refused or sent for a supplement: who it is, and papers outside the version."""
    errors = {
        **dict(_applicant_faults(intake, on=on)),
        **dict(paper_faults(definition, intake.components, intake.files)),
    }
    if errors:
        raise InvalidIntake(errors)


def judge_completion(
    definition: ProcedureDefinition,
    answers: dict[str, Any],
    components: tuple[ComponentInput, ...],
    files: tuple[FileInput, ...],
    *,
    on: date,
) -> None:
    """Refuse what comes in later for a dossier that is there already.

    Raises:
        InvalidIntake: with one sentence for each field at fault.
    """
    errors = {**eforms.validate(definition, answers, on), **dict(paper_faults(definition, components, files))}
    if errors:
        raise InvalidIntake(errors)


def require_papers(
    definition: ProcedureDefinition,
    answers: dict[str, Any],
    given: set[str],
    *,
    on: date,
    channel: str,
    case_id: str,
) -> None:
    """Refuse, naming all of them, while required papers are missing; the e-form itself is never missing."""
    listed = checklist(definition, answers, on=on, channel=catalogue_channel(channel), case=case_id)
    missing = [
        component
        for component in listed
        if component.need == "required" and not component.is_form and component.id not in given
    ]
    if missing:
        raise MissingPapers(missing)


def _applicant_faults(intake: Intake, *, on: date) -> Iterator[tuple[str, str]]:
    applicant = intake.applicant
    if applicant.person_id_pk is not None and not applicant.full_name:
        return
    try:
        checked(details_of(intake), today=on)
    except Refusal as refusal:
        yield f"applicant.{refusal.field or 'full_name'}", str(refusal)


def details_of(intake: Intake) -> Details:
    """The applicant's facts as the register of people takes them."""
    typed = intake.applicant
    return Details(
        full_name=typed.full_name,
        birth_on=typed.birth_on,
        birth_year=typed.birth_year,
        sex=typed.sex,
        personal_id=typed.personal_id,
        old_id=typed.old_id,
        id_issued_on=typed.id_issued_on,
        phone=typed.phone,
        email=typed.email,
        address=typed.address,
    )


def _frame_faults(intake: Intake, definition: ProcedureDefinition) -> Iterator[tuple[str, str]]:
    """The channel, the case, the days promised, the way back."""
    channels = definition.channels
    open_ways = {
        Channel.DIRECT: channels.direct,
        Channel.ONLINE: channels.online_level != "none",
        Channel.POSTAL: channels.postal,
        Channel.HOME: channels.direct or channels.mobile_service,
        Channel.MOBILE: channels.direct or channels.mobile_service,
    }
    if intake.channel not in Channel.values or not open_ways[Channel(intake.channel)]:
        yield "channel", _("Thủ tục này không nhận hồ sơ theo cách đó. Chọn cách nộp khác.")
    if intake.case_id and intake.case_id not in {case.id for case in definition.cases}:
        yield "case_id", _("Thủ tục này không có trường hợp đó. Chọn lại trường hợp.")
    else:
        yield from limit_faults(
            definition,
            channel=intake.channel,
            case_id=intake.case_id,
            days=intake.limit_days,
            reason=intake.limit_reason,
        )
    if not 1 <= intake.sets <= 99:
        yield "sets", _("Số bộ hồ sơ phải từ 1 đến 99.")
    if intake.return_channel not in Channel.values:
        yield "return_channel", _("Chọn cách nhận kết quả.")
    elif intake.return_channel in {Channel.POSTAL, Channel.HOME} and not intake.return_address.strip():
        yield "return_address", _("Ghi địa chỉ để gửi kết quả về tận nơi.")


def limit_faults(
    definition: ProcedureDefinition, *, channel: str, case_id: str, days: int | None, reason: str
) -> Iterator[tuple[str, str]]:
    """Where the version has no limit of its own, the officer promises days, and says why."""
    if channel not in Channel.values:
        return
    if limit_for(definition, channel=catalogue_channel(channel), case=case_id or None) is not None:
        return
    if not days:
        yield "limit_days", _("Thủ tục này chưa có thời hạn chung. Ghi số ngày làm việc hẹn trả.")
    elif not 1 <= days <= MOST_DAYS:
        yield "limit_days", _("Số ngày hẹn phải từ 1 đến %(most)d ngày làm việc.") % {"most": MOST_DAYS}
    if not reason.strip():
        yield "limit_reason", _("Ghi lý do hẹn số ngày đó.")


def paper_faults(
    definition: ProcedureDefinition, components: tuple[ComponentInput, ...], files: tuple[FileInput, ...]
) -> Iterator[tuple[str, str]]:
    """Papers outside the version, unknown kinds of copy, files that were never stored."""
    try:
        require_listed(definition, {component.component_id for component in components})
        require_listed(definition, {file.component_id for file in files} - {""})
    except NotListed as refusal:
        yield "components", str(refusal)
    if any(component.copy_kind not in CopyKind.values for component in components):
        yield "components", _("Chọn loại bản cho từng giấy tờ.")
    if any(not 1 <= component.quantity <= 999 for component in components):
        yield "components", _("Số lượng giấy tờ phải từ 1 đến 999.")
    wanted = {file.stored_file_id for file in files}
    if wanted and StoredFile.objects.filter(pk__in=wanted).count() != len(wanted):
        yield "files", _("Có tệp chưa gửi lên được. Gửi lại tệp rồi lưu.")
