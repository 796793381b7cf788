"""What must hold before a directive may order: real units, no unit twice, days in order, something to say."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from motcua.directives.inputs import AttendanceInput, ConferenceInput, TaskInput, TextInput
from motcua.directives.models import Conference, Directive, Recipient, Task, TaskPart
from motcua.directives.states import Kind
from motcua.kernel.refusals import Incomplete, Refusal, require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit

_SYMBOLS = {Kind.OFFICIAL_LETTER: "UBND-NV", Kind.PLAN: "KH-UBND", Kind.CONFERENCE_CONCLUSION: "TB-UBND"}


class UnitTwice(Refusal):
    """The same unit would stand twice among the recipients, or have two parts in one task."""


class UnitNotThere(Refusal):
    """The unit did not exist on the day of the directive."""


class WrongDay(Refusal):
    """A deadline before the issue, an issue in the future, a conference after its conclusions."""


def paragraphs(text: str) -> str:
    """A longer text as it is kept: lines end as they do in the machine, however a browser sent them."""
    return "\n".join(text.strip().splitlines())


def require_reason(reason: str) -> str:
    return require_words(reason, _("Ghi lý do, để nơi nhận hiểu và sổ sách rõ ràng."), field="reason")


def symbol_for(kind: str, unit: Unit, text: TextInput) -> str:
    """The symbol behind the number; that of an office cannot be guessed from its name."""
    if clean(text.symbol):
        return clean(text.symbol)
    if unit.level == Level.DIVISION:
        raise Incomplete(_("Ghi ký hiệu văn bản, ví dụ: SNV-CCHC."), field="symbol")
    return _SYMBOLS[Kind(kind)]


def require_distinct(unit_ids: Sequence[int], *, known: Collection[int] = ()) -> None:
    """Refuse a unit that stands twice in the list, or is there already, by its name."""
    seen = set(known)
    for unit_id in unit_ids:
        if unit_id in seen:
            name = Unit.objects.get(pk=unit_id).name
            raise UnitTwice(_("%(unit)s đã có trong nơi nhận.") % {"unit": name}, field="recipients")
        seen.add(unit_id)


def require_there(unit_ids: Iterable[int], *, on: date, field: str = "recipients") -> None:
    """Refuse, naming each, units that did not exist on a day: not yet, or no longer."""
    wanted = set(unit_ids)
    there = set(Unit.objects.valid(on=on).filter(pk__in=wanted).values_list("pk", flat=True))
    missing = Unit.objects.filter(pk__in=wanted - there).order_by("code")
    if not missing:
        return
    sentences = [
        _("%(unit)s chưa thành lập vào ngày %(day)s.") % {"unit": unit.name, "day": day(on)}
        if on < unit.valid_from
        else _("%(unit)s không còn hoạt động vào ngày %(day)s.") % {"unit": unit.name, "day": day(on)}
        for unit in missing
    ]
    raise UnitNotThere(" ".join(sentences), field=field)


def require_deadline(deadline_on: date | None, *, issued_on: date) -> None:
    """Refuse a deadline before the day of the directive; the same day is allowed."""
    if deadline_on is not None and deadline_on < issued_on:
        raise WrongDay(
            _("Hạn hoàn thành %(deadline)s trước ngày ban hành %(issued)s. Chọn hạn từ ngày ban hành trở đi.")
            % {"deadline": day(deadline_on), "issued": day(issued_on)},
            field="deadline_on",
        )


def require_task(task: TaskInput, *, on: date) -> None:
    """Judge one numbered task by itself."""
    require_words(task.content, _("Ghi nội dung nhiệm vụ."), field="content")
    if not task.lead_unit_ids:
        raise Incomplete(_("Chọn đơn vị chủ trì."), field="lead_unit_ids")
    others = (*task.coordinate_ids, *task.follow_ids)
    seen: set[int] = set()
    for unit_id in (*task.lead_unit_ids, *others):
        if unit_id in seen:
            name = Unit.objects.get(pk=unit_id).name
            raise UnitTwice(
                _("%(unit)s có hai vai trò trong cùng một nhiệm vụ. Mỗi đơn vị chỉ giữ một vai trò.")
                % {"unit": name},
                field="lead_unit_ids",
            )
        seen.add(unit_id)
    require_there(seen, on=on, field="lead_unit_ids")
    require_deadline(task.deadline_on, issued_on=on)


def require_ready(directive: Directive, tasks: Sequence[Task], *, on: date) -> None:
    """Judge a whole draft on the day on which it is to be issued.

    Raises:
        Incomplete: no recipient, no content, no conference behind a conclusion, a worker who would not receive it.
        UnitNotThere: a recipient or a unit with a task no longer exists that day.
        WrongDay: a deadline has passed meanwhile.
    """
    recipients = set(Recipient.objects.filter(directive=directive).values_list("unit_id", flat=True))
    missing = {
        "recipients": "" if recipients else _("Chọn ít nhất một nơi nhận trước khi ban hành."),
        "body": "" if directive.body or tasks else _("Văn bản chưa có nội dung hay nhiệm vụ nào."),
    }
    if said := {field: sentence for field, sentence in missing.items() if sentence}:
        raise Incomplete(" ".join(said.values()), field=next(iter(said)))
    _require_conference(directive, on=on)
    for task in tasks:
        require_deadline(task.deadline_on, issued_on=on)
    involved = {task.lead_unit_id for task in tasks}
    involved |= set(TaskPart.objects.filter(task__in=tasks).values_list("unit_id", flat=True))
    require_there(recipients | involved, on=on)
    left_out = Unit.objects.filter(pk__in=involved - recipients - {directive.issuer_id}).order_by("code")
    if left_out:
        names = ", ".join(unit.name for unit in left_out)
        raise Incomplete(
            _("Có nhiệm vụ giao cho đơn vị chưa có trong nơi nhận: %(units)s.") % {"units": names},
            field="recipients",
        )


def _require_conference(directive: Directive, *, on: date) -> None:
    if directive.kind != Kind.CONFERENCE_CONCLUSION:
        return
    conference = Conference.objects.filter(directive=directive).first()
    if conference is None:
        raise Incomplete(_("Thông báo kết luận cần có hội nghị. Ghi hội nghị trước."), field="conference")
    if conference.held_on > on:
        raise WrongDay(
            _("Hội nghị họp ngày %(day)s, chưa có kết luận để thông báo.") % {"day": day(conference.held_on)},
            field="conference",
        )


def require_conference(facts: ConferenceInput, *, on: date) -> None:
    """Judge what is written down of a conference on a day; one of a day to come has no minutes and nobody absent."""
    require_words(facts.title, _("Ghi tên hội nghị."), field="title")
    require_words(facts.place, _("Ghi nơi họp."), field="place")
    require_words(facts.chair_name, _("Ghi người chủ trì."), field="chair_name")
    seen: set[tuple[int | None, str]] = set()
    for guest in facts.attendance:
        _require_guest(guest, seen)
    words = {"day": day(facts.held_on)}
    if facts.held_on > on and clean(facts.minutes):
        raise WrongDay(_("Hội nghị họp ngày %(day)s, từ ngày đó mới ghi biên bản.") % words, field="minutes")
    if facts.held_on > on and not all(guest.present for guest in facts.attendance):
        raise WrongDay(
            _("Hội nghị họp ngày %(day)s, chưa biết ai vắng. Bỏ dấu vắng, danh sách này là người được mời.")
            % words,
            field="attendance",
        )


def _require_guest(guest: AttendanceInput, seen: set[tuple[int | None, str]]) -> None:
    key = (guest.unit_id, clean(guest.name))
    if key == (None, ""):
        raise Incomplete(_("Ghi tên người dự hoặc đơn vị dự."), field="attendance")
    if key in seen:
        name = clean(guest.name) or Unit.objects.get(pk=guest.unit_id or 0).name
        raise UnitTwice(_("%(name)s đã có trong danh sách dự.") % {"name": name}, field="attendance")
    seen.add(key)
