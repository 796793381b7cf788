from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from motcua.documents.models import Paper
from motcua.documents.services import next_in_book
from tests.documents import samples
from tests.factories.documents import HANOI, CommuneFactory, issued, officer

pytestmark = pytest.mark.django_db


def test_a_book_counts_from_one_and_starts_again_each_year():
    unit = CommuneFactory()

    lines = [
        next_in_book(unit_id=unit.pk, kind="dossiers", on=on)
        for on in (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1))
    ]

    assert lines == [("01/2026", 1), ("01/2026", 2), ("01/2027", 1)]


def test_units_and_kinds_have_books_of_their_own():
    unit, other = CommuneFactory.create_batch(2)
    on = date(2026, 11, 23)

    lines = [
        next_in_book(unit_id=unit_id, kind=kind, on=on).seq
        for unit_id, kind in ((unit.pk, "dossiers"), (unit.pk, "births"), (other.pk, "dossiers"))
    ]

    assert lines == [1, 1, 1]


def test_a_line_of_a_failed_act_is_given_out_again():
    unit = CommuneFactory()

    with transaction.atomic():
        next_in_book(unit_id=unit.pk, kind="dossiers", on=date(2026, 11, 23))
        transaction.set_rollback(True)

    assert next_in_book(unit_id=unit.pk, kind="dossiers", on=date(2026, 11, 23)).seq == 1


def test_an_unknown_book_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="recipes"):
        next_in_book(unit_id=1, kind="recipes", on=date(2026, 11, 23))


def test_papers_are_numbered_by_kind_and_year():
    clerk = officer()
    slip = samples.reception_slip(number="")
    new_year = datetime(2027, 1, 4, 8, 0, tzinfo=HANOI)

    papers = [
        issued("form_01", slip, clerk),
        issued("form_01", slip, clerk),
        issued("form_02", samples.supplement_request(number=""), clerk),
        issued("form_01", slip, clerk, at=new_year),
    ]

    assert [paper.number for paper in papers] == ["01/TNHS", "02/TNHS", "01/HDHS", "01/TNHS"]


def test_a_number_from_a_book_is_kept():
    assert issued("certification", samples.certification(number="3127")).number == "3127"


def test_the_database_refuses_the_same_number_twice():
    paper = issued("form_01", samples.reception_slip(number=""))
    paper.pk = None

    with pytest.raises(IntegrityError):
        Paper.objects.bulk_create([paper])
