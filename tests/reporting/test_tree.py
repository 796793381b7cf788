"""Properties: expected ≥ sent ≥ on time at every level; the communes add up to the district; frozen stays frozen."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.initiatives.models import ModelCase
from motcua.kernel.models import LedgerEntry
from motcua.kernel.refusals import Refusal
from motcua.reporting import queries, services
from motcua.reporting.inputs import Comment
from motcua.reporting.models import Obligation, Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.queries import findings, punctuality
from motcua.reporting.sheets import Column, Part, Row, Sheet, added, reported_rows, totals
from motcua.reporting.states import Form
from tests.factories.reporting import moment
from tests.kernel.tampering import guard_lifted

Q3 = ReportingPeriod(2021, 3)
SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
#: Days from the due day on which a commune sends; None: it does not.
DAYS = st.none() | st.integers(-10, 20)


def begin_again():
    """Hypothesis tries many lives in one database; what was before has left no history either."""
    with guard_lifted():
        for kind in ("report:", "obligation:"):
            LedgerEntry.objects.filter(stream__startswith=kind).delete()
    Report.objects.all().delete()
    Obligation.objects.all().delete()
    ModelCase.objects.all().delete()


def nodes(node):
    yield node
    for child in node.children:
        yield from nodes(child)


@SLOW
@given(obliged=st.lists(st.booleans(), min_size=3, max_size=3), days=st.lists(DAYS, min_size=3, max_size=3))
def test_expected_is_at_least_sent_and_sent_at_least_on_time_at_every_level(reporting, obliged, days):
    begin_again()
    for unit, owes, day in zip(reporting.communes, obliged, days, strict=True):
        if owes:
            (duty,) = reporting.oblige(unit)
            if day is not None:
                reporting.sent(duty, at=moment(9, 25) + timedelta(days=day))

    tree = punctuality(reporting.province, Q3)

    for node in nodes(tree):
        assert node.counts.expected >= node.counts.sent >= node.counts.on_time >= 0
        assert node.counts == sum((child.counts for child in node.children), node.own)
    sent = [day for owes, day in zip(obliged, days, strict=True) if owes and day is not None]
    assert (tree.counts.expected, tree.counts.sent, tree.counts.on_time) == (
        sum(obliged), len(sent), sum(day <= 0 for day in sent),
    )  # fmt: skip


@SLOW
@given(
    quantities=st.lists(st.integers(1, 40), min_size=3, max_size=3), corrected=st.none() | st.integers(0, 99)
)
def test_the_communes_add_up_to_the_district(reporting, quantities, corrected):
    begin_again()
    duties = reporting.oblige()
    for unit, quantity in zip(reporting.communes, quantities, strict=True):
        reporting.case(unit, date(2021, 8, 2), quantity=quantity)
    opened = reporting.open(duties[0])
    if corrected is not None:
        services.correct(
            report_id=opened.pk, row_id="thu_chuc_mung", column_id="cases", value=corrected, reason="Đếm lại.",
            by=reporting.head_of_town, at=moment(9, 21),
        )  # fmt: skip
    reports = [reporting.sent(duty) for duty in duties]

    whole = services.consolidate(
        unit_id=reporting.home_affairs.pk,
        form=Form.MODELS,
        period="2021Q3",
        by=reporting.hanh,
        at=moment(9, 28),
    )

    of_communes = [totals(report.latest.sheet.columns, report.latest.reported_rows) for report in reports]
    of_district = totals(whole.latest.sheet.columns, whole.latest.reported_rows)
    for column in ("counted", "entered", "cases", "before", "cumulative"):
        assert of_district[column] == sum(one[column] for one in of_communes)
    expected = sum(quantities) if corrected is None else sum(quantities[1:]) + corrected
    assert of_district["cases"] == expected
    assert findings(whole, at=moment(9, 28)) == []


ACTS = st.sampled_from(
    ["case", "fill", "correct", "sign", "send", "return_report", "accept", "new_version", "comment"]
)


@SLOW
@given(acts=st.lists(ACTS, max_size=16))
def test_whatever_is_done_afterwards_a_frozen_version_never_changes(reporting, acts):
    begin_again()
    (duty,) = reporting.oblige(reporting.an_hiep)
    report, at = reporting.sent(duty), moment(9, 26)
    frozen, first_sent_at = {}, report.first_sent_at
    head, hanh = reporting.head_of_an_hiep, reporting.hanh
    for number, act in enumerate(acts, 1):
        for version in report.versions.filter(sent_at__isnull=False):
            frozen.setdefault(version.pk, (version.figures, dict(version.corrected)))
        at += timedelta(minutes=7)
        try:
            if act == "case":
                reporting.case(reporting.an_hiep, date(2021, 9, 1), quantity=number)
            elif act == "correct":
                services.correct(
                    report_id=report.pk, row_id="thu_chuc_mung", column_id="cases", value=number, reason="Sót.",
                    by=head, at=at,
                )  # fmt: skip
            elif act == "comment":
                services.comment(report_id=report.pk, comment=Comment(proposals=str(number)), by=head, at=at)
            elif act in {"return_report", "new_version"}:
                by = hanh if act == "return_report" else head
                getattr(services, act)(report_id=report.pk, reason="Xem lại.", by=by, at=at)
            else:
                getattr(services, act)(report_id=report.pk, by=hanh if act == "accept" else head, at=at)
        except Refusal:
            pass
    for pk, (figures, corrected) in frozen.items():
        version = report.versions.get(pk=pk)
        assert (version.figures, dict(version.corrected)) == (figures, corrected)
    assert Report.objects.get(pk=report.pk).first_sent_at == first_sent_at
    assert list(queries.verify_rows()) == []


COLUMNS = [
    Column(id="a", name="A"),
    Column(id="b", name="B"),
    Column(id="c", name="C", sum_of=("a", "b")),
]
FIGURES = st.fixed_dictionaries({"a": st.integers(0, 999), "b": st.integers(0, 999)}).map(
    lambda one: one | {"c": one["a"] + one["b"]}
)


@given(
    figures=st.lists(FIGURES, min_size=1, max_size=5),
    corrected=st.dictionaries(st.tuples(st.just("0"), st.sampled_from("ab")), st.integers(0, 999)),
)
def test_a_sum_follows_the_correction_of_its_parts(figures, corrected):
    sheet = Sheet(
        columns=COLUMNS, rows=[Row(id=str(n), name="x", figures=one) for n, one in enumerate(figures)]
    )

    for row in reported_rows(sheet, corrected):
        assert row.figures["c"] == row.figures["a"] + row.figures["b"]


@given(parts=st.lists(st.lists(FIGURES, max_size=3), max_size=4))
def test_adding_up_loses_nothing(parts):
    whole = [
        Part(
            unit_id=n, unit_code=str(n), unit_name="Xã", report_id=n, version=1, on_time=True,
            rows=[Row(id=str(m), name="x", figures=one) for m, one in enumerate(rows)],
        )
        for n, rows in enumerate(parts)
    ]  # fmt: skip

    found = totals(COLUMNS, added(whole, COLUMNS))

    assert found == {column.id: sum(one[column.id] for rows in parts for one in rows) for column in COLUMNS}
