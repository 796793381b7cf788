"""What comes in from a screen, checked as it is read."""

from datetime import date, datetime

import msgspec


class EvidenceInput(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure behind a proposal, with where it can be counted again.

    Args:
        value: a whole number, or a figure as it is written.
        source: the report, the list or the address that shows the records behind it.
    """

    label: str
    value: int | str
    source: str


class ProposalInput(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list of proposals.

    Args:
        kind: ``collective`` or ``individual``.
        name: the collective or the person, as the certificate names them.
        title: post and unit of a person; blank for a collective that its name says whole.
        achievement: what for, as it goes on after “Đã có thành tích”.
        unit_id, unit_text: the unit, or its name where the software does not know it.
        account_id: the person's account, so that nobody votes on themselves.
        place: the line as its writer counts them, 0 for what stands alone; None: its place in the list.
    """

    kind: str
    name: str
    achievement: str
    title: str = ""
    unit_id: int | None = None
    unit_text: str = ""
    account_id: int | None = None
    bonus_vnd: int | None = None
    evidence: tuple[EvidenceInput, ...] = ()
    place: int | None = None


class MemberInput(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a council or a team; ``seat`` is ``head``, ``member`` or ``secretary``."""

    account_id: int
    seat: str = "member"
    title: str = ""


class TargetInput(msgspec.Struct, frozen=True, kw_only=True):
    """An office to be inspected: a unit, or a name where the software does not know it."""

    unit_id: int | None = None
    agency_text: str = ""
    visit_on: date | None = None


class AttendanceInput(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who should be at work.

    Args:
        seen_at: when the person came to their place; None for somebody who was there when the team came, or absent.
        reason: why absent or late, as they said; without one the violations must say what was wrong.
    """

    full_name: str
    title: str = ""
    present: bool = True
    seen_at: datetime | None = None
    reason: str = ""


class CheckInput(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at, and what was seen."""

    check: str
    result: str
    remark: str = ""


class SampleInput(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier taken out at random (kiểm tra xác suất)."""

    dossier_code: str
    finding: str = ""


class ViolationInput(msgspec.Struct, frozen=True, kw_only=True):
    """A violation or shortcoming; with a remedy and a deadline it can become a task."""

    text: str
    person: str = ""
    basis: str = ""
    remedy: str = ""
    deadline_on: date | None = None


class MinutesInput(msgspec.Struct, frozen=True, kw_only=True):
    """The minutes of one visit; ``unit_signer`` signs for the office that is inspected."""

    started_at: datetime
    ended_at: datetime
    unit_signer: str
    unit_signer_title: str = ""
    attendance: tuple[AttendanceInput, ...] = ()
    checks: tuple[CheckInput, ...] = ()
    samples: tuple[SampleInput, ...] = ()
    violations: tuple[ViolationInput, ...] = ()
    opinion: str = ""


class BlockInput(msgspec.Struct, frozen=True, kw_only=True):
    """A block of records piled up; ``volume_dm`` in whole decimetres of shelf (42 mét giá = 420)."""

    fonds: str
    year_from: int
    year_to: int
    volume_dm: int
    files_estimated: int | None = None
    condition: str = ""
    deadline_on: date | None = None
    remark: str = ""
