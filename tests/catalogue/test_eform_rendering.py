from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue import eforms, shipped
from tests.factories.catalogue import shipped_definition

ON = date(2026, 11, 22)


def drawn(procedure_id, answers, errors=None, **options):
    sections = eforms.fields_for_render(
        shipped_definition(procedure_id), answers, errors or {}, on=ON, **options
    )
    return {field.id: field for section in sections for field in section.fields}


def test_a_field_carries_its_answer_its_fault_and_where_it_was_known_from():
    field = drawn(
        "birth_registration",
        {"applicant_dob": "1990-03-02"},
        {"applicant_dob": "Ngày này chưa tới."},
        filled_from={"applicant_dob": "Từ căn cước"},
    )["applicant_dob"]

    assert (field.name, field.label, field.widget) == (
        "applicant_dob",
        "Ngày, tháng, năm sinh người yêu cầu",
        "text",
    )
    assert (field.value, field.error, field.filled_from) == (
        "02/03/1990",
        "Ngày này chưa tới.",
        "Từ căn cước",
    )
    assert (field.required, field.visible, field.inputmode) == (True, True, "numeric")


def test_few_choices_are_radios_and_many_a_select():
    fields = drawn("birth_registration", {"child_sex": "female"})

    assert (fields["child_sex"].widget, fields["child_sex"].value) == ("radio", "female")
    assert fields["child_sex"].options[:2] == [("male", "Nam"), ("female", "Nữ")]
    assert fields["child_ethnicity"].widget == "select"


def test_hidden_fields_are_drawn_hidden_with_their_condition_for_scripts():
    fields = drawn("birth_registration", {"parentage": "both"})

    assert (fields["mother_full_name"].visible, fields["marriage_number"].visible) == (True, False)
    assert msgspec.json.decode(fields["marriage_number"].when) == [
        {"field": "parents_married", "op": "=", "values": [True], "of_age": False}
    ]


def test_a_section_without_any_question_is_hidden():
    sections = eforms.fields_for_render(
        shipped_definition("birth_registration"), {"parentage": "mother_only"}, {}, on=ON
    )

    assert {section.id for section in sections if not section.visible} == {"father", "marriage"}


def test_a_table_has_its_rows_a_spare_one_and_one_to_copy():
    table = drawn(
        "certified_copy",
        {"items": [{"document_name": "Căn cước", "pages": 2}]},
        {"items-0-copies": "Ô này còn trống."},
    )["items"]

    first, spare = table.rows
    assert [(cell.name, cell.value, cell.error) for cell in first][-2:] == [
        ("items-0-pages", "2", ""),
        ("items-0-copies", "", "Ô này còn trống."),
    ]
    assert spare[0].name == "items-1-document_name"
    assert table.blank_row[0].name == "items-__row__-document_name"
    assert [cell.label for cell in table.columns][-2:] == ["Số trang", "Số bản"]


def test_row_numbers_count_by_themselves():
    table = drawn("permanent_residence", {"members": [{}, {}]})["members"]

    assert [(row[0].widget, row[0].value) for row in table.rows] == [
        ("ordinal", "1"),
        ("ordinal", "2"),
        ("ordinal", "3"),
    ]


def test_derived_and_fixed_fields_are_no_inputs():
    assert drawn("birth_registration", {})["child_dob_words"].widget == "output"
    assert drawn("permanent_residence", {})["request_kind"].widget == "hidden"


def test_every_shipped_form_can_be_drawn():
    for definition in shipped.procedures():
        known = shipped_definition(definition.id)

        sections = eforms.fields_for_render(known, eforms.initial(known), {}, on=ON)

        assert [len(section.fields) for section in sections] == [len(s.fields) for s in known.form.sections]
        assert all(1 <= field.span <= 12 for section in sections for field in section.fields)


DAYS = st.dates(date(1900, 1, 1), ON).map(date.isoformat)
TYPED = {
    ("birth_registration", "child_dob"): DAYS,
    ("birth_registration", "mother_dob"): st.one_of(
        DAYS, DAYS.map(lambda d: d[:7]), DAYS.map(lambda d: d[:4])
    ),
    ("birth_registration", "child_birth_time"): st.times().map(lambda t: f"{t:%H:%M}"),
    ("birth_registration", "copies_count"): st.integers(0, 10**9),
    ("death_registration", "death_datetime"): st.tuples(DAYS, st.times()).map(
        lambda p: f"{p[0]}T{p[1]:%H:%M}"
    ),
    ("household_business_registration", "capital"): st.integers(0, 10**15),
    ("first_land_certificate", "area_m2"): st.integers(0, 10**9).map(lambda n: n / 100),
    ("merit_death_allowance", "paid_until"): DAYS.map(lambda d: d[:7]),
}


@pytest.mark.parametrize(("procedure_id", "field"), TYPED)
@given(data=st.data())
def test_what_stands_in_an_input_is_posted_back_as_the_same_answer(procedure_id, field, data):
    answer = data.draw(TYPED[procedure_id, field])

    text = drawn(procedure_id, {field: answer})[field].value

    assert eforms.from_post(shipped_definition(procedure_id), {field: text})[field] == answer
