"""Commendations (khen thưởng): the list that is proposed, the decision, the certificates of merit."""

from typing import Literal

from motcua.documents.papers.content import Line, Part, Signed

#: What a list and a certificate tell apart.
Kind = Literal["collective", "individual"]


class AwardRow(Part, frozen=True, kw_only=True):
    """One line of a list. ``bonus_vnd`` None: no money is given; ``evidence`` are measured figures in words."""

    kind: Kind
    name: str
    title: str = ""
    achievement: str = ""
    evidence: list[str] = []
    bonus_vnd: int | None = None


class AwardSubmission(Signed, frozen=True, kw_only=True):
    """Tờ trình with the list of those proposed (danh sách đề nghị khen thưởng)."""

    about: str
    to: list[str]
    rows: list[AwardRow]
    superior: str = ""
    paragraphs: list[str] = []
    closing: list[str] = []
    recipients: list[str] = []


class AwardDecision(Signed, frozen=True, kw_only=True):
    """Quyết định tặng bằng khen, giấy khen with its list, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2.

    ``authority`` decides (Chủ tịch Ủy ban nhân dân huyện …); ``list_about`` says what the list is of.
    """

    about: str
    authority: str
    grounds: list[str]
    articles: list[Line]
    rows: list[AwardRow]
    list_about: str
    superior: str = ""
    recipients: list[str] = []


class Certificate(Part, frozen=True, kw_only=True):
    """One certificate. ``title`` is the person's post and unit; ``book`` its line in the book of commendations."""

    kind: Kind
    recipient: str
    achievement: str
    book: str
    title: str = ""


class Commendation(Signed, frozen=True, kw_only=True):
    """Bằng khen or giấy khen, A4 across, one page for each certificate of a decision; ``number`` is the decision's.

    ``authority`` gives it; ``called`` is its title, by who gives it.
    Plain paper with a frame of our own: it does not copy the State's printed blanks.
    Source: Nghị định 98/2023/NĐ-CP (content of bằng khen, giấy khen).
    """

    authority: str
    certificates: list[Certificate]
    called: str = "Giấy khen"
