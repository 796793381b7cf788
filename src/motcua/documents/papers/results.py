"""What a person takes home: certificates, certifications, decisions, extracts."""

from datetime import date

import msgspec

from motcua.documents.papers.content import Line, Part, Signed
from motcua.kernel.vietnamese import date_in_words


class Parent(Part, frozen=True, kw_only=True):
    """A parent as the birth certificate names them."""

    full_name: str
    birth_year: str = ""
    ethnicity: str = ""
    nationality: str = ""
    residence: str = ""


class BirthCertificate(Signed, frozen=True, kw_only=True):
    """Giấy khai sinh, with the content of the Ministry of Justice's form, on plain paper.

    ``birth_text`` is used when the day of birth is not known in full.
    Source: Luật Hộ tịch 60/2014/QH13, Điều 14; Thông tư 04/2020/TT-BTP.
    """

    full_name: str
    sex: str
    ethnicity: str
    nationality: str
    birth_place: str
    home_town: str
    birth_on: date | None = None
    birth_text: str = ""
    personal_id: str = ""
    mother: Parent | None = None
    father: Parent | None = None
    declarant_name: str = ""
    declarant_id_paper: str = ""
    registered_place: str = ""
    registered_on: date | None = None

    def derived(self) -> dict[str, str]:
        return {"birth_in_words": date_in_words(self.birth_on) if self.birth_on else ""}


class Certification(Signed, frozen=True, kw_only=True):
    """Lời chứng: the statement of who certifies a copy, a signature or a transaction.

    ``book_no`` is the book with its symbol: ``01/2026-SCT/BS``.
    Source: Nghị định 23/2015/NĐ-CP, Điều 12; Thông tư 01/2020/TT-BTP.
    """

    book_no: str
    title: str = "Lời chứng chứng thực bản sao từ bản chính"
    statement: list[str] = msgspec.field(default_factory=lambda: ["Chứng thực bản sao đúng với bản chính."])
    details: list[Line] = []


class Result(Signed, frozen=True, kw_only=True):
    """A decision, an extract, a confirmation or a certificate of any procedure.

    ``type_vi`` is the type in the title (Quyết định), ``about`` its subject (Về việc…), ``symbol`` ends the
    number (QĐ-UBND). ``grounds`` and ``articles`` serve decisions, ``fields`` extracts; leave out what is not needed.
    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.
    """

    type_vi: str
    symbol: str
    about: str = ""
    superior: str = ""
    authority: str = ""
    grounds: list[str] = []
    enacting: str = ""
    articles: list[Line] = []
    paragraphs: list[str] = []
    fields: list[Line] = []
    closing: list[str] = []
    recipients: list[str] = []
