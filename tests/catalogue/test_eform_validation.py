from datetime import date

import jsonschema_rs
import pytest
from msgspec.structs import replace

from motcua.catalogue import eforms, shipped
from tests.factories.catalogue import shipped_definition

ON = date(2026, 11, 22)
BIRTH = {
    "applicant_full_name": "Trần Văn Tâm",
    "applicant_dob": "1990-03-02",
    "applicant_id_number": "092090000417",
    "applicant_residence": "Ấp Phạm Thành, xã An Thạnh",
    "applicant_phone": "0912345678",
    "applicant_relation": "father",
    "child_full_name": "Trần Ngọc An Nhiên",
    "child_dob": "2026-11-15",
    "child_dob_words": "Ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi sáu",
    "child_sex": "female",
    "child_ethnicity": "01",
    "child_nationality": "VN",
    "child_birth_place_kind": "home",
    "child_birth_place": "Xã An Thạnh",
    "child_home_town": "Xã An Thạnh",
    "parentage": "mother_only",
    "mother_full_name": "Nguyễn Thị Hân",
    "mother_dob": "1992",
    "mother_nationality": "VN",
    "mother_residence": "Xã An Thạnh",
    "mother_id_number": "092192000418",
    "result_channel": "office",
    "commitment": True,
}


def faults(answers, procedure_id="birth_registration"):
    return eforms.validate(shipped_definition(procedure_id), answers, ON)


def birth(**changes):
    return faults({**BIRTH, **changes})


def test_a_whole_declaration_has_no_fault():
    assert faults(BIRTH) == {}


def test_a_missing_digit_is_counted_and_an_example_given():
    assert birth(applicant_phone="091234567") == {"applicant_phone": "Thiếu 1 chữ số. Ví dụ: 0912 345 678"}
    assert birth(mother_id_number="0921920004180") == {
        "mother_id_number": "Thừa 1 chữ số. Ví dụ: 092 185 000 417"
    }


def test_an_empty_form_asks_for_what_is_asked_and_for_nothing_hidden():
    found = faults({})

    assert found["applicant_full_name"] == "Ô này còn trống. Ví dụ: Nguyễn Thị Ngọc Hân"
    assert found["child_sex"] == "Xin chọn một dòng."
    assert found["commitment"] == "Xin đánh dấu vào ô này."
    assert not {"mother_full_name", "father_full_name", "marriage_number", "copies_count"} & found.keys()


def test_faults_come_in_the_order_of_the_form():
    order = [field.id for field in shipped_definition("birth_registration").form.fields]

    found = list(faults({}))

    assert found == sorted(found, key=order.index)


def test_a_condition_that_becomes_true_asks_for_its_fields():
    assert birth(parentage="both").keys() == {
        "father_full_name",
        "father_dob",
        "father_nationality",
        "father_residence",
        "father_id_number",
        "parents_married",
    }


def test_answers_of_hidden_fields_are_not_looked_at_and_not_kept():
    answers = {**BIRTH, "father_full_name": "12345", "parents_married": True}

    assert faults(answers) == {}
    assert eforms.kept(shipped_definition("birth_registration"), answers, on=ON) == BIRTH


def test_what_depends_on_a_hidden_answer_is_hidden_too():
    shown = eforms.visible(
        shipped_definition("birth_registration"), {"parentage": "mother_only", "parents_married": True}, on=ON
    )

    assert "marriage_number" not in shown


@pytest.mark.parametrize("day", ["2026-11-23", "2030-01-01"])
def test_nobody_is_born_tomorrow(day):
    assert birth(child_dob=day) == {"child_dob": "Ngày này chưa tới. Xin xem lại năm, tháng."}


@pytest.mark.parametrize("day", ["2026-02-30", "31/04/2026", "hôm qua"])
def test_a_day_that_does_not_exist_is_told_with_an_example(day):
    assert birth(child_dob=day)["child_dob"] == "Ngày này không có trong lịch. Ví dụ: 15/08/1985"


@pytest.mark.parametrize("day", ["1992", "1992-05", "1992-05-17"])
def test_a_birth_may_be_known_by_its_year_or_month(day):
    assert birth(mother_dob=day) == {}


@pytest.mark.parametrize("day", ["2027", "1992-13", "92"])
def test_a_partial_day_must_be_real_and_past(day):
    assert birth(mother_dob=day).keys() == {"mother_dob"}


