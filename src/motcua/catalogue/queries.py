"""What the catalogue answers: which version holds on a day, which time rules, which procedure is meant."""

from datetime import date
from functools import lru_cache

import msgspec
from django.utils.translation import gettext as _

from motcua.catalogue import shipped
from motcua.catalogue.fees import GROUPS, ScheduledFee
from motcua.catalogue.finding import Candidate, Index
from motcua.catalogue.models import ClockPolicy, FeeSchedule, Lookup, Procedure, ProcedureVersion
from motcua.catalogue.models.validity import holds_on
from motcua.kernel.memory import kept_until_change
from motcua.kernel.refusals import Refusal


class NotInForce(Refusal):
    """No version of the procedure holds on that day."""


class Hit(msgspec.Struct, frozen=True):
    """A procedure that was found. ``score``: 1 is a phrase word for word."""

    version_id: int
    slug: str
    code: str
    name: str
    field_id: str
    field_name: str
    score: float


def in_force(procedure: Procedure | str, on: date) -> ProcedureVersion:
    """Return the version of a procedure (or of its slug) that holds on a local day.

    Raises:
        NotInForce: unknown procedure, not yet in force, or no longer.
    """
    return _in_force(procedure if isinstance(procedure, str) else procedure.slug, on)


@kept_until_change
def _in_force(slug: str, on: date) -> ProcedureVersion:
    versions = (
        ProcedureVersion.objects.filter(procedure__slug=slug).select_related("procedure").defer("content")
    )
    version = versions.filter(holds_on(on)).order_by("-valid_from").first()
    if version is not None:
        return version
    last = versions.order_by("-valid_from").first()
    if last is None:
        raise NotInForce(_("Không có thủ tục này trong danh mục. Xin chọn lại thủ tục."))
    if last.valid_to is not None and last.valid_to < on:
        raise NotInForce(
            _("Thủ tục “%(name)s” hết hiệu lực sau ngày %(day)s. Xin chọn thủ tục đang có hiệu lực.")
            % {"name": last.name, "day": f"{last.valid_to:%d/%m/%Y}"}
        )
    first = versions.order_by("valid_from").first() or last
    raise NotInForce(
        _("Thủ tục “%(name)s” có hiệu lực từ ngày %(day)s, chưa nhận hồ sơ trước ngày đó.")
        % {"name": first.name, "day": f"{first.valid_from:%d/%m/%Y}"}
    )


@kept_until_change
def version_with_id(version_id: int) -> ProcedureVersion:
    """Return a version, whether it holds or not; one object for the whole process, not to be changed."""
    return ProcedureVersion.objects.select_related("procedure").defer("content").get(pk=version_id)


@kept_until_change
def clock_policy(on: date) -> ClockPolicy:
    """Return the time rules of the legal period of a reception day."""
    policy = ClockPolicy.objects.filter(holds_on(on)).first()
    if policy is None:
        raise Refusal(_("Chưa có quy tắc tính hạn cho ngày %(day)s.") % {"day": f"{on:%d/%m/%Y}"})
    return policy


def procedures_in_force(on: date, *, field: str = "") -> list[ProcedureVersion]:
    """Return the versions that hold on a day, of one field of work or of all, in the order of lists."""
    return list(_procedures_in_force(on, field))


@kept_until_change
def _procedures_in_force(on: date, field: str) -> tuple[ProcedureVersion, ...]:
    versions = ProcedureVersion.objects.filter(holds_on(on)).select_related("procedure__field")
    if field:
        versions = versions.filter(procedure__field_id=field)
    return tuple(versions.defer("content").order_by("procedure__field__order", "name", "pk"))


def search(text: str, on: date, limit: int = 10) -> list[Hit]:
    """Find the procedures in force that everyday words mean, the likeliest first."""
    rows = _rows_in_force(on)
    found = _index(rows).search(text, limit)
    by_slug = {row[1]: row for row in rows}
    return [Hit(*by_slug[slug], score=score) for slug, score in found]


def life_events(on: date) -> list[shipped.LifeEvent]:
    """Return the turns in a life with those of their procedures that are in force on a day."""
    slugs = {row[1] for row in _rows_in_force(on)}
    events = []
    for event in shipped.life_events():
        held = tuple(slug for slug in event.procedures if slug in slugs)
        if held:
            events.append(msgspec.structs.replace(event, procedures=held))
    return events


def fee_schedule(
    procedure: Procedure | str, *, province_code: str, on: date, channel: str
) -> dict[str, ScheduledFee]:
    """Return what a province charges for the items that the law leaves to it, by item.

    A price for the channel goes before a price for every channel.
    """
    slug = procedure if isinstance(procedure, str) else procedure.slug
    return dict(_fee_schedule(slug, province_code, on, channel))


@kept_until_change
def _fee_schedule(slug: str, province_code: str, on: date, channel: str) -> dict[str, ScheduledFee]:
    own = FeeSchedule.Channel.ONLINE if channel == "online" else FeeSchedule.Channel.OTHER
    rows = FeeSchedule.objects.filter(
        holds_on(on),
        province_code=province_code,
        procedure__slug=slug,
        channel__in=[FeeSchedule.Channel.ANY, own],
    )
    ordered = sorted(rows, key=lambda row: row.channel != FeeSchedule.Channel.ANY)
    return {row.item: ScheduledFee(row.amount_vnd, row.basis, row.source) for row in ordered}


def groups_by_age(birth_on: date | None, on: date) -> set[str]:
    """Return the eligible groups that a birth date alone proves on a day (child, elderly person)."""
    lookup = Lookup.objects.filter(holds_on(on), name=GROUPS).first()
    if birth_on is None or lookup is None:
        return set()
    age = on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))
    return {
        option.id
        for option in lookup.options
        if (option.min_age is not None and age >= option.min_age)
        or (option.under_age is not None and age < option.under_age)
    }


Row = tuple[int, str, str, str, str, str]


@kept_until_change
def _rows_in_force(on: date) -> tuple[Row, ...]:
    versions = ProcedureVersion.objects.filter(holds_on(on)).order_by("procedure__slug")
    return tuple(
        versions.values_list(
            "pk",
            "procedure__slug",
            "procedure__code",
            "name",
            "procedure__field_id",
            "procedure__field__name_vi",
        )
    )


@lru_cache(maxsize=8)
def _index(rows: tuple[Row, ...]) -> Index:
    """The index of one state of the catalogue; any change makes another key."""
    phrases = shipped.synonyms()
    return Index([Candidate(row[1], row[2], row[3], phrases.get(row[1], ())) for row in rows])
