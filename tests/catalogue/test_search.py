import statistics
from datetime import date
from time import perf_counter

import pytest

from motcua.catalogue import queries, services, shipped
from motcua.catalogue.finding import Candidate, Index

INDEX = Index([Candidate(d.id, d.code, d.name_vi, shipped.synonyms()[d.id]) for d in shipped.procedures()])
PHRASES = [
    ("mới sinh con", "birth_registration"),
    ("mat giay khai sinh", "civil_status_extract"),
    ("ba mới mất", "death_registration"),
    ("sao y giấy tờ", "certified_copy"),
    ("giấy độc thân", "marital_status_certificate"),
    ("mở quán nước", "household_business_registration"),
    ("làm khai sinh cho cháu", "birth_registration"),
    ("cấp sổ đỏ", "first_land_certificate"),
    ("dang ki khai sih", "birth_registration"),
    ("khai sinh", "birth_registration"),
    ("dk ket hon", "marriage_registration"),
    ("ket hon", "marriage_registration"),
    ("hôn thú", "marriage_registration"),
    ("lam giay ket hon", "marriage_registration"),
    ("vo moi sanh", "birth_registration"),
    ("ong noi mat", "death_registration"),
    ("xin giay chung tu cho ong", "death_registration"),
    ("công chứng căn cước", "certified_copy"),
    ("cong chung giay to", "certified_copy"),
    ("so yeu ly lich", "certified_signature"),
    ("xac nhan so yeu li lich", "certified_signature"),
    ("giấy ủy quyền", "certified_signature"),
    ("bán đất", "certified_transaction"),
    ("sang ten so do", "certified_transaction"),
    ("lập di chúc", "certified_will"),
    ("nhap ho khau cho con", "permanent_residence"),
    ("nhập hộ khẩu", "permanent_residence"),
    ("chuyen ho khau", "permanent_residence"),
    ("tạm trú", "temporary_residence"),
    ("tam tru tam vang", "temporary_residence"),
    ("gia han tam tru", "extend_temporary_residence"),
    ("tách hộ khẩu", "household_split"),
    ("xoa ho khau nguoi chet", "delete_permanent_residence"),
    ("khach ngu lai", "stay_notification"),
    ("bảo hiểm y tế cho bé", "health_insurance_card_u6"),
    ("bhyt tre em", "health_insurance_card_u6"),
    ("tro cap khuyet tat", "monthly_social_allowance"),
    ("trợ cấp mồ côi", "monthly_social_allowance"),
    ("tiền mai táng", "funeral_support_social"),
    ("mai tang phi", "funeral_support_social"),
    ("giay khuyet tat", "disability_level"),
    ("mất giấy khuyết tật", "disability_certificate_reissue"),
    ("tien nguoi gia 75 tuoi", "social_pension"),
    ("người cao tuổi", "social_pension"),
    ("xin hộ nghèo", "poor_household_regular"),
    ("so ho ngheo", "poor_household_regular"),
    ("can ngheo", "poor_household_regular"),
    ("thờ cúng liệt sĩ", "martyr_worship_allowance"),
    ("con thuong binh", "merit_family_confirmation"),
    ("cựu chiến binh mất", "veteran_funeral"),
    ("thương binh mất", "merit_death_allowance"),
    ("so do", "first_land_certificate"),
    ("giay dat", "first_land_certificate"),
    ("bằng khoán", "first_land_certificate"),
    ("lên thổ cư", "land_use_change_permission"),
    ("chuyen dat ruong len tho cu", "land_use_change_permission"),
    ("xây nhà", "construction_permit_house"),
    ("cat nha", "construction_permit_house"),
    ("xin phep xay nha", "construction_permit_house"),
    ("mo tiem tap hoa", "household_business_registration"),
    ("giấy phép kinh doanh", "household_business_registration"),
    ("dang ky kinh doanh", "household_business_registration"),
    ("sửa tên trong khai sinh", "civil_status_change"),
    ("sai nam sinh", "civil_status_change"),
    ("cai chinh ho tich", "civil_status_change"),
    ("đổi họ cho con", "civil_status_change"),
    ("nhận cha con", "parent_child_recognition"),
    ("giám hộ cho cháu", "guardianship_registration"),
    ("trich luc khai sinh", "civil_status_extract"),
    ("ban sao khai sinh", "civil_status_extract"),
    ("khai sinh tai nha", "birth_mobile"),
    ("chua cuoi ma co con", "birth_with_parent_recognition"),
    ("con ngoai gia thu", "birth_with_parent_recognition"),
    ("làm lại giấy khai sinh", "birth_reregistration"),
    ("người lớn chưa có giấy khai sinh", "birth_person_with_papers"),
    ("từ chối thừa kế", "certified_inheritance_refusal"),
    ("bản sao sổ gốc", "copy_from_master_register"),
    ("khai sinh hộ khẩu bảo hiểm", "linked_birth_bundle"),
    ("lien thong khai tu", "linked_death_bundle"),
    ("khia sinh", "birth_registration"),
    ("đăng kí kết hon", "marriage_registration"),
    ("giay doc thn", "marital_status_certificate"),
    ("chung thuc ban sao", "certified_copy"),
    ("1.001193", "birth_registration"),
    ("ma mat", "death_registration"),
    ("má mất", "death_registration"),
    ("mất giấy khai sinh", "civil_status_extract"),
    ("hop dong thue nha", "certified_transaction"),
    ("muc song trung binh", "average_living_standard_household"),
    ("tiên mai tang cho ông già 80 tuổi", "funeral_support_pension"),
]


