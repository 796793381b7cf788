"""What all forms of the reform pages share: ids, words for a service, refusals as errors, files kept once sent."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, NamedTuple, TypeVar

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from motcua.documents.services import store_file
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer

Made = TypeVar("Made")
_SALT = "board.file"
_A_DAY = 86_400


class PageForm(forms.Form):
    """A form whose sentences are ours; ``PLACES`` says which field shows a refusal that names another."""

    use_required_attribute = False
    PLACES: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "f-%s")
        super().__init__(*args, **kwargs)
        self.refusal: Refusal | None = None

    def choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Give the choices of a field that depends on the officer or on what the page is about."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def attempt(self, act: Callable[[], Made]) -> Made | None:
        """Do the act if the form is sound; a refusal becomes an error beside its field, and None comes back."""
        if not self.is_valid():
            return None
        try:
            return act()
        except Refusal as refusal:
            self.refusal = refusal
            place = self.PLACES.get(refusal.field or "", refusal.field)
            self.add_error(place if place in self.fields else None, str(refusal))
            return None

    @property
    def faults(self) -> dict[str, str]:
        """The first sentence of each field at fault, for the summary."""
        return {name: str(sentences[0]) for name, sentences in self.errors.items()}


class Kept(NamedTuple):
    """A file that is stored already; ``token`` carries it through the next sending of the form."""

    token: str
    file_id: int
    name: str


class FileForm(PageForm):
    """A form with one file, stored as soon as it arrives: a mistake elsewhere never asks for it again."""

    file: Any = forms.FileField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept: Kept | None = None

    def keep_file(self, *, by: Officer, at: datetime) -> None:
        """Take up the file that came in, or the one that came before."""
        self.kept = _read(self.data.get("kept", ""))
        upload = self.files.get("file")
        if isinstance(upload, UploadedFile):
            self._store(upload, by=by, at=at)

    def _store(self, upload: "UploadedFile[bytes]", *, by: Officer, at: datetime) -> None:
        self.errors.pop("file", None)
        try:
            stored = store_file(content=upload, name=upload.name or "", by=by, at=at)
        except Refusal as refusal:
            self.add_error("file", str(refusal))
            return
        name = stored.safe_name(upload.name or "")
        self.kept = Kept(signing.dumps([stored.pk, name], salt=_SALT), stored.pk, name)


def _read(token: str) -> Kept | None:
    try:
        file_id, name = signing.loads(token, salt=_SALT, max_age=_A_DAY)
    except (signing.BadSignature, ValueError):
        return None
    return Kept(token, file_id, name)
