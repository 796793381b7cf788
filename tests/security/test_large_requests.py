"""Requests that would fill the disk or the database's patience."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.surfaces.desk.office import client_of

HEAVY = b"%PDF-1.7" + b"\0" * 4_000


@pytest.fixture
def bounds(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.MAX_REQUEST_BYTES = 2_000, 6_000


def test_a_stranger_sends_no_files(client, db, bounds):
    for name in ("portal:sign_in", "portal:follow", "desk:intake_files"):
        answer = client.post(reverse(name), {"f": SimpleUploadedFile("a.pdf", HEAVY), "ma": "1"})
        assert answer.status_code == 400 or answer.headers["Location"].startswith("/dang-nhap/")


def test_nothing_of_it_is_read_for_a_stranger(client, db, bounds, monkeypatch):
    monkeypatch.setattr("motcua.project.uploads.BoundedUpload.receive_data_chunk", pytest.fail)

    assert client.post(reverse("portal:follow"), {"f": SimpleUploadedFile("a.pdf", HEAVY)}).status_code == 400


def test_an_officer_sends_files_up_to_a_bound(desk, bounds):
    officer, page = client_of(desk.le), reverse("desk:intake_files")

    def send(*contents: bytes) -> int:
        files = [SimpleUploadedFile("a.pdf", content) for content in contents]
        return officer.post(page, {"intake.key": "a" * 32, "file.": files}).status_code

    assert (send(HEAVY), send(HEAVY, HEAVY)) == (200, 400)
