"""Acts that bring files. What was sent is stored at once, so that a refusal never makes anybody send it twice."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.documents.services import store_file
from motcua.dossiers.inputs import FileInput
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.surfaces.components.form_fields import Line, Pick
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.forms.moves import MoveForm

_SALT = "desk.dossier.file"


class Kept(NamedTuple):
    """A file that is stored already; ``token`` carries it through the next sending of the form."""

    token: str
    file: FileInput


class FilesForm(MoveForm):
    """An act with files; inputs are called ``files``, or ``files-<paper>`` where a paper has one of its own."""

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        self.kept: list[Kept] = []

    def keep_files(self, *, by: Officer, at: datetime) -> None:
        """Store what came in, and take up what came in before; a refused file is an error of its field."""
        tokens = self.data.getlist("kept") if hasattr(self.data, "getlist") else []
        self.kept = [kept for token in tokens if (kept := _read(token)) is not None]
        for name, uploads in self.files.lists() if hasattr(self.files, "lists") else ():
            if name != "files" and not name.startswith("files-"):
                continue
            for upload in uploads:
                self._keep(name, upload, by=by, at=at)
        if not self.kept and self.needs_files() and not self.errors.get("files"):
            self.add_error(None, _now("Chọn tệp cần gửi lên."))

    def needs_files(self) -> bool:
        return False

    def component_of(self, name: str) -> str:
        """The paper that the files of an input belong to."""
        return name.partition("-")[2]

    @property
    def file_inputs(self) -> tuple[FileInput, ...]:
        return tuple(kept.file for kept in self.kept)

    def _keep(self, name: str, upload: "UploadedFile[bytes]", *, by: Officer, at: datetime) -> None:
        try:
            stored = store_file(content=upload, name=upload.name or "", by=by, at=at)
        except Refusal as refusal:
            self.add_error(None, str(refusal))
            return
        file = FileInput(
            stored_file_id=stored.pk,
            name=stored.safe_name(upload.name or ""),
            component_id=self.component_of(name),
        )
        self.kept.append(_kept(file))


def _kept(file: FileInput) -> Kept:
    return Kept(signing.dumps([file.stored_file_id, file.name, file.component_id], salt=_SALT), file)


def _read(token: str) -> Kept | None:
    try:
        stored_file_id, name, component_id = signing.loads(token, salt=_SALT, max_age=86_400)
    except signing.BadSignature:
        return None
    return Kept(token, FileInput(stored_file_id=stored_file_id, name=name, component_id=component_id))


class AddFiles(FilesForm):
    """More files for a dossier that is there; each belongs to one of its papers or to the dossier as a whole."""

    template = "desk/dossier/forms/_files.html"

    component_id = Pick(_("Thuộc giấy tờ nào?"), required=False)

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        field = self.fields["component_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = _papers(scene)

    def needs_files(self) -> bool:
        return True

    def component_of(self, name: str) -> str:
        return str(self.cleaned_data.get("component_id") or "")

    def words(self) -> dict[str, Any]:
        return {"files": self.file_inputs}


class RecordResult(FilesForm):
    """What a body outside has decided and sent here, as one file."""

    template = "desk/dossier/forms/_files.html"

    note = Line(
        _("Cơ quan nào gửi, số và ngày văn bản"),
        required=False,
        help_text=_("Ví dụ: Chi nhánh Văn phòng đăng ký đất đai, số 214 ngày 12/03/2026"),
    )

    def needs_files(self) -> bool:
        return True

    def words(self) -> dict[str, Any]:
        return {"file": self.file_inputs[0], "note": self.cleaned_data["note"]}


def _papers(scene: Scene) -> Iterable[tuple[str, str]]:
    return [
        ("", _now("Cả hồ sơ")),
        *((document.id, document.name_vi) for document in scene.definition.documents),
    ]
