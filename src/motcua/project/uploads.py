"""How much one request may send."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler

from motcua.project.refused import TooMuch


class BoundedUpload(FileUploadHandler):
    """Refuse a request with files that is too large, before any of it lies on the disk.

    Who has not signed in sends no files: there the bound is that of an ordinary form.
    """

    def handle_raw_input(
        self, input_data: Any, meta: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        user = getattr(self.request, "user", None)
        known = user is not None and user.is_authenticated
        most = settings.MAX_REQUEST_BYTES if known else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if content_length > most:
            raise TooMuch(most)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
