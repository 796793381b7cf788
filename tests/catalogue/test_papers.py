from datetime import date

import pytest

from motcua.catalogue import papers
from motcua.kernel.refusals import Refusal
from tests.factories.catalogue import shipped_definition

ON = date(2026, 11, 22)


def needs(procedure_id, answers, **facts):
    lines = papers.checklist(shipped_definition(procedure_id), answers, on=ON, **facts)
    return {line.id: line.need for line in lines}


def test_a_usual_birth_needs_the_form_and_the_rest_is_looked_up():
    assert needs("birth_registration", {"parentage": "both", "parents_married": True}) == {
        "application_form": "required",
        "birth_proof": "looked_up",
        "surrogacy_confirmation": "conditional",
        "marriage_cert": "looked_up",
        "id_paper": "looked_up",
        "residence_proof": "looked_up",
        "authorisation": "conditional",
    }


def test_an_abandoned_child_needs_the_minutes():
    assert needs("birth_registration", {"parentage": "abandoned"})["abandoned_minutes"] == "required"


def test_before_a_question_is_answered_its_paper_is_conditional():
    assert needs("birth_registration", {})["abandoned_minutes"] == "conditional"


def test_the_list_is_needed_only_for_temporary_residence_by_list():
    assert needs("temporary_residence", {}, case="by_list")["list"] == "required"
    assert "list" not in needs("temporary_residence", {})


def test_an_envelope_is_needed_only_by_post():
    assert needs("copy_from_master_register", {}, channel="post")["post_envelope"] == "required"
    assert "post_envelope" not in needs("copy_from_master_register", {}, channel="direct")


def test_a_line_says_in_vietnamese_how_many_and_where_it_is_looked_up():
    lines = papers.checklist(shipped_definition("permanent_residence"), {}, on=ON)
    dwelling = next(line for line in lines if line.id == "lawful_dwelling")

    assert (dwelling.mode_vi, dwelling.copies_vi) == ("nộp", "1 bản sao")
    assert dwelling.looked_up_in == "Cơ sở dữ liệu đất đai"


def test_nobody_may_ask_for_a_paper_outside_the_version():
    certified_copy = shipped_definition("certified_copy")

    papers.require_listed(certified_copy, ["original", "copy_to_certify"])
    with pytest.raises(Refusal) as refused:
        papers.require_listed(certified_copy, ["original", "household_book"])

    assert str(refused.value) == "Chỉ các giấy trong danh mục của thủ tục. Không thể thêm giấy khác."
