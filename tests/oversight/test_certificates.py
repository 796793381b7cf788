"""What a certificate is called: bằng khen of a province, giấy khen of everybody below and of offices."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from motcua.documents.services import render
from motcua.oversight import services
from motcua.oversight.certificates import certificate_of
from motcua.oversight.printing import authority_of
from tests.documents.reading import text_of
from tests.factories.directives import District
from tests.factories.organisation import DivisionFactory, ProvinceFactory
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


@pytest.mark.parametrize(("level", "name"), [("province", "Bằng khen"), ("district", "Giấy khen")])
def test_the_paper_bears_the_name_of_what_it_is(district, level, name):
    district.unit.level = level
    district.unit.save()
    paper = decided(district).certificates

    title = PdfReader(BytesIO(render(paper))).metadata.title

    assert paper.name == name
    assert title.startswith(name)


def test_a_province_is_asked_for_bang_khen(province):
    award_round = agreed(province)

    row = services.submit_awards(round_id=award_round.pk, symbol="TTr-UBND", by=province.chair, at=MORNING)

    words = text_of(render(row.submission))
    assert "đề nghị tặng Bằng khen cho" in words
    assert "iấy khen" not in words


@pytest.mark.parametrize(
    ("office", "head"),
    [
        ("Phòng Nội vụ", "Trưởng phòng Nội vụ thành phố Cần Thơ"),
        ("Sở Nội vụ", "Giám đốc Sở Nội vụ thành phố Cần Thơ"),
        ("Trung tâm Phục vụ hành chính công", "Giám đốc Trung tâm Phục vụ hành chính công thành phố Cần Thơ"),
        ("Văn phòng Ủy ban nhân dân", "Chánh Văn phòng Ủy ban nhân dân thành phố Cần Thơ"),
    ],
)
def test_the_head_of_an_office_is_called_as_its_kind_asks(db, office, head):
    city = ProvinceFactory(name="Thành phố Cần Thơ", short_name="Cần Thơ")

    assert authority_of(DivisionFactory(name=office, under=city), on=date(2026, 11, 20)) == head
