import pytest

from motcua.identity import phone
from motcua.kernel.refusals import Refusal


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(0299) 3860.314", "02993860314"),
    ],
)
def test_a_number_is_stored_as_plain_digits(typed, stored):
    assert phone.check(typed) == stored


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("091 234 567", "Thiếu 1 chữ số. Ví dụ: 0912 345 678"),
        ("0912 345 678 9", "Thừa 1 chữ số. Ví dụ: 0912 345 678"),
        ("912 345 678", "Thiếu số 0 ở đầu. Ví dụ: 0912 345 678"),
        ("không có", "Chỉ ghi chữ số. Ví dụ: 0912 345 678"),
        ("0299 3860 31", "Thiếu 1 chữ số. Ví dụ: 0292 3860 314"),
        (
            "0112 345 678",
            "Số di động bắt đầu bằng 03, 05, 07, 08, 09; số bàn bắt đầu bằng 02. Ví dụ: 0912 345 678",
        ),
    ],
)
def test_a_wrong_number_says_what_to_mend(typed, sentence):
    with pytest.raises(Refusal) as refused:
        phone.check(typed)

    assert str(refused.value) == sentence
