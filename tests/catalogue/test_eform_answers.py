from dataclasses import dataclass
from datetime import date

import pytest
from django.http import QueryDict  # noqa: TID251 - what a page hands over
from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue import eforms
from tests.factories.catalogue import shipped_definition

ON = date(2026, 11, 22)


@dataclass
class Applicant:
    full_name: str = "Trần Văn Tâm"
    birth_on: date | None = date(1990, 3, 2)
    sex: str = "male"
    personal_id: str = "092090000417"
    id_issued_on: date | None = None
    phone: str = "0912345678"
    email: str = ""
    address: str = "Ấp Phạm Thành, xã An Thạnh"


def posted(procedure_id, **data):
    return eforms.from_post(shipped_definition(procedure_id), data)


def test_the_applicant_fills_in_what_is_known_and_nothing_else():
    assert eforms.prefill(shipped_definition("birth_registration"), Applicant()) == {
        "applicant_full_name": "Trần Văn Tâm",
        "applicant_dob": "1990-03-02",
        "applicant_id_number": "092090000417",
        "applicant_residence": "Ấp Phạm Thành, xã An Thạnh",
        "applicant_phone": "0912345678",
    }


def test_forms_that_name_the_applicant_otherwise_are_filled_too():
    assert eforms.prefill(shipped_definition("household_business_registration"), Applicant())[
        "owner_name"
    ] == ("Trần Văn Tâm")
    assert eforms.prefill(shipped_definition("permanent_residence"), Applicant())["sex"] == "male"


def test_a_form_begins_with_its_defaults_and_fixed_values():
    assert eforms.initial(shipped_definition("permanent_residence")) == {"request_kind": "thuong_tru"}
    assert eforms.initial(shipped_definition("linked_death_bundle")) == {
        "deceased_nationality": "VN",
        "do_residence": True,
        "do_funeral": False,
    }


def test_the_day_of_birth_is_written_in_words_by_itself():
    birth = shipped_definition("birth_registration")

    derived = eforms.derive(birth, {"child_dob": "2026-08-15"})

    assert derived["child_dob_words"] == "Ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu"
    assert "child_dob_words" not in eforms.derive(birth, {"child_dob": "?", "child_dob_words": "cũ"})


@pytest.mark.parametrize(
    "typed", ["15/08/2026", "15-8-2026", "15.08.2026", "15082026", "2026-08-15", " 15/08/2026 "]
)
def test_a_day_may_be_typed_in_many_ways(typed):
    assert posted("birth_registration", child_dob=typed) | {} == {
        **posted("birth_registration"),
        "child_dob": "2026-08-15",
    }


@pytest.mark.parametrize(
    ("field", "typed", "answer"),
    [
        ("mother_dob", "1992", "1992"),
        ("mother_dob", "5/1992", "1992-05"),
        ("applicant_phone", "+84 912.345.678", "0912345678"),
        ("applicant_id_number", "092 090 000 417", "092090000417"),
        ("child_birth_time", "9h30", "09:30"),
        ("child_birth_time", "21 giờ", "21:00"),
        ("copies_count", "1.000", 1000),
        ("child_full_name", "  Trần   An ", "Trần An"),
    ],
)
def test_what_is_typed_becomes_an_answer(field, typed, answer):
    assert posted("birth_registration", **{field: typed})[field] == answer


@pytest.mark.parametrize(
    ("procedure_id", "field", "typed", "answer"),
    [
        ("death_registration", "death_datetime", "09:30 15/08/2026", "2026-08-15T09:30"),
        ("death_registration", "death_datetime", "15/08/2026 9 giờ 30", "15/08/2026 9 giờ 30"),
        ("death_registration", "death_datetime", "15/08/2026 9h30", "2026-08-15T09:30"),
        ("death_registration", "death_datetime", "2026-08-15T09:30:00", "2026-08-15T09:30"),
        ("household_business_registration", "capital", "50.000.000 đ", 50_000_000),
        ("first_land_certificate", "area_m2", "120,5 m²", 120.5),
        ("first_land_certificate", "area_m2", "1.200", 1200),
        ("first_land_certificate", "area_m2", "120.5", 120.5),
        ("merit_death_allowance", "paid_until", "08/2026", "2026-08"),
    ],
)
def test_numbers_and_instants_are_read_the_vietnamese_way(procedure_id, field, typed, answer):
    assert posted(procedure_id, **{field: typed})[field] == answer


