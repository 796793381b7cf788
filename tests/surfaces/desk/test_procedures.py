from django.urls import reverse

from tests.surfaces.desk.office import client_of


def test_a_procedure_is_found_by_everyday_words_and_leads_to_intake(office):
    office.version("marital_status_certificate")

    page = client_of(office.le).get(reverse("desk:procedures"), {"q": "giay doc than"}).text

    assert "Cấp Giấy xác nhận tình trạng hôn nhân" in page
    assert f"{reverse('desk:intake')}?thu-tuc=marital_status_certificate" in page


def test_the_sheet_tells_papers_copies_times_fees_steps_and_law(office):
    office.version("certified_copy")

    page = client_of(office.le).get(reverse("desk:procedure", args=["certified_copy"])).text

    for words in (
        "Giấy tờ trong hồ sơ",
        "Thời hạn",
        "2.000 đồng một trang",
        "Các bước giải quyết",
        "Căn cứ pháp lý",
        "Không thể thêm giấy khác.",
    ):
        assert words in page


def test_the_sheet_carries_a_square_that_opens_the_page_of_the_citizens(office, settings):
    office.version("certified_copy")

    page = client_of(office.le).get(reverse("desk:procedure", args=["certified_copy"])).text

    assert f"{settings.PUBLIC_URL}{reverse('portal:procedure', args=['certified_copy'])}" in page
    assert '<svg viewBox="0 0 ' in page


def test_a_procedure_that_does_not_exist_is_no_page(office):
    assert client_of(office.le).get(reverse("desk:procedure", args=["nothing"])).status_code == 404
