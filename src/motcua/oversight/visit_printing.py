"""What the minutes of a visit say on paper."""

from motcua.documents.papers import inspections as papers
from motcua.oversight.inspection_printing import people
from motcua.oversight.models import Finding, InspectionMinutes


def minutes_paper(minutes: InspectionMinutes, findings: list[Finding]) -> papers.InspectionMinutes:
    """The paper that the team and the inspected office sign."""
    inspection = minutes.target.inspection
    assert inspection.decided_on is not None
    team = people(inspection)
    return papers.InspectionMinutes(
        agency=inspection.unit.agency_name,
        place=inspection.unit.short_name,
        decision_number=inspection.decision_number,
        decided_on=inspection.decided_on,
        is_surprise=inspection.kind == "surprise",
        unit=minutes.target.name,
        started_at=minutes.started_at,
        ended_at=minutes.ended_at,
        team=team,
        unit_signer=papers.Person(name=minutes.unit_signer, title=minutes.unit_signer_title),
        head=team[0].name,
        attendance=[
            papers.Attendance(
                full_name=one["full_name"],
                title=one["title"],
                present=one["present"],
                seen_at=one["seen_at"],
                minutes_late=one["minutes_late"],
                reason=one["reason"],
            )
            for one in minutes.attendance
        ],
        checks=[papers.Check(**one) for one in minutes.checks],
        samples=[papers.Sample(**one) for one in minutes.samples],
        violations=[
            papers.Violation(
                text=row.text,
                person=row.person,
                basis=row.basis,
                remedy=row.remedy,
                deadline_on=row.deadline_on,
            )
            for row in findings
        ],
        opinion=minutes.opinion,
    )
