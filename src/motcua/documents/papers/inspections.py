"""Inspections of public duty (kiểm tra công vụ): the decision, the minutes of a visit, the notice of conclusion."""

from datetime import date, datetime

from motcua.documents.papers.content import Content, Line, Part, Signed


class Person(Part, frozen=True, kw_only=True):
    """Somebody who takes part; ``seat`` is the place in the team."""

    name: str
    title: str = ""
    seat: str = ""


class Attendance(Part, frozen=True, kw_only=True):
    """Somebody who should be at work; ``seen_at`` is when they came (07:42); blank when absent or there already."""

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


class Place(Part, frozen=True, kw_only=True):
    """An office that the team goes to; ``visit_on`` None: on a day that the team chooses."""

    name: str
    visit_on: date | None = None


class InspectionDecision(Signed, frozen=True, kw_only=True):
    """Quyết định thành lập Đoàn kiểm tra công vụ, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2.

    ``forming`` is Điều 1, which the table of the team follows; ``going`` Điều 2, with the table of places and
    ``contents`` after it; ``articles`` are those that remain.
    """

    about: str
    authority: str
    grounds: list[str]
    forming: Line
    team: list[Person]
    going: Line
    places: list[Place]
    contents: list[str]
    articles: list[Line]
    superior: str = ""
    recipients: list[str] = []


class Visited(Part, frozen=True, kw_only=True):
    """What the minutes of one office come to. ``staff`` 0: nobody was called over."""

    name: str
    started_at: datetime
    ended_at: datetime
    staff: int = 0
    absent: int = 0
    late: int = 0
    violations: int = 0


class Remedy(Part, frozen=True, kw_only=True):
    """What an office must mend; ``status`` as of the day of the notice."""

    task: str
    unit: str
    status: str
    deadline_on: date | None = None


class InspectionConclusion(Signed, frozen=True, kw_only=True):
    """Thông báo kết luận kiểm tra công vụ, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4."""

    about: str
    opening: str
    visited: list[Visited]
    findings: list[str]
    tasks: list[Remedy]
    closing: str
    superior: str = ""
    recipients: list[str] = []


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
