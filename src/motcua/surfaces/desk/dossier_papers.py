"""The papers of a dossier: what came in, with its files; what the office issued; what can be printed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.queries import papers_of
from motcua.dossiers.models import DossierFile
from motcua.dossiers.models.papers import CopyKind
from motcua.kernel.vietnamese import number
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_words import instant

SHOWN_AS_IMAGE = frozenset({"image/jpeg", "image/png", "image/webp"})


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file: where to look at it, where to take it away."""

    name: str
    href: str
    small: str
    is_image: bool

    @property
    def download(self) -> str:
        return f"{self.href}?tai=1"


@dataclass(slots=True)
class PaperRow:
    """One paper that came in, with its scans."""

    name: str
    small: str
    tag: str
    tag_kind: str
    files: list[FileRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """One paper that the office issued."""

    name: str
    href: str
    small: str
    tag: str
    is_result: bool


@dataclass(frozen=True, slots=True)
class Papers:
    came_in: list[PaperRow]
    loose: list[FileRow]
    results: list[FileRow]
    asked: list[tuple[str, str, str]]
    issued: list[IssuedRow]
    count: int

    @property
    def is_empty(self) -> bool:
        return not (self.came_in or self.loose or self.results or self.issued)


def papers(scene: Scene) -> Papers:
    """Return all papers and files of the dossier."""
    dossier = scene.dossier
    files = list(dossier.files.select_related("file", "added_by").order_by("added_at", "pk"))
    rows = []
    by_component: dict[str, PaperRow] = {}
    for component in dossier.components.select_related("added_by").order_by("added_at", "pk"):
        row = PaperRow(
            component.name,
            _received(scene, component.note, component.added_at),
            _kind_words(component.copy_kind, component.quantity, presented=component.presented),
            "door" if component.copy_kind in {CopyKind.ELECTRONIC, CopyKind.DATA} else "",
        )
        rows.append(row)
        by_component.setdefault(component.component_id, row)
    loose = []
    for file in files:
        shown = _file(scene, file)
        if not file.is_result and file.component_id in by_component:
            by_component[file.component_id].files.append(shown)
        elif not file.is_result:
            loose.append(shown)
    issued = [
        _issued(scene, paper) for paper in papers_of(dossier.code).select_related("signed_by", "issued_by")
    ]
    return Papers(
        came_in=rows,
        loose=loose,
        results=[_file(scene, file) for file in files if file.is_result],
        asked=_asked(scene),
        issued=[row for row in issued if row is not None],
        count=len(files),
    )


def _kind_words(kind: str, quantity: int, *, presented: bool) -> str:
    label = str(CopyKind(kind).label)
    if presented and kind != CopyKind.DATA:
        return _("đã xem %(kind)s") % {"kind": label}
    return _("%(n)s %(kind)s") % {"n": number(quantity), "kind": label} if quantity > 1 else label


def _received(scene: Scene, note: str, at: object) -> str:
    """When it came, where that was not with the dossier itself; and the officer's note."""
    later = at != (scene.dossier.accepted_at or scene.dossier.submitted_at)
    when = _("Nhận %(at)s") % {"at": instant(at, now=scene.now)} if later else ""  # type: ignore[arg-type]
    return ". ".join(filter(None, [when, note]))


def _file(scene: Scene, file: DossierFile) -> FileRow:
    size = max(1, round(file.file.size / 1024))
    return FileRow(
        name=file.name,
        href=reverse("desk:dossier_file", args=[scene.dossier.pk, file.pk]),
        small=_("%(size)s kB, %(name)s, %(at)s") % {
            "size": number(size), "name": file.added_by, "at": instant(file.added_at, now=scene.now),
        },
        is_image=file.file.media_type in SHOWN_AS_IMAGE,
    )  # fmt: skip


def _asked(scene: Scene) -> list[tuple[str, str, str]]:
    """What form 02 asked for and is not there yet: name, what is to be mended, since when."""
    waiting = scene.dossier.supplement_items.filter(received_at=None).order_by("pk")
    return [(item.name, item.reason, instant(item.asked_at, now=scene.now)) for item in waiting]


def _issued(scene: Scene, paper: Paper) -> IssuedRow | None:
    """A paper of the office; drafts that a later draft replaced are left out."""
    is_result = paper.pk == scene.dossier.result_id
    if not is_result and not paper.is_final:
        return None
    name = called(paper)
    if paper.number:
        name = _("%(name)s số %(number)s") % {"name": name, "number": paper.number}
    if paper.signed_at is not None:
        small = _("%(name)s ký %(at)s") % {
            "name": paper.signed_by,
            "at": instant(paper.signed_at, now=scene.now),
        }
    else:
        small = _("%(name)s lập %(at)s") % {
            "name": paper.issued_by,
            "at": instant(paper.issued_at, now=scene.now),
        }
    tag = ""
    if is_result:
        tag = _("kết quả") if paper.is_final else _("dự thảo")
    return IssuedRow(
        name, reverse("desk:dossier_paper", args=[scene.dossier.pk, paper.pk]), small, tag, is_result
    )


def called(paper: Paper) -> str:
    """What people call a paper; a result goes by its own title: Quyết định, Trích lục khai tử."""
    return str(paper.data.get("type_vi") or paper.name)


def printable(scene: Scene, issued: Iterable[IssuedRow]) -> list[tuple[str, str]]:
    """What stands in the print menu: address and name."""
    links = [(row.href, row.name) for row in issued]
    pk = scene.dossier.pk
    if scene.dossier.case_id is not None:
        links.append(
            (
                reverse("desk:dossier_control_slip", args=[pk]),
                _("Phiếu kiểm soát quá trình giải quyết (mẫu 06)"),
            )
        )
    links += [
        (
            reverse("desk:dossier_receipt", args=[pk, receipt.pk]),
            (_("Phiếu hoàn trả số %(number)s") if receipt.is_refund else _("Biên lai thu phí số %(number)s"))
            % {"number": receipt.number},
        )
        for receipt in scene.receipts
    ]
    links.append((reverse("desk:dossier_answers", args=[pk]), _("Tờ khai điện tử")))
    return links
