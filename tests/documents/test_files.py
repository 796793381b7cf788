import hashlib
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from motcua.documents import queries, vault
from motcua.documents.media import MediaType, Unwanted, sniff
from motcua.documents.models import StoredFile
from motcua.documents.services import FileRefused
from tests.factories.documents import A_PDF, stored

pytestmark = pytest.mark.django_db

A_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
A_JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40


def archive(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


A_DOCX = archive(word__document_dot_xml=b"<w:document/>")


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    storages = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}},
    }
    settings.STORAGES = storages


def test_a_file_is_read_back_as_it_came():
    with queries.open_file(stored(A_PNG, "ảnh.png")) as file:
        assert file.read() == A_PNG


def test_an_uploaded_file_is_stored_like_bytes():
    file = stored(SimpleUploadedFile("đơn.pdf", A_PDF), "đơn.pdf")

    assert (file.sha256, file.size) == (hashlib.sha256(A_PDF).hexdigest(), len(A_PDF))


def test_the_same_content_is_stored_once_whatever_it_is_called(tmp_path):
    first, second = stored(name="giấy chứng sinh.pdf"), stored(name="bản khác.pdf")

    assert first == second
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [first.sha256]


def test_a_name_without_an_ending_gets_the_one_of_its_content():
    assert stored(A_JPEG, "hộ khẩu").safe_name("hộ khẩu") == "hộ khẩu.jpg"


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (A_PDF, "đơn.pdf", "application/pdf"),
        (A_JPEG, "IMG_0001.JPG", "image/jpeg"),
        (A_JPEG, "ảnh không đuôi", "image/jpeg"),
        (A_PNG, "ảnh.png", "image/png"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "ảnh.webp", "image/webp"),
        (b"II*\x00" + b"\0" * 20, "quét.tif", "image/tiff"),
        (A_DOCX, "đơn.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "đơn.odt",
         "application/vnd.oasis.opendocument.text"),
    ],
    ids=range(8),
)  # fmt: skip
def test_papers_photographs_and_office_files_are_taken_in(content, name, media_type):
    assert stored(content, name).media_type == media_type


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "đơn.pdf", "không có nội dung"),
        (A_JPEG, "đơn.pdf", "thật ra là ảnh JPEG. Đổi đuôi tên tệp thành .jpg"),
        (b"MZ\x90\0" + b"\0" * 60, "đơn.pdf", "chương trình máy tính"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "dấu.svg", "trang web hoặc hình SVG"),
        (b"\xef\xbb\xbf  <!doctype html><script>", "đơn.pdf", "trang web"),
        (archive(word__document_dot_xml=b"", word__vbaProject_dot_bin=b""), "đơn.docx", "tệp có macro"),
        (
            archive(mimetype=b"application/vnd.oasis.opendocument.text", Basic__x_dot_xml=b""),
            "a.odt",
            "macro",
        ),
        (archive(a=b"b"), "giấy tờ.zip", "Giải nén rồi gửi từng tệp"),
        (A_DOCX[:30], "đơn.docx", "tệp bị hỏng"),
        (b"\0\0\0\x18ftypheic", "IMG_1.heic", "ảnh HEIC của iPhone"),
        (b"\xd0\xcf\x11\xe0", "đơn.doc", "kiểu cũ"),
        ("chào bà con".encode(), "đơn.txt", "loại tệp không nhận"),
    ],
    ids=range(12),
)
def test_a_refused_file_says_what_it_is_and_leaves_nothing(tmp_path, content, name, why):
    with pytest.raises(FileRefused, match=why):
        stored(content, name)

    assert not StoredFile.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_over_the_limit_is_refused_without_reading_on(settings, tmp_path):
    settings.MAX_FILE_BYTES = 1024**2
    read = []

    class Upload(SimpleUploadedFile):
        def chunks(self, chunk_size=None):
            for _ in range(50):
                read.append(1)
                yield b"%PDF-" + b"0" * 1024**2

    with pytest.raises(FileRefused, match="lớn hơn 1 MB"):
        stored(Upload("đơn.pdf", A_PDF), "đơn.pdf")
    assert len(read) == 1


def test_an_upload_that_breaks_off_leaves_nothing(tmp_path):
    class Upload(SimpleUploadedFile):
        def chunks(self, chunk_size=None):
            yield A_PDF
            raise ConnectionError

    with pytest.raises(ConnectionError):
        stored(Upload("đơn.pdf", A_PDF), "đơn.pdf")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@given(st.binary(max_size=400))
def test_no_content_breaks_the_look_at_it(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "tệp"
    path.write_bytes(content)

    assert isinstance(sniff(path), MediaType | Unwanted)


def test_damage_on_the_disk_is_found():
    whole, changed, missing = stored(), stored(A_PNG, "a.png"), stored(A_JPEG, "b.jpg")
    vault.place(changed.sha256).write_bytes(b"x")
    vault.place(missing.sha256).unlink()

    assert set(queries.damaged_files()) == {changed, missing}
    assert whole not in queries.damaged_files()
