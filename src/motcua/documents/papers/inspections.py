"""The minutes of an inspection of public duty (biên bản kiểm tra công vụ), signed by hand by both sides."""

from datetime import date, datetime

from motcua.documents.papers.content import Content, Part


class Person(Part, frozen=True, kw_only=True):
    """Somebody who takes part; ``seat`` is the place in the team."""

    name: str
    title: str = ""
    seat: str = ""


class Attendance(Part, frozen=True, kw_only=True):
    """Somebody who should be at work; ``seen_at`` is a time of day as printed (07:42), blank when absent."""

    full_name: str
    title: str = ""
    present: bool = True
    seen_at: str = ""
    minutes_late: int = 0
    reason: str = ""


class Check(Part, frozen=True, kw_only=True):
    """One thing that was looked at."""

    check: str
    result: str
    remark: str = ""


class Sample(Part, frozen=True, kw_only=True):
    """A dossier taken out at random."""

    dossier_code: str
    finding: str = ""


class Violation(Part, frozen=True, kw_only=True):
    """A violation or shortcoming, and what is to be done about it."""

    text: str
    person: str = ""
    basis: str = ""
    remedy: str = ""
    deadline_on: date | None = None


class InspectionMinutes(Content, frozen=True, kw_only=True):
    """Biên bản kiểm tra of one visit, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10."""

    decision_number: str
    decided_on: date
    is_surprise: bool
    unit: str
    started_at: datetime
    ended_at: datetime
    team: list[Person]
    unit_signer: Person
    head: str
    attendance: list[Attendance] = []
    checks: list[Check] = []
    samples: list[Sample] = []
    violations: list[Violation] = []
    opinion: str = ""
