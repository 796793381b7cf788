"""What the decision to inspect and the notice of its conclusion say; ``documents`` draws them."""

from datetime import date

from django.utils.translation import gettext as _

from motcua.documents.papers import inspections as papers
from motcua.documents.papers.content import Line, Signer
from motcua.kernel.vietnamese import day
from motcua.organisation import queries as organisation
from motcua.oversight.grounds import inspection_grounds_on
from motcua.oversight.inspection_states import Kind
from motcua.oversight.models import Finding, Inspection, InspectionMember, InspectionTarget
from motcua.oversight.printing import authority_of


def decision_paper(row: Inspection, *, on: date, signer: Signer) -> papers.InspectionDecision:
    """The decision that forms the team, as the day of its signing knows the unit."""
    authority = authority_of(row.unit, on=on)
    words = {"team": _team_words(row), "title": _inside(row.title), "who": authority}
    secret = _("Đoàn giữ bí mật kế hoạch cho tới khi bắt đầu kiểm tra. ") if row.kind == Kind.SURPRISE else ""
    return papers.InspectionDecision(
        **organisation.letterhead(row.unit, on=on),
        number=row.decision_number,
        issued_on=on,
        about=_("Về việc thành lập %(team)s") % words,
        authority=authority,
        grounds=inspection_grounds_on(on),
        forming=Line(
            label=_("Điều 1"),
            value=_("Thành lập %(team)s để thực hiện %(title)s, gồm các ông, bà có tên sau:") % words,
        ),
        team=people(row),
        going=Line(label=_("Điều 2"), value=_("Đoàn kiểm tra tại các cơ quan, đơn vị sau:")),
        places=[papers.Place(name=one.name, visit_on=one.visit_on) for one in _targets(row)],
        contents=_lines(row.contents),
        articles=[
            Line(
                label=_("Điều 3"),
                value=secret
                + _("Đoàn kiểm tra lập biên bản tại từng nơi, báo cáo kết quả với %(who)s và tự giải thể khi có thông "
                    "báo kết luận.") % words,
            ),
            Line(
                label=_("Điều 4"),
                value=_("Thủ trưởng các cơ quan, đơn vị được kiểm tra và các ông, bà có tên tại Điều 1 chịu trách "
                        "nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký."),
            ),
        ],
        recipients=[_("Như Điều 4"), _("Lưu: VT")],
        signer=signer,
    )  # fmt: skip


def conclusion_paper(row: Inspection, *, on: date, signer: Signer) -> papers.InspectionConclusion:
    """The notice of conclusion: what each visit came to, the chair's words, what must be mended by when."""
    assert row.decided_on is not None
    targets = _targets(row)
    words = {
        "number": row.decision_number,
        "day": day(row.decided_on),
        "count": f"{len(targets):02}",
        "who": authority_of(row.unit, on=on),
    }
    return papers.InspectionConclusion(
        **organisation.letterhead(row.unit, on=on),
        number=row.conclusion_number,
        issued_on=on,
        about=_("Kết luận %(title)s") % {"title": _inside(row.title)},
        opening=_("Thực hiện Quyết định số %(number)s ngày %(day)s, Đoàn kiểm tra đã làm việc tại %(count)s cơ quan, "
                  "đơn vị. Trên cơ sở biên bản kiểm tra, %(who)s kết luận như sau:") % words,
        visited=[_visited(one) for one in targets],
        findings=_lines(row.conclusion),
        tasks=[_remedy(finding, target) for target in targets for finding in target.findings.all()],
        closing=_("Các cơ quan, đơn vị được kiểm tra thực hiện kết luận này và báo cáo kết quả khắc phục đúng hạn."),
        recipients=[_("Các cơ quan, đơn vị được kiểm tra"), _("Đoàn kiểm tra"), _("Lưu: VT")],
        signer=signer,
    )  # fmt: skip


def people(row: Inspection) -> list[papers.Person]:
    """The team, its head first, as papers name it."""
    team = sorted(row.team.select_related("account").order_by("pk"), key=lambda one: one.seat != "head")
    return [_person(one) for one in team]


def _person(one: InspectionMember) -> papers.Person:
    return papers.Person(name=str(one.account), title=one.title, seat=one.get_seat_display())


def _targets(row: Inspection) -> list[InspectionTarget]:
    found = row.targets.select_related("unit", "minutes").prefetch_related("findings__directive")
    return list(found.order_by("pk"))


def _visited(target: InspectionTarget) -> papers.Visited:
    minutes = target.minutes
    return papers.Visited(
        name=target.name,
        started_at=minutes.started_at,
        ended_at=minutes.ended_at,
        staff=len(minutes.attendance),
        absent=len(minutes.absent),
        late=len(minutes.late),
        violations=len(target.findings.all()),
    )


def _remedy(finding: Finding, target: InspectionTarget) -> papers.Remedy:
    given = _("Đã giao, nhiệm vụ số %(number)s") % {"number": finding.task_number}
    return papers.Remedy(
        task=finding.remedy or _("Khắc phục: %(text)s") % {"text": finding.text},
        unit=target.name,
        deadline_on=finding.deadline_on,
        status=given if finding.directive_id else _("Chưa giao việc"),
    )


def _team_words(row: Inspection) -> str:
    return _("Đoàn kiểm tra công vụ đột xuất") if row.kind == Kind.SURPRISE else _("Đoàn kiểm tra công vụ")


def _inside(title: str) -> str:
    """A title as it stands inside a sentence."""
    return f"{title[0].lower()}{title[1:]}"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
