"""Every form is whole: one entry says all that screens, papers and files need of it."""

import pytest

from motcua.reporting.forms import KINDS
from motcua.reporting.states import Form


def test_every_form_that_can_be_given_out_is_known():
    assert list(KINDS) == list(Form)


@pytest.mark.parametrize("form", Form)
def test_a_form_names_its_rows_its_paper_and_why_it_is_empty(form):
    kind = KINDS[form]

    told = str(kind.about) % {"period": "quý III năm 2021"}

    assert told.endswith("quý III năm 2021")
    assert str(kind.nothing).endswith(".")
    assert kind.row_title


@pytest.mark.parametrize("form", Form)
def test_columns_that_refer_to_others_refer_to_columns_of_the_form(form):
    kind = KINDS[form]
    known = {column.id for column in kind.columns}

    parts = {part for column in kind.columns for part in column.sum_of}

    assert parts | set(kind.carried or ()) | set(kind.recounted) <= known
