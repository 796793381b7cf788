"""Papers and files of a dossier: looked at safely, taken away whole, drawn up, paid for."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.dossiers import services
from motcua.dossiers.models import AccessRecord, Dossier
from motcua.payments.models import Receipt
from tests.clock import clock
from tests.documents.reading import text_of
from tests.factories import dossiers as made
from tests.factories.documents import A_PDF, stored
from tests.factories.dossiers import MONDAY
from tests.surfaces.desk.dossier_client import Counter, address, counter

__all__ = ["clock", "counter"]

A_PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32
A_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def dossier(counter) -> Dossier:
    return made.accepted(counter.desk)


def with_file(
    counter: Counter, dossier: Dossier, content: bytes = A_PDF, name: str = "chứng sinh.pdf"
) -> str:
    file = counter.scan(stored_file_id=stored(content, name).pk, name=name)
    services.add_files(dossier_id=dossier.pk, files=(file,), by=counter.desk.le, at=MONDAY)
    return reverse("desk:dossier_file", args=[dossier.pk, dossier.files.last().pk])


def test_a_scan_opens_in_the_browser_and_can_do_nothing_else(counter, dossier):
    answer = counter.client("justice").get(with_file(counter, dossier))

    assert b"".join(answer.streaming_content) == A_PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_picture_stands_in_a_sandbox_and_is_taken_away_under_its_name(counter, dossier):
    place = with_file(counter, dossier, A_PNG, "ảnh nhà.png")
    officer = counter.client("le")

    shown, taken = officer.get(place), officer.get(f"{place}?tai=1")

    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert taken.headers["Content-Disposition"].startswith("attachment;")
    assert "%E1%BA%A3nh%20nh%C3%A0.png" in taken.headers["Content-Disposition"]
    assert [b"".join(answer.streaming_content) for answer in (shown, taken)] == [A_PNG, A_PNG]


def test_each_reading_of_a_file_the_answers_or_the_number_is_written_down(counter, dossier):
    officer = counter.client("le")
    b"".join(officer.get(with_file(counter, dossier)).streaming_content)
    officer.get(reverse("desk:dossier_answers", args=[dossier.pk]))
    officer.post(reverse("desk:dossier_number", args=[dossier.pk]))

    assert list(AccessRecord.objects.order_by("pk").values_list("what", flat=True)) == [
        f"Tệp “chứng sinh.pdf” của hồ sơ {dossier.code}",
        f"Tờ khai của hồ sơ {dossier.code}",
        f"Số định danh người nộp hồ sơ {dossier.code}",
    ]


def test_a_file_of_another_dossier_is_not_found_here(counter, dossier):
    other = made.accepted(counter.desk)
    place = with_file(counter, other).replace(f"/{other.pk}/", f"/{dossier.pk}/")

    assert counter.client("le").get(place).status_code == 404


def test_everything_comes_in_one_archive_each_under_a_name_of_its_own(counter, dossier):
    with_file(counter, dossier)
    with_file(counter, dossier)

    answer = counter.client("le").get(reverse("desk:dossier_zip", args=[dossier.pk]))

    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.namelist() == [
            "chứng sinh.pdf", "chứng sinh (2).pdf", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả 01-TNHS.pdf",
        ]  # fmt: skip
        assert archive.read("chứng sinh.pdf") == A_PDF


def test_files_are_added_from_the_page_and_belong_to_their_paper(counter, dossier):
    scan = SimpleUploadedFile("giấy chứng sinh.pdf", A_PDF)

    counter.client("le").post(address(dossier, "them-tep"), {"component_id": "birth_proof", "files": [scan]})

    assert [(file.name, file.component_id) for file in dossier.files.all()] == [
        ("giấy chứng sinh.pdf", "birth_proof")
    ]


def test_a_file_that_is_not_what_its_name_says_is_refused_and_the_good_one_is_kept(counter, dossier):
    officer = counter.client("le")
    good, bad = SimpleUploadedFile("tốt.pdf", A_PDF), SimpleUploadedFile("ảnh.pdf", A_PNG)

    answer = officer.post(address(dossier, "them-tep"), {"component_id": "", "files": [good, bad]})
    token = answer.text.partition('name="kept" value="')[2].partition('"')[0]
    again = officer.post(address(dossier, "them-tep"), {"component_id": "", "kept": [token]})

    assert answer.status_code == 422
    assert "thật ra là ảnh PNG" in answer.text
    assert again.status_code == 302
    assert [file.name for file in dossier.files.all()] == ["tốt.pdf"]


def test_a_forged_token_brings_no_file(counter, dossier):
    answer = counter.client("le").post(
        address(dossier, "them-tep"), {"component_id": "", "kept": ["1:gia-mao"]}
    )

    assert answer.status_code == 422
    assert not dossier.files.exists()


def test_receipt_and_control_slip_open_as_pdf(counter):
    dossier = made.drafted(counter.desk)
    officer = counter.client("le")

    slip = officer.get(reverse("desk:dossier_paper", args=[dossier.pk, dossier.receipt_id]))
    control = officer.get(reverse("desk:dossier_control_slip", args=[dossier.pk]))

    assert dossier.code in text_of(slip.content)
    assert "Ngô Thanh Tùng" in text_of(control.content)


def test_money_is_given_back_from_the_page_and_has_its_own_slip(counter):
    dossier = made.accepted(counter.desk, made.copies(counter.desk))
    officer = counter.client("le")
    officer.post(address(dossier, "thu-phi"), {"revision": 1, "amount_vnd": 30_000, "method": "cash"})
    taken = Receipt.objects.get()

    officer.post(
        address(dossier, "hoan-phi"), {"revision": 2, "receipt_id": taken.pk, "reason": "Thu nhầm hồ sơ"}
    )

    refund = Receipt.objects.get(cancels=taken)
    slip = officer.get(reverse("desk:dossier_receipt", args=[dossier.pk, refund.pk]))
    assert "Thu nhầm hồ sơ" in text_of(slip.content)
    assert "Còn phải thu 30.000 đồng" in officer.get(address(dossier)).text


def test_a_fee_that_is_owed_is_collected_with_the_return(counter):
    dossier = made.processed(counter.desk, made.copies(counter.desk))
    officer, page = counter.client("le"), address(dossier, "tra-ket-qua")
    typed = {"revision": dossier.revision, "received_by_name": "Nguyễn Thị Ngọc Hân", "channel": "direct"}

    unpaid = officer.post(page, typed)
    paid = officer.post(page, typed | {"method": "transfer"})

    dossier.refresh_from_db()
    assert (unpaid.status_code, paid.status_code) == (422, 302)
    assert "Còn phí chưa thu" in unpaid.text
    assert (dossier.state, dossier.bill.owed_vnd) == ("returned", 0)
