import unicodedata
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.identity import id_card
from motcua.identity.id_card import CardUnreadable, IdCard

CARD = (
    "092088000416|331234567|Trần Lê Hoàng Minh Khang|14031988|Nam|"
    "Số 45, ấp Bình Du A, An Thạnh, Cần Thơ|02052022"
)
KHANG = IdCard(
    personal_id="092088000416",
    old_id="331234567",
    full_name="Trần Lê Hoàng Minh Khang",
    birth_on=date(1988, 3, 14),
    sex="male",
    address="Số 45, ấp Bình Du A, An Thạnh, Cần Thơ",
    issued_on=date(2022, 5, 2),
    birth_year=1988,
)


@pytest.mark.parametrize(
    "scanned",
    [
        CARD,
        f"{CARD}\r\n",
        f"\ufeff {CARD}\n",
        f"{CARD}||||Trần Văn Cha|Lê Thị Mẹ|",
        unicodedata.normalize("NFD", CARD),
    ],
)
def test_whatever_the_reader_adds_the_card_is_the_same(scanned):
    assert id_card.parse(scanned) == KHANG


def test_a_card_without_old_number_and_day_of_issue_is_read():
    card = id_card.parse("092188000417||Lê Thị Hồng Gấm|01011988|Nữ|Ấp An Trung, An Thạnh, Cần Thơ")

    assert (card.old_id, card.issued_on, card.sex) == ("", None, "female")


def test_a_birth_date_known_by_its_year_only_stays_partial():
    card = id_card.parse(CARD.replace("14031988", "00001988"))

    assert (card.birth_on, card.birth_year) == (None, 1988)


@pytest.mark.parametrize(
    "broken",
    [
        "092088000416",
        CARD.replace("|", ";"),
        CARD.replace("092088000416", "92088000416"),
        CARD.replace("14031988", "31021988"),
        CARD.replace("02052022", "0205"),
        CARD.replace("Trần Lê Hoàng Minh Khang", " "),
    ],
)
def test_a_broken_scan_says_what_to_do(broken):
    with pytest.raises(CardUnreadable, match="Tắt bộ gõ tiếng Việt rồi quét lại, hoặc gõ 12 số định danh"):
        id_card.parse(broken)


@given(st.text() | st.lists(st.text(), min_size=5, max_size=9).map("|".join))
def test_no_text_breaks_the_reading(text):
    with suppress(CardUnreadable):
        id_card.parse(text)
