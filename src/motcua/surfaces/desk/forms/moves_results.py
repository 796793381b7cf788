"""Drawing up the result: one form a kind of paper, filled in with what is known; its content is the paper's own."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.documents.papers.content import Content, Line
from motcua.documents.papers.results import BirthCertificate, Certification, Parent, Result
from motcua.documents.services import next_in_book
from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers import agency_name
from motcua.identity import personal_id
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from motcua.surfaces.components import form_fields as fields
from motcua.surfaces.desk import dossier_results as known
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.dossier_signers import signer_of, signers
from motcua.surfaces.desk.forms.moves import MoveForm


class Draft(MoveForm):
    """A draft of one kind of paper; ``content`` gives the paper's data, for saving and for looking at it."""

    template = "desk/dossier/forms/_draft.html"
    kind: ClassVar[str] = ""

    signer = fields.Pick(_("Người ký"), missing=_("Chọn người ký."))

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        self.add_fields()
        able = signers(scene)
        field = self.fields["signer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = able
        self.initial.setdefault("signer", able[0][0] if able else "")
        for name, value in self.known().items():
            self.initial.setdefault(name, value)
        self.order_fields([name for name in self.fields if name != "signer"])

    def add_fields(self) -> None:
        """Add the fields that depend on the dossier."""

    def known(self) -> dict[str, Any]:
        """What is filled in before anybody types: the former draft, or the e-form."""
        raise NotImplementedError

    def content(self, *, at: datetime) -> Content:
        raise NotImplementedError

    def keep(self, *, by: Officer, at: datetime, revision: int | None) -> Dossier:
        """Keep the draft as a numbered paper."""
        return services.draft_result(
            dossier_id=self.scene.dossier.pk, kind=self.kind, data=self.content(at=at), by=by, at=at,
            revision=revision,
        )  # fmt: skip

    @property
    def former(self) -> dict[str, Any]:
        """The content of the draft that is there already, if it is of this kind."""
        result = self.scene.dossier.result
        return dict(result.data) if result is not None and result.kind == self.kind else {}

    def frame(self, *, at: datetime) -> dict[str, Any]:
        unit = self.scene.dossier.unit
        return {
            "agency": agency_name(unit),
            "place": unit.short_name,
            "issued_on": timezone.localdate(at),
            "signer": signer_of(self.scene, int(self.cleaned_data["signer"])),
        }


class BirthDraft(Draft):
    """Giấy khai sinh."""

    kind = known.BIRTH
    parts: ClassVar = (("mother", _("Người mẹ")), ("father", _("Người cha")))

    full_name = fields.Line(_("Họ, chữ đệm, tên"), missing=_("Ghi họ, chữ đệm, tên của trẻ."))
    birth_on = fields.Day(_("Ngày, tháng, năm sinh"), missing=_("Ghi ngày sinh. Ví dụ: 10/11/2026"))
    sex = fields.Line(_("Giới tính"), missing=_("Ghi giới tính."))
    ethnicity = fields.Line(_("Dân tộc"), missing=_("Ghi dân tộc."))
    nationality = fields.Line(_("Quốc tịch"), missing=_("Ghi quốc tịch."))
    birth_place = fields.Line(_("Nơi sinh"), missing=_("Ghi nơi sinh."))
    home_town = fields.Line(_("Quê quán"), missing=_("Ghi quê quán."))
    personal_id = fields.Line(
        _("Số định danh của trẻ"), required=False, help_text=_("12 chữ số, lấy từ dữ liệu quốc gia về dân cư")
    )
    declarant_name = fields.Line(_("Người đi khai sinh"), missing=_("Ghi tên người đi khai sinh."))
    declarant_id_paper = fields.Line(_("Giấy tờ tùy thân"), required=False)

    def add_fields(self) -> None:
        for parent, _title in self.parts:
            for part, label in _PARENT.items():
                self.fields[f"{parent}_{part}"] = fields.Line(label, required=False)

    def known(self) -> dict[str, Any]:
        former = self.former
        if not former:
            return known.birth_facts(self.scene)
        facts = {name: former[name] for name in _CHILD if former.get(name)}
        facts["birth_on"] = _shown_day(former.get("birth_on"))
        for parent, _title in self.parts:
            person = former.get(parent) or {}
            facts |= {f"{parent}_{part}": person.get(part, "") for part in _PARENT}
        return facts

    def clean_personal_id(self) -> str:
        typed = self.cleaned_data["personal_id"]
        try:
            return personal_id.check(typed) if typed else ""
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields under headings, as the certificate has them."""
        parents = [
            (str(title), [self[f"{parent}_{part}"] for part in _PARENT]) for parent, title in self.parts
        ]
        child = [self[name] for name in ("full_name", "birth_on", "sex", "ethnicity", "nationality",
                                         "personal_id", "birth_place", "home_town")]  # fmt: skip
        last = [self[name] for name in ("declarant_name", "declarant_id_paper", "signer")]
        return [(_now("Người được khai sinh"), child), *parents, (_now("Người đi khai sinh, người ký"), last)]

    def content(self, *, at: datetime) -> BirthCertificate:
        typed = self.cleaned_data
        return BirthCertificate(
            **self.frame(at=at),
            **{name: typed[name] for name in _CHILD},
            birth_on=typed["birth_on"],
            mother=self._parent("mother"),
            father=self._parent("father"),
            registered_place=known.registered_place(self.scene),
            registered_on=timezone.localdate(at),
        )

    def _parent(self, parent: str) -> Parent | None:
        if not self.cleaned_data[f"{parent}_full_name"]:
            return None
        return Parent(**{part: self.cleaned_data[f"{parent}_{part}"] for part in _PARENT})


_CHILD = ("full_name", "sex", "ethnicity", "nationality", "birth_place", "home_town", "personal_id",
          "declarant_name", "declarant_id_paper")  # fmt: skip
_PARENT = {
    "full_name": _("Họ, chữ đệm, tên"),
    "birth_year": _("Năm sinh"),
    "ethnicity": _("Dân tộc"),
    "nationality": _("Quốc tịch"),
    "residence": _("Nơi cư trú"),
}


class CertificationDraft(Draft):
    """Lời chứng: its book line is taken once, when the draft is first kept."""

    kind = known.CERTIFICATION

    statement = fields.Text(_("Lời chứng"), rows=3, length=2000, missing=_("Ghi lời chứng."))

    def add_fields(self) -> None:
        self.papers = known.certified_papers(self.scene)
        for place, _paper in enumerate(self.papers):
            self.fields |= {
                f"name-{place}": fields.Line(_("Tên giấy tờ"), missing=_("Ghi tên giấy tờ.")),
                f"pages-{place}": fields.Whole(_("Số trang"), most=9999, missing=_("Ghi số trang.")),
                f"copies-{place}": fields.Whole(_("Số bản"), most=999, missing=_("Ghi số bản.")),
            }

    def known(self) -> dict[str, Any]:
        facts: dict[str, Any] = {"statement": known.certification_words(self.scene)}
        if self.former:
            facts["statement"] = "\n".join(self.former["statement"])
        for place, paper in enumerate(self.papers):
            facts |= {
                f"name-{place}": paper.name,
                f"pages-{place}": paper.pages,
                f"copies-{place}": paper.copies,
            }
        return facts

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        papers = [
            (
                _now("Giấy tờ %(n)d") % {"n": place + 1},
                [self[f"name-{place}"], self[f"pages-{place}"], self[f"copies-{place}"]],
            )
            for place in range(len(self.papers))
        ]
        return [*papers, (_now("Lời chứng, người ký"), [self["statement"], self["signer"]])]

    def content(self, *, at: datetime, book_no: str = "", number: str = "") -> Certification:
        typed = self.cleaned_data
        return Certification(
            **self.frame(at=at),
            title=known.certification_title(self.scene),
            number=number or self.former.get("number", ""),
            book_no=book_no or self.former.get("book_no", ""),
            statement=typed["statement"].splitlines(),
            details=[
                Line(
                    label=_now("Giấy tờ"),
                    value=_now("%(name)s: %(copies)02d bản, mỗi bản %(pages)02d trang")
                    % {
                        "name": typed[f"name-{place}"],
                        "copies": typed[f"copies-{place}"],
                        "pages": typed[f"pages-{place}"],
                    },
                )
                for place in range(len(self.papers))
            ],
        )

    @transaction.atomic
    def keep(self, *, by: Officer, at: datetime, revision: int | None) -> Dossier:
        dossier = self.scene.dossier
        book, number = self.former.get("book_no", ""), self.former.get("number", "")
        if not number:
            kind, symbol = known.certification_book(self.scene)
            line = next_in_book(unit_id=dossier.unit_id, kind=kind, on=timezone.localdate(at))
            book, number = f"{line.book_no}-{symbol}", str(line.seq)
        return services.draft_result(
            dossier_id=dossier.pk, kind=self.kind, data=self.content(at=at, book_no=book, number=number),
            by=by, at=at, revision=revision,
        )  # fmt: skip


class ResultDraft(Draft):
    """A decision, an extract, a confirmation: type, subject, grounds and lines of content."""

    kind = known.RESULT

    type_vi = fields.Line(_("Loại văn bản"), missing=_("Ghi loại văn bản. Ví dụ: Quyết định"))
    symbol = fields.Line(_("Ký hiệu sau số"), length=30, missing=_("Ghi ký hiệu. Ví dụ: QĐ-UBND"))
    about = fields.Line(_("Về việc"), required=False)
    grounds = fields.Text(
        _("Căn cứ"), required=False, length=4000, help_text=_("Mỗi căn cứ một dòng; chỉ dùng cho quyết định")
    )
    lines = fields.Text(
        _("Nội dung"), rows=10, length=8000, help_text=_("Mỗi dòng: tên mục, dấu hai chấm, nội dung"),
        missing=_("Ghi nội dung của văn bản."),
    )  # fmt: skip

    def known(self) -> dict[str, Any]:
        former = self.former
        if not former:
            return dict(known.result_facts(self.scene))
        rows = former.get("articles") or former.get("fields") or []
        return {
            "type_vi": former["type_vi"], "symbol": former["symbol"], "about": former.get("about", ""),
            "grounds": "\n".join(former.get("grounds", [])),
            "lines": "\n".join(f"{row['label']}: {row['value']}" for row in rows),
        }  # fmt: skip

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        names = ("type_vi", "symbol", "about", "grounds", "lines", "signer")
        return [("", [self[name] for name in names])]

    def content(self, *, at: datetime) -> Result:
        typed = self.cleaned_data
        lines = known.lines_of(typed["lines"])
        is_decision = typed["type_vi"].startswith("Quyết định")
        return Result(
            **self.frame(at=at),
            type_vi=typed["type_vi"],
            symbol=typed["symbol"],
            about=typed["about"],
            grounds=[line.strip() for line in typed["grounds"].splitlines() if line.strip()]
            if is_decision
            else [],
            enacting=_now("Quyết định:") if is_decision else "",
            articles=lines if is_decision else [],
            fields=[] if is_decision else lines,
        )


DRAFTS: dict[str, type[Draft]] = {form.kind: form for form in (BirthDraft, CertificationDraft, ResultDraft)}


def draft_form(scene: Scene, *args: Any, **kwargs: Any) -> Draft:
    """The form of the paper that this dossier ends with."""
    return DRAFTS[known.result_kind(scene)](scene, *args, **kwargs)


def _shown_day(text: object) -> str:
    try:
        return day(datetime.fromisoformat(str(text)).date())
    except ValueError:
        return ""
