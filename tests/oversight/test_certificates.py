"""What a certificate is called: bằng khen of a province, giấy khen of everybody below and of offices."""

import pytest

from motcua.documents.services import render
from motcua.oversight import services
from motcua.oversight.certificates import certificate_of
from tests.documents.reading import text_of
from tests.factories.directives import District
from tests.factories.oversight import MORNING, agreed, decided


@pytest.fixture
def province(db) -> District:
    """The same people in a province."""
    found = District()
    found.unit.level, found.unit.kind = "province", "thanh_pho"
    found.unit.name, found.unit.short_name = "Thành phố Cần Thơ", "Cần Thơ"
    found.unit.save()
    return found


def test_the_level_of_the_unit_says_what_its_certificate_is_called(district):
    given = {unit.level: certificate_of(unit) for unit in (
        district.province, district.unit, district.an_hiep, district.home_affairs
    )}  # fmt: skip

    assert given == {
        "province": "Bằng khen", "district": "Giấy khen", "commune": "Giấy khen", "division": "Giấy khen",
    }  # fmt: skip


def test_a_province_gives_bang_khen_on_every_paper(province):
    decision = decided(province)

    printed = text_of(render(decision.certificates))
    words = text_of(render(decision.paper))

    assert "BẰNG KHEN" in printed
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ" in printed
    assert "tặng Bằng khen cho" in words
    assert "iấy khen" not in printed + words
    assert "GIẤY KHEN" not in printed


def test_a_province_is_asked_for_bang_khen(province):
    award_round = agreed(province)

    row = services.submit_awards(round_id=award_round.pk, symbol="TTr-UBND", by=province.chair, at=MORNING)

    words = text_of(render(row.submission))
    assert "đề nghị tặng Bằng khen cho" in words
    assert "iấy khen" not in words
