"""What the printed paper of a directive says; ``documents`` draws it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from motcua.directives.addressing import named
from motcua.directives.models import Conference, Directive, Task
from motcua.directives.states import Kind
from motcua.directives.task_states import Part
from motcua.documents.papers.content import Signer
from motcua.documents.papers.directives import ConclusionNotice, OfficialLetter, Order, Plan
from motcua.documents.papers.directives import Directive as Content
from motcua.kernel.vietnamese import clean
from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit


def content_of(directive: Directive, tasks: list[Task], *, on: date) -> Content:
    """Return the paper of a numbered directive, as the day of its issue knows the units."""
    recipients = _recipients(directive)
    common: dict[str, Any] = {
        **organisation.letterhead(directive.issuer, on=on),
        "number": directive.number,
        "issued_on": on,
        "about": directive.abstract,
        "paragraphs": _lines(directive.body),
        "orders": orders_of(tasks, recipients, issuer=directive.issuer, on=on),
        "signer": Signer(
            name=directive.signer_name, title=directive.signer_title, authority=directive.signer_authority
        ),
    }
    names = named(recipients, issuer=directive.issuer, on=on)
    filed = [*_lines(directive.copies_to), _("Lưu: VT")]
    if directive.kind == Kind.OFFICIAL_LETTER:
        to = [directive.addressed_to] if directive.addressed_to else names
        return OfficialLetter(**common, to=to, recipients=[_("Như trên"), *filed])
    shown = [directive.addressed_to] if directive.addressed_to else names
    if directive.kind == Kind.PLAN:
        return Plan(**common, recipients=[*shown, *filed])
    return ConclusionNotice(**common, recipients=[*shown, *filed], opening=opening_of(directive.conference))


def orders_of(tasks: list[Task], recipients: list[Unit], *, issuer: Unit, on: date) -> list[Order]:
    """One order for each number; units that share it are its leads, “all recipients” when they all do."""
    everybody = {unit.pk for unit in recipients}
    orders = []
    for number, group in groupby(sorted(tasks, key=_place), key=lambda task: task.number):
        same = list(group)
        leads = {task.lead_unit_id: task.lead_unit for task in same}
        first = same[0]
        shared = len(leads) > 1 and set(leads) == everybody
        orders.append(
            Order(
                number=number,
                content=first.content,
                leads=[_("các đơn vị có tên ở nơi nhận")]
                if shared
                else named(leads.values(), issuer=issuer, on=on),
                helpers=named(_helpers(first), issuer=issuer, on=on),
                deadline_on=first.deadline_on,
                measure=first.measured,
            )
        )
    return orders


def opening_of(conference: Conference) -> str:
    """The sentence that tells of the conference."""
    present = conference.attendance.filter(present=True).count()
    chair = " ".join(filter(None, [conference.chair_title, conference.chair_name]))
    words = {
        "day": f"{conference.held_on.day:02}",
        "month": f"{conference.held_on.month:02}"
        if conference.held_on.month < 3
        else conference.held_on.month,
        "year": conference.held_on.year,
        "place": conference.place,
        "chair": chair,
        "title": conference.title,
        "present": present,
    }
    told = (
        _("Ngày %(day)s tháng %(month)s năm %(year)s, tại %(place)s, %(chair)s đã chủ trì %(title)s.") % words
    )
    return told + (_(" Dự họp có %(present)d đại biểu.") % words if present else "")


def _helpers(task: Task) -> list[Unit]:
    rows = task.parts.select_related("unit").filter(part=Part.COORDINATE).order_by("pk")
    return [row.unit for row in rows]


def _recipients(directive: Directive) -> list[Unit]:
    rows = directive.recipients.select_related("unit").order_by("pk")
    return [row.unit for row in rows]


def _place(task: Task) -> tuple[int, str, int]:
    """By number as people count (2 before 10), then as entered."""
    digits = "".join(letter for letter in task.number if letter.isdigit())
    return int(digits or 0), task.number, task.pk


def _lines(text: str) -> list[str]:
    return [line for line in map(clean, text.splitlines()) if line]


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """Tasks as the paper numbers them."""
    return sorted(tasks, key=_place)
