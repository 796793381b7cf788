"""Where a dossier lies, in a few words that fit a column: ``Tư pháp – Hộ tịch: Trần Mỹ Lệ``."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import FINAL, State
from motcua.organisation.access import Officer
from motcua.organisation.roles import Role
from motcua.process.definitions import StepKind
from motcua.surfaces.desk.work_steps import ListedStep, steps_of

SHORT_ROLES = {
    Role.ONE_STOP_OFFICER: gettext_lazy("Một cửa"),
    Role.ONE_STOP_HEAD: gettext_lazy("Một cửa"),
    Role.CIVIL_STATUS_OFFICER: gettext_lazy("Tư pháp – Hộ tịch"),
    Role.CERTIFICATION_OFFICER: gettext_lazy("Chứng thực"),
    Role.CULTURE_SOCIAL_OFFICER: gettext_lazy("Văn hóa – Xã hội"),
    Role.LAND_OFFICER: gettext_lazy("Địa chính"),
    Role.CONSTRUCTION_OFFICER: gettext_lazy("Xây dựng"),
    Role.ECONOMY_OFFICER: gettext_lazy("Kinh tế"),
    Role.DIVISION_HEAD: gettext_lazy("Trưởng phòng"),
    Role.RECORDS_CLERK: gettext_lazy("Văn thư"),
    Role.COMMUNE_LEADER: gettext_lazy("Lãnh đạo"),
    Role.POLICE_DUTY_OFFICER: gettext_lazy("Công an xã"),
    Role.POLICE_RESIDENCE_OFFICER: gettext_lazy("Công an xã"),
    Role.COMMUNE_POLICE_CHIEF: gettext_lazy("Công an xã"),
    Role.POLICE_IDENTITY_OFFICER: gettext_lazy("Công an, căn cước"),
    Role.SOCIAL_INSURANCE_OFFICER: gettext_lazy("Bảo hiểm xã hội"),
    Role.LAND_REGISTRY_OFFICER: gettext_lazy("Văn phòng đăng ký đất đai"),
    Role.TAX_OFFICER: gettext_lazy("Thuế"),
    Role.PROVINCIAL_HOME_AFFAIRS: gettext_lazy("Sở Nội vụ"),
    Role.DISABILITY_COUNCIL: gettext_lazy("Hội đồng khuyết tật"),
    Role.POST_OFFICER: gettext_lazy("Bưu điện"),
    Role.HAMLET_HEAD: gettext_lazy("Trưởng ấp"),
    Role.SPECIALIST: gettext_lazy("Chuyên môn"),
}
WITH_THE_APPLICANT = frozenset({State.SUPPLEMENT_REQUESTED, State.FINANCIAL_DUTY})


def place(state: str, steps: Sequence[ListedStep], *, account_id: int) -> str:
    """Say who has the dossier now; the officer's own is “Tôi”, parallel lanes stand side by side."""
    if state in WITH_THE_APPLICANT:
        return _("Người nộp")
    if state in FINAL:
        return str(State(state).label)
    if state == State.REGISTERED:
        return _("Chờ Một cửa tiếp nhận")
    if state == State.PROCESSED:
        return _("Một cửa, chờ trả")
    words = [_step_place(step, account_id) for step in steps]
    return "; ".join(dict.fromkeys(words)) or _("Một cửa")


def place_of(dossier: Dossier, officer: Officer) -> str:
    """The same for one dossier, asked of the database."""
    steps = steps_of([dossier.case_id] if dossier.case_id else []).get(dossier.case_id or 0, [])
    return place(dossier.state, [step for step in steps if step.is_open], account_id=officer.account_id)


def _step_place(step: ListedStep, account_id: int) -> str:
    if step.assignee_id == account_id:
        return _("Tôi")
    where = str(SHORT_ROLES.get(Role(step.role)) or Role(step.role).label)
    if step.kind == StepKind.SIGN:
        where = _("Chờ ký")
    elif step.kind == StepKind.POSTING:
        where = _("Đang niêm yết")
    return f"{where}: {step.assignee}" if step.assignee_id else where
