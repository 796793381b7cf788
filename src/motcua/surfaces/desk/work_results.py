"""A drafted result in a few facts, so that a leader knows what is signed without opening every file."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.papers.content import Content, Line, Signer
from motcua.documents.papers.kinds import content_of
from motcua.documents.papers.results import BirthCertificate, Certification, Result
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer

MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draft says: its title with the number, its subject, a few facts as (word, value)."""

    title: str
    about: str
    facts: list[tuple[str, str]]


def preview(paper: Paper) -> Preview:
    """Return what a drafted result says."""
    content = content_of(paper.kind, paper.data)
    title, about, facts = _told(content, paper)
    return Preview(title, about, [(word, value) for word, value in facts if value][:MOST_FACTS])


def signer_of(officer: Officer) -> Signer:
    """The signature block of the officer, as Nghị định 30/2020/NĐ-CP puts it (Phụ lục I, II.7)."""
    title = officer.title or _("Chủ tịch")
    deputy = title.lower().startswith("phó")
    authority = _("KT. CHỦ TỊCH") if deputy else _("TM. ỦY BAN NHÂN DÂN")
    return Signer(name=officer.name, title=title.upper(), authority=authority)


def names_signer(paper: Paper | None, officer: Officer) -> bool:
    """Whether the draft was drawn up for this officer's signature."""
    return paper is None or paper.data.get("signer", {}).get("name") == officer.name


def _told(content: Content, paper: Paper) -> tuple[str, str, list[tuple[str, str]]]:
    if isinstance(content, BirthCertificate):
        born = day(content.birth_on) if content.birth_on else content.birth_text
        parents = [
            (_("Mẹ"), content.mother.full_name if content.mother else ""),
            (_("Cha"), content.father.full_name if content.father else ""),
        ]
        return str(paper), "", [(_("Họ tên"), content.full_name), (_("Sinh ngày"), born), *parents]
    if isinstance(content, Certification):
        book = [(_("Số chứng thực"), content.number), (_("Quyển"), content.book_no)]
        return content.title, "", [*_lines(content.details), *book]
    if isinstance(content, Result):
        title = " ".join(filter(None, [content.type_vi, content.number]))
        return title, content.about, _lines([*content.fields, *content.articles])
    return str(paper), "", []


def _lines(lines: list[Line]) -> list[tuple[str, str]]:
    return [(line.label, line.value) for line in lines]
