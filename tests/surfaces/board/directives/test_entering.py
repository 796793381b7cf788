"""A text on paper is entered with its scan, as of the day it bears."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from motcua.directives.models import Directive
from motcua.documents.models import StoredFile
from tests.factories.directives import issue, officer, planned, task
from tests.surfaces.board.directives.office import client_of

ADDRESS = reverse("board:directive_enter")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
TYPED = {
    "kind": "official_letter", "number": "07/UBND-NV", "issued_on": "21/01/2021", "issuer": "huyện Châu Thành",
    "abstract": "nhân rộng mô hình sáng kiến", "signer_name": "Phạm Tấn Xiếu", "all_of": "communes",
}  # fmt: skip


@pytest.fixture(autouse=True)
def vault(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("cong-van-07.pdf", PDF, content_type="application/pdf")


def test_it_is_entered_with_its_number_and_scan(district):
    client_of(district.hanh).post(ADDRESS, {**TYPED, "file": scan()})

    directive = Directive.objects.get()
    assert (directive.number, directive.issuer, directive.scan_name) == (
        "07/UBND-NV", district.unit, "cong-van-07.pdf",
    )  # fmt: skip
    assert directive.recipients.count() == 12


def test_a_scan_of_somebody_who_enters_nothing_is_not_stored(district):
    helper = officer(district.unit, "youth_volunteer", name="Phan Văn Trẻ")

    page = client_of(helper).post(ADDRESS, {**TYPED, "file": scan()})

    assert page.status_code == 403
    assert not StoredFile.objects.exists()


def test_without_a_scan_it_is_asked_for(district):
    page = client_of(district.hanh).post(ADDRESS, TYPED)

    assert page.status_code == 422
    assert "Chọn tệp bản quét của văn bản." in page.text


def test_a_mistake_elsewhere_never_asks_for_the_scan_again(district):
    client = client_of(district.hanh)
    wrong = client.post(ADDRESS, {**TYPED, "issued_on": "31/02/2021", "file": scan()})
    token = wrong.text.partition('name="kept" value="')[2].partition('"')[0]

    client.post(ADDRESS, {**TYPED, "kept": token})

    assert "Đã nhận tệp cong-van-07.pdf" in wrong.text
    assert "Ngày chưa đúng. Ví dụ: 26/11/2026" in wrong.text
    assert Directive.objects.get().scan_name == "cong-van-07.pdf"


def test_a_unit_that_did_not_exist_then_is_refused(district):
    page = client_of(district.hanh).post(ADDRESS, {**TYPED, "issued_on": "21/01/2001", "file": scan()})

    assert page.status_code == 422
    assert "Ngày 21/01/2001 không có đơn vị nào tên “huyện Châu Thành”" in page.text


def test_the_same_text_is_not_entered_twice(district):
    client = client_of(district.hanh)
    client.post(ADDRESS, {**TYPED, "file": scan()})

    page = client.post(ADDRESS, {**TYPED, "file": scan()})

    assert "Văn bản 07/UBND-NV ngày 21/01/2021 đã có trong sổ." in page.text
    assert Directive.objects.count() == 1


def test_its_tasks_are_assigned_at_once(district):
    client = client_of(district.hanh)
    client.post(ADDRESS, {**TYPED, "file": scan()})
    directive = Directive.objects.get()

    client.post(
        reverse("board:directive_task_new", args=[directive.pk]),
        {"content": "Xử lý tài liệu tồn đọng", "deadline_on": "30/09/2021", "all_lead": "true"},
    )

    assert set(directive.tasks.values_list("state", flat=True)) == {"assigned"}


def test_the_scan_opens_for_a_recipient_and_for_nobody_else(district):
    to_one = {name: value for name, value in TYPED.items() if name != "all_of"}
    client_of(district.hanh).post(ADDRESS, {**to_one, "recipients": district.an_hiep.pk, "file": scan()})
    address = reverse("board:directive_scan", args=[Directive.objects.get().pk])

    shown = client_of(district.ba).get(address)

    assert b"".join(shown.streaming_content) == PDF
    assert client_of(district.tu).get(address).status_code == 403


def test_the_list_knows_what_came_what_went_out_and_what_waits(district):
    now = timezone.now()
    issue(district, planned(district, task(district.an_hiep, deadline_on=None), now), now)
    planned(district, task(district.an_hiep, deadline_on=None), now)
    address, office = reverse("board:directive_list"), client_of(district.hanh)
    rows = {
        group: office.get(f"{address}?nhom={group}").text.count("data-row")
        for group in ("den", "di", "du-thao")
    }

    assert rows == {"den": 0, "di": 1, "du-thao": 1}
    assert client_of(district.ba).get(f"{address}?nhom=den&tim=nhan rong").text.count("data-row") == 1
    assert client_of(district.ba).get(f"{address}?tim=khong-co-gi").text.count("data-row") == 0
