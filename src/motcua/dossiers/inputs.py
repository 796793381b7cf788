"""What comes in from a screen when a dossier is taken in: typed, frozen, not yet judged."""

from datetime import date, datetime
from typing import Any

import msgspec


class ApplicantInput(msgspec.Struct, frozen=True, kw_only=True):
    """Who hands the dossier in: a known person, or the facts of one.

    Facts that are given beside ``person_id_pk`` and differ correct the record. ``confirmed_new``: the officer
    has seen the people who look alike and says that this is somebody else.
    """

    full_name: str = ""
    person_id_pk: int | None = None
    personal_id: str = ""
    old_id: str = ""
    birth_on: date | None = None
    birth_year: int | None = None
    sex: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    id_issued_on: date | None = None
    confirmed_new: bool = False


class ComponentInput(msgspec.Struct, frozen=True, kw_only=True):
    """One paper handed in or, with ``presented``, shown and handed back."""

    component_id: str
    copy_kind: str = "original"
    quantity: int = 1
    presented: bool = False
    note: str = ""


class FileInput(msgspec.Struct, frozen=True, kw_only=True):
    """A file stored before (``documents.services.store_file``), for one paper or for the dossier as a whole."""

    stored_file_id: int
    name: str
    component_id: str = ""


class SupplementInput(msgspec.Struct, frozen=True, kw_only=True):
    """One paper to bring or mend, and why."""

    component_id: str
    reason: str
    copy_kind: str = "original"


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """A whole dossier as it lies on the counter.

    Args:
        key: made once when the page was first opened; the same key never makes two dossiers.
        answers: of the e-form, already read by ``catalogue.eforms.from_post``.
        limit_days: working days promised, only where the version has no limit of its own; with its reason.
        submitted_at: when it was handed in, if earlier than now (online, in the field).
        unit_id: who settles it, when that is another unit than the one that receives it (phi địa giới).
    """

    key: str
    version_id: int
    applicant: ApplicantInput
    answers: dict[str, Any]
    case_id: str = ""
    channel: str = "direct"
    components: tuple[ComponentInput, ...] = ()
    files: tuple[FileInput, ...] = ()
    return_channel: str = "direct"
    return_address: str = ""
    sets: int = 1
    limit_days: int | None = None
    limit_reason: str = ""
    submitted_at: datetime | None = None
    unit_id: int | None = None
