from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers.events import Snapshot
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.kernel import outbox
from motcua.organisation.kinds import Level
from motcua.statistics.closing_policies import closing_policies, closing_policy
from motcua.statistics.figures import FIGURES
from motcua.statistics.measures import midnight
from motcua.statistics.periods import Period
from motcua.statistics.queries import Scope, tally
from motcua.statistics.queries.counting import Sums
from motcua.statistics.report_06a import cell, require_identities
from tests.factories.statistics import Desk, make_unit
from tests.statistics.histories import START, Moment, lives
from tests.statistics.test_measures import as_it_stood

pytestmark = pytest.mark.django_db

NOW = midnight(date(2027, 6, 20)) + timedelta(hours=9)
EXAMPLES = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)


@pytest.fixture
def desk(db):
    return Desk(make_unit("An Thạnh", under=make_unit("Cần Thơ", level=Level.PROVINCE)))


@st.composite
def periods(draw) -> Period:
    """Any days; often whole months, sometimes not over yet."""
    first = START.date() + timedelta(days=draw(st.integers(0, 570)))
    last = first + timedelta(days=draw(st.integers(0, 200)))
    return Period(first.replace(day=1) if draw(st.booleans()) else first, last)


def lived(desk: Desk, many: list[list[Moment]], folded: int) -> list[list[Moment]]:
    """Begin with an empty unit, so that one example does not see another's dossiers."""
    desk.unit = make_unit(f"An Thạnh {Dossier.objects.count()}-{desk.unit.pk}")
    for life in many:
        desk.live(life)
    outbox.deliver_due(now=NOW, limit=folded)
    return many


def counted(desk: Desk, period: Period) -> Sums:
    found = tally(Scope([desk.unit.pk], period, NOW, by="unit"), apart=True, promised=True)
    return found.get(desk.unit.pk, Sums())


def count(many: list[list[Moment]], at, condition: Callable[[Snapshot], bool]) -> int:
    seen = [as_it_stood(life, at) for life in many]
    return sum(1 for one in seen if one is not None and condition(one))


def is_pending(one: Snapshot) -> bool:
    return bool(one.accepted_at and not one.closed_at)


@EXAMPLES
@given(st.lists(lives(), min_size=1, max_size=5), periods(), st.integers(0, 30))
def test_any_period_counts_what_a_watcher_would_have_seen(desk, lives, period, folded):
    many = lived(desk, lives, folded)

    sums = counted(desk, period)

    cut = period.cut(NOW)
    assert sums.carried_over == count(many, period.begin, is_pending)
    assert sums.pending == count(many, cut, is_pending)
    assert sums.overdue == count(
        many, cut, lambda one: is_pending(one) and bool(one.due_at) and one.due_at < cut
    )
    for outcome in ("early", "on_time", "late"):
        settled = lambda one, outcome=outcome: one.outcome == outcome  # noqa: E731
        assert sums.flow[outcome] == count(many, cut, settled) - count(many, period.begin, settled)


@EXAMPLES
@given(st.lists(lives(), min_size=1, max_size=5), periods(), st.integers(0, 30))
def test_each_figure_equals_the_length_of_the_list_behind_it(desk, lives, period, folded):
    lived(desk, lives, folded)

    one = cell(counted(desk, period), closing_policy())

    for source in (one.line, one.apart):
        for figure in source.__struct_fields__:
            behind = Dossier.objects.filter(FIGURES[figure].behind(period, NOW), unit=desk.unit)
            assert (figure, getattr(source, figure)) == (figure, behind.count())


@EXAMPLES
@given(st.lists(lives(), min_size=1, max_size=5), periods(), st.integers(0, 30))
def test_the_identities_of_table_06a_hold_under_each_policy(desk, lives, period, folded):
    lived(desk, lives, folded)

    sums = counted(desk, period)

    for policy in closing_policies().policies:
        require_identities("Tổng cộng", cell(sums, policy), policy)


@EXAMPLES
@given(st.lists(lives(), min_size=1, max_size=5), periods(), st.integers(0, 30))
def test_what_is_carried_over_was_pending_at_the_end_of_the_last_period(desk, lives, period, folded):
    lived(desk, lives, folded)
    last = Period(period.first - timedelta(days=45), period.first - timedelta(days=1))

    now, before = counted(desk, period), counted(desk, last)

    for policy in map(closing_policy, ["block_apart", "closed_as_settled", "closed_on_time"]):
        assert cell(now, policy).line.carried_over == cell(before, policy).line.pending_total


@EXAMPLES
@given(st.lists(lives(), min_size=1, max_size=5), periods(), st.integers(0, 30))
def test_excluded_dossiers_leave_what_was_carried_over(desk, lives, period, folded):
    lived(desk, lives, folded)
    kept, policy = closing_policy("block_apart"), closing_policy("excluded")

    sums = counted(desk, period)

    gone = Dossier.objects.filter(unit=desk.unit, state__in=[State.WITHDRAWN, State.STOPPED]).filter(
        accepted_at__lt=period.begin, closed_at__gte=period.begin, closed_at__lt=period.end
    )
    assert cell(sums, policy).line.carried_over == cell(sums, kept).line.carried_over - gone.count()


@EXAMPLES
@given(st.lists(lives(), min_size=1, max_size=5), periods(), st.integers(0, 30))
def test_by_field_and_by_unit_come_to_the_same_sum(desk, lives, period, folded):
    lived(desk, lives, folded)

    by_field = tally(Scope([desk.unit.pk], period, NOW)).values()
    by_unit = tally(Scope([desk.unit.pk], period, NOW, by="unit")).values()

    for measure in ("pending", "overdue", "carried_over"):
        assert sum(getattr(one, measure) for one in by_field) == sum(getattr(one, measure) for one in by_unit)
