"""The papers on the counter: the version's checklist, what of it is there, and the files that belong to it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.papers import Component, checklist
from motcua.documents.services import store_file
from motcua.dossiers.inputs import ComponentInput, FileInput
from motcua.dossiers.models.papers import CopyKind
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import number
from motcua.organisation.access import Officer
from motcua.surfaces.desk.forms.intake import KEY, Typed, text, whole

TICKED, FILES, SEEN = "paper", "intake.file", "papers.seen"
READ, READ_BEFORE = (
    "applicant.read_at",
    "papers.read_at",
)  # when the card was read, and whether the list knows
IDENTITY_PAPERS = frozenset({"id_paper"})  # what a scan of the card's QR code shows
_UPLOAD = re.compile(r"file\.(?P<component>[A-Za-z0-9_]*)")
_MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that is stored already; ``token`` proves that this intake sent it."""

    token: str
    name: str
    component_id: str


@dataclass(slots=True)
class PaperLine:
    """One line of the checklist as it stands on the page."""

    id: str
    name: str
    more: str
    small: str
    need: str
    is_form: bool
    is_shown: bool
    looked_up_in: str
    ticked: bool
    kind: str
    count: str
    files: list[FileLine] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    missing: bool = False


def lines(
    typed: Typed,
    definition: ProcedureDefinition,
    answers: Mapping[str, Any],
    *,
    on: date,
    channel: str,
    case: str,
    refused: Mapping[str, list[str]],
    missing: Iterable[str] = (),
) -> list[PaperLine]:
    """Return the checklist with what was ticked, counted and attached; ``refused``: sentences by paper."""
    attached = files_of(typed)
    ticked, wanted, lacking = set(typed.getlist(TICKED)), text(typed, SEEN), set(missing)
    on_page = set(wanted.split(",")) if wanted else set()
    read_at = text(typed, READ)
    scanned, just_scanned = bool(read_at), bool(read_at) and read_at != text(typed, READ_BEFORE)
    drawn = []
    for component in checklist(definition, answers, on=on, channel=channel, case=case):
        fresh = component.id not in on_page
        shown_now = just_scanned and component.id in IDENTITY_PAPERS
        drawn.append(
            PaperLine(
                id=component.id,
                **_words(component, scanned=scanned),
                ticked=component.id in ticked or shown_now or (fresh and component.is_form),
                kind=("" if shown_now else text(typed, f"kind.{component.id}"))
                or usual_kind(component, scanned=scanned),
                count=text(typed, f"count.{component.id}") or str(usual_count(component)),
                files=[file for file in attached if file.component_id == component.id],
                errors=list(refused.get(component.id, [])),
                missing=component.id in lacking,
            )
        )
    return drawn


def signature(papers: Iterable[PaperLine]) -> str:
    """Say which lines are on the page; when answers change them, the list is drawn anew."""
    return ",".join(paper.id for paper in papers)


def usual_kind(component: Component, *, scanned: bool) -> str:
    """Return the kind of copy that the law asks for, or data where the office looks it up."""
    if component.is_form:
        return CopyKind.ELECTRONIC
    if component.need == "looked_up" and not (scanned and component.id in IDENTITY_PAPERS):
        return CopyKind.DATA
    if component.original:
        return CopyKind.ORIGINAL
    return CopyKind.CERTIFIED if component.certified else CopyKind.COPY


def usual_count(component: Component) -> int:
    return max(1, component.original or component.certified or component.copy)


def components_of(typed: Typed, papers: Iterable[PaperLine]) -> tuple[ComponentInput, ...]:
    """Return what was ticked; a tick for a paper outside the list goes along and is refused by the service."""
    listed = {paper.id: paper for paper in papers}
    return tuple(
        ComponentInput(
            component_id=component_id,
            copy_kind=paper.kind if (paper := listed.get(component_id)) else CopyKind.ORIGINAL,
            quantity=whole(typed, f"count.{component_id}", 1) or 0,
            presented=bool(paper and paper.is_shown),
        )
        for component_id in dict.fromkeys(typed.getlist(TICKED))
    )


def file_inputs(typed: Typed) -> tuple[FileInput, ...]:
    return tuple(
        FileInput(stored_file_id=stored, name=name, component_id=component)
        for stored, name, component in _unsealed(typed)
    )


