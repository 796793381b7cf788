"""When something goes wrong, the page says in Vietnamese what to do next."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there(client):
    answer = client.get("/khong-co/")

    assert (answer.status_code, "Không có trang này" in answer.text) == (404, True)


def test_a_form_that_lost_its_token():
    answer = Client(enforce_csrf_checks=True).post(reverse("portal:follow"))

    assert (answer.status_code, "Trang để lâu quá" in answer.text) == (403, True)


def test_an_address_that_no_page_leads_to(client, capfd):
    answer = client.get("/tim/?q=a%00b")

    assert (answer.status_code, "Địa chỉ có ký tự không đọc được." in answer.text) == (400, True)
    assert "Traceback" not in capfd.readouterr().err


def test_a_request_that_carries_too_much(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024**2
    heavy = SimpleUploadedFile("a.pdf", b"%PDF-1.7" + b"0" * 2 * 1024**2)

    with_file = client.post(reverse("portal:follow"), {"f": heavy})

    assert (with_file.status_code, "Lần gửi này lớn quá 2 MB" in with_file.text) == (400, True)


def test_a_request_for_another_host(client):
    answer = client.get("/", headers={"host": "xa-khac.example"})

    assert (answer.status_code, "Máy chưa đọc được" in answer.text) == (400, True)


@pytest.mark.django_db(databases=[])
def test_the_page_of_our_own_faults_needs_nothing_that_may_be_broken():
    assert "lỗi ở phía chúng tôi" in get_template("500.html").render()
