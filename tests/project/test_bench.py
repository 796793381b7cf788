"""The measurements measure, on data so small that nobody waits; what they find is not judged here."""

import msgspec
import pytest
from django.core.management import CommandError, call_command

from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.identity.models import Person
from motcua.project.bench import machine, office, pages, people, plan, report
from motcua.project.bench.by_hand import HandWritten
from motcua.project.bench.figures import Figure, Ground
from tests.factories.dossiers import MONDAY, birth
from tests.factories.dossiers import Desk as DeskOf

pytestmark = pytest.mark.one_database


@pytest.fixture
def ground(tmp_path) -> Ground:
    return Ground(tmp_path, 1)


def test_the_machine_s_limits_and_due_dates_are_measured_without_data(ground):
    measures = (machine.hello, machine.flush, machine.insert, office.due_dates)

    figures = [figure for measure in measures for figure in measure(ground)]

    assert [figure.name for figure in figures] == ["hello", "fsync", "insert", "commit", "dues", "due"]
    assert all(0 < figure.least <= figure.value <= figure.most for figure in figures)


@pytest.mark.django_db
def test_the_same_rows_are_written_by_hand(ground):
    desk = DeskOf()
    services.accept(intake=birth(desk), by=desk.le, at=MONDAY)  # the applicant is known from now on
    hand = HandWritten.of(lambda: services.accept(intake=birth(desk), by=desk.le, at=MONDAY))
    before = Dossier.objects.count()

    hand.write()
    hand.write()

    assert Dossier.objects.count() == before + 2
    _known, first, again, *_ = Dossier.objects.order_by("pk")
    assert (again.answers, again.due_at, again.components.count()) == (
        first.answers, first.due_at, first.components.count(),
    )  # fmt: skip


@pytest.mark.django_db
def test_invented_people_are_found(ground):
    people.populate(300)

    figures = list(people.search(ground))

    assert Person.objects.count() == 300
    assert [figure.name for figure in figures] == [name for name, _asked, _kind in people.ASKED]


@pytest.mark.django_db
def test_receipt_and_quarter_are_measured_on_real_records(ground):
    desk = DeskOf()
    services.accept(intake=birth(desk), by=desk.le, at=MONDAY)

    figures = [*office.receipt(ground), *office.quarter(ground)]

    assert [figure.name for figure in figures] == ["receipt", "receipt_wall", "quarter"]


def test_a_figure_tells_whether_it_keeps_its_bar():
    slow = Figure(
        name="list",
        title="Trang danh sách",
        value=3.1,
        least=3.0,
        most=3.4,
        unit="ms CPU",
        how="…",
        at_most=2,
    )

    assert "ngưỡng ≤ 2: chưa đạt" in report.line(slow)
    assert report.number(1234567) == "1.234.567"
    assert report.number(0.0456) == "0,0456"


def test_one_measure_alone_is_told_as_json(capsys, tmp_path):
    call_command("bench", "--only", "loop", "--runs", "1", "--json", "--folder", str(tmp_path))

    told = msgspec.json.decode(capsys.readouterr().out)
    assert [figure["name"] for figure in told["figures"]] == ["loop"]


def test_an_unknown_measure_is_a_bad_argument(tmp_path):
    with pytest.raises(CommandError, match="Không có phép đo “nhanh”") as refused:
        call_command("bench", "--only", "nhanh", "--folder", str(tmp_path))

    assert refused.value.returncode == 2


def test_every_measure_is_named_once_and_stands_beside_those_of_its_stage():
    names = [measure.name for measure in plan.MEASURES]
    stages = [measure.stage for measure in plan.MEASURES]

    assert len({*names}) == len(names)
    assert stages == sorted(stages, key=[*plan.Stage].index)
    assert pages.TIMES > 0
