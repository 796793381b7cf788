"""What comes in from a screen, checked as it is read."""

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


class MemberInput(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a council or a team; ``seat`` is ``head``, ``member`` or ``secretary``."""

    account_id: int
    seat: str = "member"
    title: str = ""
