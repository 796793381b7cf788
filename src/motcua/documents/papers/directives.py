"""What an office orders in writing (văn bản chỉ đạo): letters, plans, notices of a conference's conclusions."""

from datetime import date

from motcua.documents.papers.content import Part, Signed


class Order(Part, frozen=True, kw_only=True):
    """One numbered task (nhiệm vụ). ``leads`` and ``helpers`` are names of units, as they read in a sentence."""

    number: str
    content: str
    leads: list[str]
    helpers: list[str] = []
    deadline_on: date | None = None
    measure: str = ""


class Directive(Signed, frozen=True, kw_only=True):
    """What every such text has. ``superior`` is the agency above; a People's Committee prints none.

    ``to`` are those in “Kính gửi”, ``recipients`` those in “Nơi nhận”.
    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (parts of a text) and III (samples 1.4, 1.5).
    """

    about: str
    superior: str = ""
    paragraphs: list[str] = []
    orders: list[Order] = []
    closing: list[str] = []
    recipients: list[str] = []


class OfficialLetter(Directive, frozen=True, kw_only=True):
    """Công văn: no title; ``about`` stands under the number, after “V/v”."""

    to: list[str]


class Plan(Directive, frozen=True, kw_only=True):
    """Kế hoạch: the tasks are a table of who does what by when."""


class ConclusionNotice(Directive, frozen=True, kw_only=True):
    """Thông báo kết luận hội nghị: who met, what was said, and the numbered conclusions.

    ``opening`` tells the conference: day, place, chair, who took part.
    """

    opening: str
