"""What comes in from a screen, checked as it is read."""

from datetime import date

import msgspec


class AttendanceInput(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody invited: for a unit, for themselves, or both; at least one of ``name`` and ``unit_id``.

    ``present``: not known to be absent; of a day to come everybody is only invited.
    """

    name: str = ""
    title: str = ""
    unit_id: int | None = None
    present: bool = True


class ConferenceInput(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a conference; ``attendance`` is the whole list."""

    title: str
    held_on: date
    place: str
    chair_name: str
    chair_title: str = ""
    agenda: str = ""
    minutes: str = ""
    attendance: tuple[AttendanceInput, ...] = ()


class TextInput(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a directive.

    Args:
        abstract: what it is about (trích yếu), without “V/v”.
        body: its paragraphs, one a line, before the numbered tasks.
        addressed_to: “Kính gửi” in one phrase (các xã, thị trấn); blank: the recipients one by one.
        copies_to: further lines of “Nơi nhận”, one a line.
        symbol: the symbol after the number (UBND-NV); blank: that of the kind.
        signer_name: who signed a text on paper; a text issued here is signed by whoever issues it.
        signer_authority: KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN; blank when the chair signs.
    """

    abstract: str
    body: str = ""
    addressed_to: str = ""
    copies_to: str = ""
    symbol: str = ""
    signer_name: str = ""
    signer_title: str = ""
    signer_authority: str = ""


class TaskInput(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered task; for several leading units it becomes one task for each.

    Args:
        number: blank: the next number of the directive.
        deadline_on: the last day; None: no deadline (việc thường xuyên).
    """

    content: str
    lead_unit_ids: tuple[int, ...]
    number: str = ""
    deadline_on: date | None = None
    measure: str = ""
    target: str = ""
    coordinate_ids: tuple[int, ...] = ()
    follow_ids: tuple[int, ...] = ()