def test_what_cannot_be_read_stays_as_typed():
    assert posted("birth_registration", child_dob="mùng ba Tết")["child_dob"] == "mùng ba Tết"


def test_boxes_choices_and_rows_come_from_a_posted_form():
    data = QueryDict(
        "requests=register_land&requests=issue_certificate&commitment=on"
        "&attached-0-paper_name=Sổ cũ&attached-7-paper_name=Sơ đồ&attached-3-paper_name="
    )

    answers = eforms.from_post(shipped_definition("first_land_certificate"), data)

    assert answers == {
        "requests": ["register_land", "issue_certificate"],
        "attached": [{"paper_name": "Sổ cũ"}, {"paper_name": "Sơ đồ"}],
        "commitment": True,
    }


def test_fixed_and_derived_fields_are_not_read():
    answers = posted("permanent_residence", request_kind="tam_tru")

    assert "request_kind" not in answers


@given(
    st.dictionaries(
        st.sampled_from([f.id for f in shipped_definition("certified_copy").form.fields]), st.text()
    )
)
def test_whatever_is_posted_can_be_read_and_judged(data):
    definition = shipped_definition("certified_copy")

    answers = eforms.derive(definition, eforms.from_post(definition, data))

    assert eforms.validate(definition, answers, ON)
    assert eforms.fields_for_render(definition, answers, {}, on=ON)


def test_answers_are_read_back_by_section_in_plain_words():
    answers = {
        "applicant_full_name": "Trần Văn Tâm",
        "applicant_dob": "1990-03-02",
        "applicant_id_number": "092090000417",
        "items": [
            {"document_name": "Bằng tốt nghiệp", "pages": 1200, "copies": 3, "issue_date": "2020-06-30"}
        ],
        "result_channel": "office",
    }

    assert eforms.to_display(shipped_definition("certified_copy"), answers, on=ON) == [
        (
            "Người yêu cầu",
            [
                ("Họ, chữ đệm, tên người yêu cầu", "Trần Văn Tâm"),
                ("Ngày, tháng, năm sinh người yêu cầu", "02/03/1990"),
                ("Số định danh cá nhân/giấy tờ tùy thân người yêu cầu", "092 090 000 417"),
            ],
        ),
        (
            "Giấy tờ cần chứng thực",
            [
                (
                    "Danh mục (1)",
                    "Tên giấy tờ: Bằng tốt nghiệp; Ngày cấp: 30/06/2020; Số trang: 1.200; Số bản: 3",
                )
            ],
        ),
        ("Nhận kết quả", [("Hình thức nhận kết quả", "Nhận tại bộ phận một cửa")]),
    ]


def test_money_marks_and_decimals_are_read_back_as_people_write_them():
    business = {"capital": 50_000_000}
    land = {"area_m2": 1200.5, "requests": ["register_land", "issue_certificate"]}

    assert eforms.to_display(shipped_definition("household_business_registration"), business, on=ON) == [
        ("Hộ kinh doanh", [("Vốn kinh doanh (VND)", "50.000.000 đồng")])
    ]
    assert eforms.to_display(shipped_definition("first_land_certificate"), land, on=ON) == [
        ("Đề nghị", [("Nội dung đề nghị", "Đăng ký quyền sử dụng đất, Cấp Giấy chứng nhận")]),
        ("Thửa đất", [("Diện tích (m²)", "1.200,5")]),
    ]