def slugs(text, limit=3):
    return [slug for slug, _ in INDEX.search(text, limit)]


@pytest.mark.parametrize(("phrase", "procedure_id"), PHRASES)
def test_everyday_words_find_the_procedure_among_the_first_three(phrase, procedure_id):
    assert procedure_id in slugs(phrase)


def test_nineteen_times_in_twenty_it_stands_first():
    first = [slugs(phrase, 1) == [procedure_id] for phrase, procedure_id in PHRASES]

    assert sum(first) / len(first) >= 0.95


def test_every_phrase_that_was_written_down_finds_its_procedure():
    missed = [
        (phrase, procedure_id)
        for procedure_id, phrases in shipped.synonyms().items()
        for phrase in phrases
        if procedure_id not in slugs(phrase)
    ]

    assert missed == []


@pytest.mark.parametrize("nonsense", ["", "   ", "qwertyzxcv", "???"])
def test_nonsense_finds_nothing(nonsense):
    assert slugs(nonsense) == []


def test_a_code_finds_its_procedure():
    assert slugs("2.000815") == ["certified_copy"]


def test_marks_tell_words_apart():
    assert slugs("mẹ mất")[0] == "death_registration"
    assert slugs("mất giấy khai sinh")[0] == "civil_status_extract"


def test_a_search_takes_less_than_ten_milliseconds():
    spent = []
    for phrase, _ in PHRASES:
        begun = perf_counter()
        INDEX.search(phrase, 10)
        spent.append(perf_counter() - begun)

    assert statistics.median(spent) < 0.010


@pytest.mark.django_db
def test_only_procedures_in_force_are_found(catalogue):
    on = date(2026, 11, 22)
    found = queries.search("mới sinh con", on)
    services.repeal(slug="birth_registration", last_day=date(2026, 11, 30))

    assert (found[0].slug, found[0].name, found[0].field_name) == (
        "birth_registration",
        "Đăng ký khai sinh",
        "Hộ tịch",
    )
    assert found[0].version_id == queries.in_force("birth_registration", on).pk
    assert "birth_registration" not in [hit.slug for hit in queries.search("mới sinh con", date(2026, 12, 1))]


@pytest.mark.django_db
def test_life_events_show_what_is_in_force(catalogue):
    titles = [event.title_vi for event in queries.life_events(date(2026, 11, 22))]

    assert titles == [
        "Có con",
        "Kết hôn",
        "Người thân mất",
        "Sao y chứng thực",
        "Chuyển chỗ ở",
        "Đất và nhà",
        "Mở quán buôn bán",
        "Trợ cấp bảo trợ",
    ]
    early = {event.id: event.procedures for event in queries.life_events(date(2020, 1, 1))}
    assert early["business"] == ("certified_copy",)
    assert "social_pension" not in early["allowance"]
