"""A procedure as an officer reads it: each paper as the law counts it, the fees, the times, the steps."""

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from motcua.calendars.time_limits import TimeLimit
from motcua.catalogue import queries, time_limits
from motcua.catalogue.definitions import Document, ProcedureDefinition, Step
from motcua.catalogue.fee_sheet import TariffLine, exempt_groups, tariff
from motcua.catalogue.models import ProcedureVersion
from motcua.documents.papers.qr import qr_svg
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from motcua.organisation.queries import ancestors
from motcua.organisation.roles import Role

SOURCES = {
    "national_population_db": lambda: _("Cơ sở dữ liệu quốc gia về dân cư"),
    "civil_status_db": lambda: _("Cơ sở dữ liệu hộ tịch điện tử"),
    "signed_birth_data": lambda: _("Dữ liệu chứng sinh có ký số"),
    "signed_death_data": lambda: _("Dữ liệu báo tử có ký số"),
    "land_db": lambda: _("Cơ sở dữ liệu đất đai"),
}
ONLINE_LEVELS = {
    "full": lambda: _("Trực tuyến toàn trình"),
    "partial": lambda: _("Trực tuyến một phần"),
}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One component: what may be asked for, in how many copies, and what is looked up instead."""

    name: str
    when: str
    copies: str
    source: str
    required: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the usual process: who does what, in how long."""

    who: str
    what: str
    time: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case with its own limit, or the usual one (``name`` empty)."""

    name: str
    time: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of one version that an officer looks up at the counter."""

    papers: list[PaperRow]
    steps: list[StepRow]
    cases: list[CaseRow]
    tariff: list[TariffLine]
    exempt: list[str]
    ways: list[str]
    time: str


def sheet(version: ProcedureVersion, *, unit: Unit | None, on: date) -> Sheet:
    """Return the sheet of a version, with the fees that the unit's province has set."""
    definition = version.definition
    province = next((above.code for above in ancestors(unit, on=on)), "") if unit else ""
    schedule = queries.fee_schedule(version.procedure.slug, province_code=province, on=on, channel="direct")
    return Sheet(
        papers=[_paper(paper) for paper in definition.documents],
        steps=[_step(step) for step in definition.steps],
        cases=_cases(definition, on=on),
        tariff=tariff(definition, schedule),
        exempt=exempt_groups(definition),
        ways=_ways(definition),
        time=_time(time_limits.limit_for(definition, channel="direct")),
    )


def portal_address(slug: str) -> str:
    """Where citizens read the same procedure; what the QR opens."""
    return f"{settings.PUBLIC_URL}{reverse('portal:procedure', args=[slug])}"


def portal_qr(slug: str) -> Markup:
    """The square that opens it on a telephone, as wide as its frame."""
    drawn = qr_svg(portal_address(slug))
    scaled = re.sub(r'width="(\d+)" height="(\d+)"', r'viewBox="0 0 \1 \2"', drawn, count=1)
    return Markup(scaled)  # noqa: S704 - drawn by us from our own address


def _paper(paper: Document) -> PaperRow:
    source = SOURCES.get(paper.replaced_by_data)
    known = paper.replaced_by_data and (str(source()) if source else _("Dữ liệu của nhà nước"))
    return PaperRow(paper.name_vi, paper.when_vi, _copies(paper), known, paper.required)


def _copies(paper: Document) -> str:
    if paper.online_equivalent == "e_form":
        return _("Tờ khai, khai ngay trên máy")
    counts = {
        _("%(n)d bản chính"): paper.original,
        _("%(n)d bản sao"): paper.copy,
        _("%(n)d bản sao có chứng thực"): paper.certified,
    }
    wanted = _(" và ").join(words % {"n": count} for words, count in counts.items() if count)
    if paper.mode == "present":
        return _("Xuất trình, xem rồi trả lại")
    return _("Nộp %(what)s") % {"what": wanted} if wanted else _("Nộp")


def _step(step: Step) -> StepRow:
    who = str(Role(step.role).label)
    if step.publish_days is not None:
        return StepRow(who, step.action_vi, _("%(n)d ngày niêm yết") % {"n": step.publish_days})
    if not step.hours:
        return StepRow(who, step.action_vi, "")
    return StepRow(who, step.action_vi, _("%(n)s giờ") % {"n": f"{step.hours:g}".replace(".", ",")})


def _cases(definition: ProcedureDefinition, *, on: date) -> list[CaseRow]:
    try:
        rules = queries.clock_policy(on).rules
    except Refusal:
        rules = None
    choices = time_limits.choices(definition, rules=rules)
    return [CaseRow(choice.name_vi, _time(choice.limit)) for choice in choices]


def _time(limit: TimeLimit | None) -> str:
    return limit.in_words if limit else _("Công chức hẹn ngày, ghi lý do")


def _ways(definition: ProcedureDefinition) -> list[str]:
    channels = definition.channels
    ways = [
        (channels.direct, _("Tại quầy")),
        (channels.assisted_at_desk, _("Nộp trực tuyến có hỗ trợ tại quầy")),
        (channels.online_level != "none", str(ONLINE_LEVELS.get(channels.online_level, str)())),
        (channels.postal, _("Bưu chính công ích")),
        (channels.mobile_service, _("Tại nhà, lưu động")),
    ]
    return [words for held, words in ways if held]
