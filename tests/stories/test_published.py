"""Each figure that the localities published comes out of the records, and falls when a record goes."""

import pytest

from motcua.dossiers.models import Dossier
from motcua.initiatives.models import Adoption, ModelCase, Replication
from motcua.oversight.models import Commendation, InspectionTarget
from motcua.reporting.models import ReportVersion
from motcua.reporting.stories import count_story, published_figures

FIGURES = {f"{figure.metric} {figure.year}": figure for figure in published_figures()}
TWELVE = {
    "models_replicated 2021": 3, "models_replicated 2019": 12, "department_group_models 2019": 5,
    "commune_group_models 2019": 7, "mobile_birth 2022": 26, "home_dossiers_an_thanh_3 2022": 20,
    "death_home_an_thanh_tay 2022": 4, "birth_letters 2022": 82, "marriage_letters 2022": 32,
    "agencies_inspected 2022": 2, "communes_inspected 2022": 2, "commendations 2021": 26,
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), TWELVE.items())
def test_a_published_figure_is_what_the_records_count(name, value):
    figure = FIGURES[name]

    found = count_story(figure)

    assert found.value == figure.value == value
    assert len(set(found.records)) == value


def test_no_figure_was_published_beside_these():
    assert set(FIGURES) == set(TWELVE)


@pytest.mark.parametrize("name", TWELVE)
def test_without_one_of_its_records_a_figure_is_one_less(name):
    figure = FIGURES[name]
    before = count_story(figure)

    remove(before.records[0])

    after = count_story(figure)
    assert after.value == figure.value - 1
    assert set(after.records) == set(before.records[1:])


def test_no_figure_of_a_report_was_typed_in():
    assert not ReportVersion.objects.filter(corrections__isnull=False).exists()


def remove(record):
    """Delete the row that a record's code names, and what hangs on it."""
    if record.startswith("MC-"):
        gone = ModelCase.objects.filter(pk=record.removeprefix("MC-"))
    elif record.startswith("H51."):
        gone = Dossier.objects.filter(code=record)
    elif "/QĐ-UBND:" in record:
        gone = InspectionTarget.objects.filter(unit__code=record.partition(":")[2])
        gone = gone or InspectionTarget.objects.filter(agency_text=record.partition(":")[2])
    elif "UBND-NV" in record:
        number, slug = record.split(":")
        gone = Replication.objects.filter(directive__number=number, initiative__slug=slug)
        Adoption.objects.filter(replication__in=gone).delete()
    else:
        book, sequence = record.split(":")
        gone = Commendation.objects.filter(book_number=book, book_sequence=sequence)
    assert gone.count() == 1
    gone.delete()
