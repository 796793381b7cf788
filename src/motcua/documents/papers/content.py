"""What every paper has; each kind of paper adds its own keys. The classes are the check: a missing or
unknown key is an error of the program, found the first time that the paper is issued."""

from datetime import date, datetime

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row or a block inside a paper."""


class Content(Part, frozen=True, kw_only=True):
    """All that one paper says. ``number`` and ``issued_on`` are filled in when the paper is issued.

    ``agency`` is the name of the office (tên cơ quan), ``place`` stands before the date (địa danh).
    """

    agency: str
    place: str = ""
    number: str = ""
    issued_on: date | None = None

    def derived(self) -> dict[str, str]:
        """Return what the template prints besides the stored keys: words, formats, the QR."""
        return {}


class Signer(Part, frozen=True, kw_only=True):
    """Who signs, as Nghị định 30/2020/NĐ-CP puts it: ``KT. CHỦ TỊCH``, ``PHÓ CHỦ TỊCH``, the name."""

    name: str
    title: str
    authority: str = ""


class Signed(Content, frozen=True, kw_only=True):
    """A paper that counts only once it is signed; ``signed_at`` is filled in when it is."""

    signer: Signer
    signed_at: datetime | None = None


class Line(Part, frozen=True, kw_only=True):
    """One printed line ``label: value``."""

    label: str
    value: str
    strong: bool = False


class Applicant(Content, frozen=True, kw_only=True):
    """The head of the desk's papers: which desk, who came, for what."""

    desk: str
    applicant_name: str
    applicant_address: str
    applicant_phone: str
    procedure_name: str
    applicant_id: str = ""
    applicant_email: str = ""