def test_a_choice_outside_the_list_and_an_unknown_question_are_told():
    assert birth(child_sex="robot") == {"child_sex": "Dòng này không có trong danh sách. Xin chọn lại."}
    assert birth(colour="red") == {"colour": "Biểu mẫu này không có ô đó."}


def test_numbers_have_their_bounds():
    assert birth(want_copies=True, copies_count=51) == {"copies_count": "Số này chỉ đến 50."}
    assert birth(want_copies=True, copies_count=0) == {"copies_count": "Số này phải từ 1 trở lên."}
    assert birth(want_copies=True, copies_count="ba")["copies_count"] == "Chưa đúng cách ghi. Ví dụ: 2"


def test_a_name_has_letters_only():
    assert birth(child_full_name="An 2")["child_full_name"].startswith("Họ tên chỉ gồm chữ cái.")


def test_cells_of_a_table_have_faults_of_their_own():
    items = [
        {"document_name": "Bằng tốt nghiệp", "pages": 2, "copies": 3},
        {"document_name": "Căn cước", "pages": 0},
    ]
    applicant = {key: value for key, value in BIRTH.items() if key.startswith("applicant_")}
    del applicant["applicant_relation"]

    found = faults({**applicant, "items": items, "result_channel": "office"}, "certified_copy")

    assert found == {
        "items-1-copies": "Ô này còn trống. Ví dụ: 2",
        "items-1-pages": "Số này phải từ 1 trở lên.",
    }
    assert faults({**applicant, "result_channel": "office"}, "certified_copy") == {
        "items": "Xin ghi ít nhất một dòng."
    }


def test_a_minor_needs_a_parent_who_agrees():
    answers = {"dob": "2009-01-01"}
    adult = {"dob": "2000-01-01"}

    assert faults(answers, "permanent_residence")["parent_opinion"] == "Xin đánh dấu vào ô này."
    assert "parent_opinion" not in faults(adult, "permanent_residence")


def test_somebody_who_died_may_have_had_only_the_old_number_of_nine_digits():
    assert "deceased_id_number" not in faults({"deceased_id_number": "361234567"}, "death_registration")
    assert faults({"deceased_id_number": "36123456"}, "death_registration")["deceased_id_number"].startswith(
        "Thiếu"
    )


def test_answers_of_a_wrong_kind_are_told_at_their_place():
    assert faults({"items": "nhiều"}, "certified_copy")["items"] == "Chưa đúng cách ghi. Xin ghi lại."
    assert "items-0" in faults({"items": ["một"]}, "certified_copy")
    assert birth(child_dob=15082026)["child_dob"].startswith("Ngày này không có trong lịch.")


def test_a_child_of_six_is_too_old_for_the_card_of_small_children():
    found = faults({"child_dob": "2020-11-22"}, "health_insurance_card_u6")

    assert found["child_dob"] == "Chỉ dành cho người chưa đủ 6 tuổi. Người này đã 6 tuổi."
    assert "child_dob" not in faults({"child_dob": "2020-11-23"}, "health_insurance_card_u6")


def test_a_temporary_stay_lasts_two_years_at_most():
    stay = {"stay_from": "2026-11-22", "stay_to": "2028-11-23"}

    assert faults(stay, "temporary_residence")["stay_to"] == (
        "Chỉ được đến ngày 22/11/2028, là 2 năm từ ngày bắt đầu."
    )
    assert "stay_to" not in faults({**stay, "stay_to": "2028-11-22"}, "temporary_residence")
    assert "trước ngày bắt đầu" in faults({**stay, "stay_to": "2026-11-21"}, "temporary_residence")["stay_to"]


def test_every_schema_is_valid_draft_2020_12():
    for definition in shipped.procedures():
        schema = eforms.json_schema(shipped_definition(definition.id))

        assert jsonschema_rs.meta.is_valid(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_pattern_that_would_backtrack_costs_nothing():
    definition = shipped_definition("certified_copy")
    first, *rest = definition.form.sections[0].fields
    section = replace(definition.form.sections[0], fields=(replace(first, pattern="^(a+)+$"), *rest))
    slow = replace(
        definition, form=replace(definition.form, sections=(section, *definition.form.sections[1:]))
    )

    assert "applicant_full_name" in eforms.validate(slow, {"applicant_full_name": "a" * 190 + "!"}, ON)
