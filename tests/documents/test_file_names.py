import pytest

from motcua.documents.file_names import clean_name, contradicts
from motcua.documents.media import JPEG, PDF


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("Giấy chứng sinh.pdf", "Giấy chứng sinh.pdf"),
        ("C:\\Ảnh\\hộ  khẩu.PDF", "hộ khẩu.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..", "tệp.pdf"),
        ("đơn\u202efdp.exe", "đơnfdp.exe.pdf"),
        ('a<b>"c?.pdf', "a_b__c_.pdf"),
        ("", "tệp.pdf"),
    ],
)
def test_a_name_keeps_its_vietnamese_and_loses_what_could_do_harm(given, clean):
    assert clean_name(given, PDF) == clean


def test_a_decomposed_name_is_composed():
    assert clean_name("Giấy.pdf", PDF) == "Giấy.pdf"


def test_a_long_name_keeps_its_ending():
    name = clean_name("ă" * 400 + ".jpeg", JPEG)

    assert len(name) == 150
    assert name.endswith(".jpeg")


@pytest.mark.parametrize(
    ("name", "lies"),
    [("ảnh.jpg", False), ("ảnh.JPEG", False), ("ảnh", False), ("đơn số 12.2026", True), ("ảnh.pdf", True)],
)
def test_an_ending_must_fit_the_content(name, lies):
    assert contradicts(name, JPEG) is lies