def files_of(typed: Typed) -> list[FileLine]:
    """Return the files that this intake has stored; a token made elsewhere is left out."""
    return [
        FileLine(token=seal(text(typed, KEY), stored, name, component), name=name, component_id=component)
        for stored, name, component in _unsealed(typed)
    ]


def store_uploads(
    files: "MultiValueDict[str, UploadedFile[bytes]]", *, key: str, by: Officer, at: datetime
) -> tuple[list[FileLine], dict[str, list[str]]]:
    """Store what was sent; each refused file gives its sentence at its paper, the others are kept."""
    stored: list[FileLine] = []
    refused: dict[str, list[str]] = {}
    for name in files:
        match = _UPLOAD.fullmatch(name)
        if match is None:
            continue
        component = match["component"]
        for upload in files.getlist(name):
            given = (upload.name or _("tệp"))[:200]
            try:
                row = store_file(content=upload, name=given, by=by, at=at)
            except Refusal as refusal:
                refused.setdefault(component, []).append(str(refusal))
                continue
            shown = row.safe_name(given)
            stored.append(FileLine(seal(key, row.pk, shown, component), shown, component))
    return stored, refused


def with_files(typed: Typed, stored: Iterable[FileLine]) -> Typed:
    """Attach stored files; a paper whose file is here is ticked."""
    for file in stored:
        if len(typed.getlist(FILES)) < _MOST_FILES:
            typed.appendlist(FILES, file.token)
        if file.component_id and file.component_id not in typed.getlist(TICKED):
            typed.appendlist(TICKED, file.component_id)
        if text(typed, f"kind.{file.component_id}") == CopyKind.DATA:
            typed[f"kind.{file.component_id}"] = CopyKind.ORIGINAL  # a picture of it: the paper was there
    return typed


def without_file(typed: Typed, token: str) -> Typed:
    typed.setlist(FILES, [kept for kept in typed.getlist(FILES) if kept != token])
    return typed


def seal(key: str, stored: int, name: str, component: str) -> str:
    """Return a proof that this intake stored this file, so that nobody attaches a file by guessing its number."""
    return signing.dumps([stored, name, component], salt=_salt(key))


def _unsealed(typed: Typed) -> list[tuple[int, str, str]]:
    found = []
    for token in dict.fromkeys(typed.getlist(FILES)):
        try:
            stored, name, component = signing.loads(token, salt=_salt(text(typed, KEY)))
        except (signing.BadSignature, ValueError):
            continue
        found.append((int(stored), str(name), str(component)))
    return found


def _salt(key: str) -> str:
    return f"motcua.intake.file:{key}"


def _words(component: Component, *, scanned: bool) -> dict[str, Any]:
    name, more = _split(component.name_vi)
    return {
        "name": name,
        "more": more,
        "small": _small(component, scanned=scanned),
        "need": component.need,
        "is_form": component.is_form,
        "is_shown": component.mode == "present",
        "looked_up_in": component.looked_up_in if component.need == "looked_up" else "",
    }


def _split(name: str) -> tuple[str, str]:
    """Part the name that a line begins with from what the law adds to it; nothing is left out."""
    cut = min((place for place in (name.find(" ("), name.find("; ")) if place > 0), default=-1)
    return (name, "") if cut < 0 else (name[:cut], name[cut:].lstrip("; "))


def _small(component: Component, *, scanned: bool) -> str:
    if component.is_form:
        return _("Biểu mẫu điện tử ở trên, in ra để người nộp ký")
    if scanned and component.id in IDENTITY_PAPERS:
        return _("Xuất trình, đã đối chiếu qua mã QR, trả lại ngay")
    parts = []
    if component.need == "looked_up":
        parts.append(
            _("Tra ở: %(source)s. Không có dữ liệu mới nhận giấy") % {"source": component.looked_up_in}
        )
    elif component.mode == "present":
        parts.append(_("Xuất trình %(copies)s, trả lại ngay") % {"copies": _copies(component)})
    else:
        parts.append(_("Nộp %(copies)s") % {"copies": _copies(component)})
    if component.when_vi:
        parts.append(_("Trường hợp: %(when)s") % {"when": component.when_vi})
    return ". ".join(parts)


def _copies(component: Component) -> str:
    return component.copies_vi or _("%(n)s bản") % {"n": number(1)}
