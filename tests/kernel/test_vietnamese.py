import unicodedata
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel import vietnamese
from motcua.kernel.vietnamese.letters import VOWELS_WITH_MARKS

vietnamese_text = st.text(
    st.sampled_from(VOWELS_WITH_MARKS + VOWELS_WITH_MARKS.upper() + "abcdghiklmnopqrstuvxyAN '-.\u00a0")
)
any_text = vietnamese_text | st.text()


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def test_a_name_is_stored_composed_with_single_spaces_and_nothing_invisible():
    assert vietnamese.clean(decomposed("  Đỗ\u00a0Thị\t\u200bÁnh \n")) == "Đỗ Thị Ánh"


def test_a_name_is_found_without_its_marks():
    assert vietnamese.search_form("Đỗ  Thị ÁNH Tuyết") == "do thi anh tuyet"
    assert vietnamese.search_form("Nguyễn Ưng Hoè") == "nguyen ung hoe"


@given(any_text)
def test_both_forms_are_final(text):
    assert vietnamese.clean(vietnamese.clean(text)) == vietnamese.clean(text)
    assert vietnamese.search_form(vietnamese.search_form(text)) == vietnamese.search_form(text)


@given(vietnamese_text)
def test_composed_and_decomposed_letters_are_the_same_to_everybody(text):
    assert vietnamese.clean(decomposed(text)) == vietnamese.clean(text)
    assert vietnamese.search_form(decomposed(text)) == vietnamese.search_form(text)
    assert vietnamese.name_sort_key(decomposed(text)) == vietnamese.name_sort_key(text)


@given(vietnamese_text)
def test_the_search_form_is_plain_lower_case_and_blind_to_capitals(text):
    found = vietnamese.search_form(text)

    assert found.isascii()
    assert found == found.lower() == vietnamese.search_form(text.upper())


def test_lists_are_in_order_of_the_given_name_the_alphabet_and_the_tone():
    in_order = [
        "Lê Văn An", "Nguyễn Thị An", "Đỗ Ăn", "Lê Ẩn", "Bùi Âu", "Cao Dung", "Cao Đan", "Phan Em", "Phan Êm",
        "Trần Hoa", "Trần Hoà", "Trần Hoả", "Trần Hoã", "Trần Hoá", "Trần Hoạ", "Lý Hoan", "Vũ Ô", "Vũ Ơ",
        "Vũ Út", "Vũ Ưng", "Đinh Y",
    ]  # fmt: skip

    assert sorted(set(in_order), key=vietnamese.name_sort_key) == in_order


@given(vietnamese_text)
def test_a_sort_key_holds_only_what_every_database_sorts_alike(text):
    key = vietnamese.name_sort_key(text)

    assert key == "".join(c for c in key if c in "0123456789abcdefghijklmnopqrstuvwxyz")


def test_places_are_in_order_of_their_first_word():
    assert sorted(["Đại Ân", "Vĩnh Bình", "Châu Thành"], key=vietnamese.sort_key)[0] == "Châu Thành"


def test_numbered_places_are_in_order_as_people_count_them_before_any_named_one():
    in_order = ["Phường 1", "Phường 2", "Phường 10", "Phường Cái Khế"]

    assert (
        sorted(["Phường Cái Khế", "Phường 10", "Phường 2", "Phường 1"], key=vietnamese.sort_key) == in_order
    )


def test_certificates_print_names_in_capitals():
    assert vietnamese.upper_name(" Trần Lê  Ngọc An Nhiên") == "TRẦN LÊ NGỌC AN NHIÊN"


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm linh năm"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (1_000_000, "một triệu"),
        (1_000_015, "một triệu không trăm mười lăm"),
        (3_000_000_000, "ba tỷ"),
        (12_345_000_000_000, "mười hai nghìn ba trăm bốn mươi lăm tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_are_read_as_people_say_them(n, words):
    assert vietnamese.number_in_words(n) == words


@given(st.lists(st.integers(0, 10**12), min_size=2, unique=True))
def test_no_two_numbers_are_read_alike(numbers):
    assert len({vietnamese.number_in_words(n) for n in numbers}) == len(numbers)


def test_a_receipt_reads_its_amount():
    assert vietnamese.money_in_words(85_000) == "Tám mươi lăm nghìn đồng"
    assert vietnamese.money_in_words(0) == "Không đồng"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 8, 15), "Ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu"),
        (date(2026, 11, 9), "Ngày mùng chín tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        (date(1994, 4, 10), "Ngày mùng mười tháng tư năm một nghìn chín trăm chín mươi tư"),
    ],
)
def test_a_birth_certificate_reads_its_day(on, words):
    assert vietnamese.date_in_words(on) == words


@given(st.dates(), st.dates())
def test_no_two_days_are_read_alike(one, other):
    assert (vietnamese.date_in_words(one) == vietnamese.date_in_words(other)) == (one == other)


def test_days_and_instants_are_written_in_local_time():
    late_evening_in_london = datetime(2026, 11, 25, 18, 12, tzinfo=UTC)

    assert vietnamese.moment(late_evening_in_london) == "01:12 ngày 26/11/2026"
    assert vietnamese.day(late_evening_in_london) == "26/11/2026"
    assert vietnamese.weekday(late_evening_in_london) == "Thứ Năm"
    assert vietnamese.hour(time(7, 30)) == "07:30"


def test_numbers_and_money_have_dots():
    assert vietnamese.number(1_234_567) == "1.234.567"
    assert vietnamese.vnd(85_000) == "85.000 đồng"
