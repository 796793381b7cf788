"""Initiatives (sáng kiến): the council's minutes, the decision that recognises, the certificate for the authors."""

from datetime import date

from motcua.documents.papers.content import Content, Line, Part, Signed, Signer


class Attendee(Part, frozen=True, kw_only=True):
    """Somebody of the council and what they are in it."""

    name: str
    position: str
    title: str = ""


class CriterionMean(Part, frozen=True, kw_only=True):
    """One criterion, its most points, and the mean given, as printed (``26,5``)."""

    label: str
    most: int
    mean: str


class InitiativeMinutes(Content, frozen=True, kw_only=True):
    """Biên bản họp hội đồng sáng kiến about one initiative; sheets are counted, not named.

    ``judges`` of whom the share ``quorum`` must have scored; minutes from before that was kept leave it blank.
    Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10; Nghị định 13/2012/NĐ-CP, Điều 8.
    """

    council: str
    decision: str
    held_on: date
    place_held: str
    initiative: str
    code: str
    authors: list[str]
    present: list[Attendee]
    absent: list[str]
    abstaining: list[str]
    paragraphs: list[str]
    criteria: list[CriterionMean]
    sheets: int
    mean: str
    pass_mark: int
    passed: bool
    chair: Signer
    secretary: Signer | None = None
    judges: int = 0
    quorum: str = ""

    def derived(self) -> dict[str, str]:
        return {"council_in_sentence": self.council[0].lower() + self.council[1:]}


class RecognisedRow(Part, frozen=True, kw_only=True):
    """One line of the list in a decision. ``authors`` with their shares, one a line."""

    code: str
    title: str
    authors: list[str]
    unit: str
    scope: str


class RecognitionDecision(Signed, frozen=True, kw_only=True):
    """Quyết định công nhận sáng kiến, with its list. Its own series of numbers, as decisions have one.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2; Nghị định 13/2012/NĐ-CP, Điều 6.
    """

    about: str
    authority: str
    grounds: list[str]
    articles: list[Line]
    rows: list[RecognisedRow]
    recipients: list[str] = []


class InitiativeCertificate(Signed, frozen=True, kw_only=True):
    """Giấy chứng nhận sáng kiến, A4 across; ``decision`` is the number of the decision of the same day.

    Source: Nghị định 13/2012/NĐ-CP, Điều 7 (content of giấy chứng nhận).
    """

    authority: str
    title: str
    authors: list[str]
    unit: str
    scope: str
    decision: str
    summary: str = ""
