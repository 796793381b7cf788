"""Each figure in words, and the dossiers behind it: the one place that says what is counted.

Facts answer quickly how many there are; these conditions list them. Tests hold the two equal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import states
from motcua.dossiers.states import Channel, Outcome, State
from motcua.statistics.periods import Edge, Period

ACCEPTED = Q(accepted_at__isnull=False)
# Accepted and not closed, in other words that constraints hold equal: these are read by state, and are few.
PENDING = Q(state__in=sorted(states.PENDING), first_due_at__isnull=False)
ONLINE = Q(channel=Channel.ONLINE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure (số liệu): its name, what it means, and which dossiers it counts in a period as seen now."""

    name: Promise
    meaning: Promise
    behind: Callable[[Period, datetime], Q]


def accepted_in(edge: Period | Edge) -> Q:
    return Q(accepted_at__gte=edge.begin, accepted_at__lt=edge.end)


def finished_in(edge: Period | Edge, *outcomes: Outcome) -> Q:
    judged = Q(outcome__in=outcomes) if outcomes else Q()
    return Q(finished_at__gte=edge.begin, finished_at__lt=edge.end) & judged


def closed_in(edge: Period | Edge, state: State) -> Q:
    """Closed without a result: after acceptance, or refused at the counter; read by state, like PENDING."""
    accepted = Q(first_due_at__isnull=state == State.NOT_ACCEPTED)
    return Q(state=state, closed_at__gte=edge.begin, closed_at__lt=edge.end) & accepted


def pending_at(at: datetime) -> Q:
    """Accepted before an instant and not closed before it."""
    return Q(accepted_at__lt=at) & (Q(closed_at=None) | Q(closed_at__gte=at))


def overdue_at(at: datetime) -> Q:
    """Pending, the promised instant passed; a paused clock is never overdue."""
    return pending_at(at) & Q(due_at__lt=at)


def overdue_parts(at: datetime) -> tuple[Q, Q, Q]:
    """The same in three parts that share no dossier, each read from its own index: open, settled since, closed since.

    The acceptance is asked for in a way that leads no planner through all that was accepted before.
    """
    late = Q(due_at__lt=at) & ~Q(accepted_at__gte=at)
    return (
        late & Q(closed_at=None),
        late & Q(finished_at__gte=at, closed_at__gte=at),
        late & Q(state__in=[State.WITHDRAWN, State.STOPPED], finished_at=None, closed_at__gte=at),
    )


def overdue_now(now: datetime) -> Q:
    """Overdue at an instant after which nothing has been written yet: read from the index of what is open."""
    return ACCEPTED & Q(closed_at=None, due_at__lt=now)


def _pending(period: Period, now: datetime) -> Q:
    return pending_at(period.end) if period.is_over(now) else PENDING


def _in_time(period: Period, now: datetime) -> Q:
    return _pending(period, now) & (Q(due_at=None) | Q(due_at__gte=period.cut(now)))


def _overdue(period: Period, now: datetime) -> Q:
    return overdue_at(period.end) if period.is_over(now) else overdue_now(now)


FIGURES: dict[str, Figure] = {
    "received_total": Figure(
        _("Tiếp nhận, tổng số"),
        _("Tiếp nhận trong kỳ và từ kỳ trước chuyển sang."),
        lambda period, now: (
            Q(accepted_at__lt=period.end) & (Q(closed_at=None) | Q(closed_at__gte=period.begin))
        ),
    ),
    "received": Figure(
        _("Tiếp nhận trong kỳ"),
        _("Hồ sơ được tiếp nhận trong kỳ, mọi cách nộp."),
        lambda period, now: accepted_in(period),
    ),
    "received_online": Figure(
        _("Tiếp nhận trực tuyến"),
        _("Hồ sơ nộp trực tuyến, được tiếp nhận trong kỳ."),
        lambda period, now: accepted_in(period) & ONLINE,
    ),
    "received_other": Figure(
        _("Tiếp nhận trực tiếp, bưu chính"),
        _("Hồ sơ nộp tại quầy, tại nhà, lưu động hoặc qua bưu chính, được tiếp nhận trong kỳ."),
        lambda period, now: accepted_in(period) & ~ONLINE,
    ),
    "carried_over": Figure(
        _("Từ kỳ trước chuyển sang"),
        _("Hồ sơ tiếp nhận trước kỳ và chưa giải quyết xong khi kỳ bắt đầu."),
        lambda period, now: pending_at(period.begin),
    ),
    "settled_total": Figure(
        _("Đã giải quyết"),
        _("Hồ sơ xử lý xong trong kỳ, tính theo giờ xử lý xong."),
        lambda period, now: finished_in(period),
    ),
    "settled_early": Figure(
        _("Trước hạn"),
        _("Xử lý xong trước ngày hẹn trả."),
        lambda period, now: finished_in(period, Outcome.EARLY),
    ),
    "settled_on_time": Figure(
        _("Đúng hạn"),
        _("Xử lý xong trong ngày hẹn trả, không sau giờ hẹn."),
        lambda period, now: finished_in(period, Outcome.ON_TIME),
    ),
    "settled_late": Figure(
        _("Quá hạn"),
        _("Xử lý xong sau giờ hẹn trả."),
        lambda period, now: finished_in(period, Outcome.LATE),
    ),
    "settled_in_time": Figure(
        _("Trả đúng hẹn"),
        _("Trước hạn và đúng hạn, trên số đã giải quyết."),
        lambda period, now: finished_in(period, Outcome.EARLY, Outcome.ON_TIME),
    ),
    "pending_total": Figure(
        _("Đang giải quyết"),
        _("Đã tiếp nhận và chưa xử lý xong vào cuối kỳ."),
        _pending,
    ),
    "pending_in_time": Figure(
        _("Đang giải quyết, trong hạn"),
        _("Chưa tới giờ hẹn trả vào cuối kỳ, hoặc đang tạm dừng tính giờ."),
        _in_time,
    ),
    "pending_overdue": Figure(
        _("Đang giải quyết, quá hạn"),
        _("Đã qua giờ hẹn trả mà chưa xử lý xong vào cuối kỳ."),
        _overdue,
    ),
    "withdrawn": Figure(
        _("Rút hồ sơ"),
        _("Người dân rút hồ sơ sau khi đã tiếp nhận."),
        lambda period, now: closed_in(period, State.WITHDRAWN),
    ),
    "stopped": Figure(
        _("Dừng xử lý"),
        _("Dừng xử lý sau khi đã tiếp nhận."),
        lambda period, now: closed_in(period, State.STOPPED),
    ),
    "not_accepted": Figure(
        _("Không được tiếp nhận"),
        _("Từ chối ngay khi nộp, không tính là đã tiếp nhận."),
        lambda period, now: closed_in(period, State.NOT_ACCEPTED),
    ),
    "due": Figure(
        _("Đến hẹn trả"),
        _("Đang giải quyết và có giờ hẹn trả trong kỳ."),
        lambda period, now: ACCEPTED & Q(closed_at=None, due_at__gte=period.begin, due_at__lt=period.end),
    ),
}
