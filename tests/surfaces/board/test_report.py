import pytest
from django.utils import timezone

from motcua.surfaces.board import calendar_words

pytestmark = pytest.mark.django_db

QUARTER = calendar_words.write(calendar_words.around(timezone.localdate())["quarter"])


@pytest.mark.parametrize(("form", "begin"), [("xlsx", b"PK"), ("pdf", b"%PDF-")])
def test_the_table_is_downloaded_as_a_file(leader, desk, form, begin):
    answer = leader.get(f"/dieu-hanh/bieu-06a/{form}/", {"ky": QUARTER})

    assert answer.content.startswith(begin)
    assert f'filename="06a_{desk.unit.code}_{QUARTER}.{form}"' in answer.headers["Content-Disposition"]


def test_a_file_of_another_kind_does_not_exist(leader):
    assert leader.get("/dieu-hanh/bieu-06a/doc/").status_code == 404


def test_the_policy_is_named_and_may_be_changed(leader):
    usual = leader.get("/dieu-hanh/bieu-06a/", {"ky": QUARTER}).text
    other = leader.get("/dieu-hanh/bieu-06a/", {"ky": QUARTER, "cach-xep": "excluded"}).text

    assert "Khối riêng. Hồ sơ rút" in usual
    assert "Loại khỏi biểu. Hồ sơ rút" in other


def test_a_period_that_has_not_begun_is_refused(leader):
    answer = leader.get("/dieu-hanh/bieu-06a/", {"ky": "2099-Q1"})

    assert (answer.status_code, "Kỳ báo cáo chưa bắt đầu" in answer.text) == (400, True)
