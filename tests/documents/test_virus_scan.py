import socket
import struct
import threading

import pytest

from motcua.documents.models import StoredFile
from motcua.documents.services import FileRefused
from tests.factories.documents import MORNING, stored

pytestmark = pytest.mark.django_db


class Clamd(threading.Thread):
    """A daemon that speaks INSTREAM on a real socket and calls everything with EICAR in it infected."""

    def __init__(self, path: str, answer: bytes | None = None) -> None:
        super().__init__(daemon=True)
        self.answer = answer
        self.server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.server.bind(path)
        self.server.listen()

    def run(self) -> None:
        peer, _address = self.server.accept()
        with peer, peer.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            content = b""
            while size := struct.unpack("!I", stream.read(4))[0]:
                content += stream.read(size)
            found = b"stream: Eicar-Test-Signature FOUND\0" if b"EICAR" in content else b"stream: OK\0"
            peer.sendall(self.answer or found)


@pytest.fixture
def clamd(settings, tmp_path):
    settings.CLAMD_SOCKET = str(tmp_path / "clamd.ctl")

    def start(answer: bytes | None = None) -> None:
        Clamd(settings.CLAMD_SOCKET, answer).start()

    return start


def test_without_a_scanner_the_file_is_marked_as_not_scanned(settings):
    settings.CLAMD_SOCKET = "/nowhere/clamd.ctl"

    assert stored(b"%PDF-1 not scanned").scanned_at is None


def test_a_clean_file_is_marked_as_scanned(clamd):
    clamd()

    assert stored(b"%PDF-1 clean" + b"x" * 200_000).scanned_at == MORNING


def test_an_infected_file_is_refused(clamd):
    clamd()

    with pytest.raises(FileRefused, match=r"có mã độc \(Eicar-Test-Signature\)"):
        stored(b"%PDF-1 EICAR")
    assert not StoredFile.objects.exists()


def test_a_scanner_that_gives_no_verdict_counts_as_none(clamd):
    clamd(b"INSTREAM size limit exceeded. ERROR\0")

    assert stored(b"%PDF-1 too large for it").scanned_at is None


def test_a_file_stored_before_the_scanner_came_is_marked_when_it_comes_again(settings, clamd):
    stored(b"%PDF-1 twice")
    clamd()

    assert stored(b"%PDF-1 twice").scanned_at == MORNING
