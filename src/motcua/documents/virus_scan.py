"""Ask ClamAV's daemon about a file, over its own socket (protocol INSTREAM)."""

import logging
import socket
import struct
from dataclasses import dataclass
from pathlib import Path

_CHUNK_BYTES = 64 * 1024
_TIMEOUT_SECONDS = 30

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the scanner said; ``virus`` is its name for what it found, empty for a clean file."""

    virus: str = ""


def scan(path: Path, *, socket_path: str) -> Verdict | None:
    """Return the verdict on a file, or None when there is no scanner or it gave no answer."""
    if not socket_path or not Path(socket_path).exists():
        return None
    try:
        answer = _ask(path, socket_path)
    except OSError as error:
        log.warning("clamd at %s did not answer: %s", socket_path, error)
        return None
    # "stream: OK", "stream: Eicar-Test-Signature FOUND", "INSTREAM size limit exceeded. ERROR"
    if answer.endswith(" FOUND"):
        return Verdict(virus=answer.removeprefix("stream: ").removesuffix(" FOUND"))
    if answer.endswith("OK"):
        return Verdict()
    log.warning("clamd at %s answered: %s", socket_path, answer)
    return None


def _ask(path: Path, socket_path: str) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as clamd, path.open("rb") as file:
        clamd.settimeout(_TIMEOUT_SECONDS)
        clamd.connect(socket_path)
        clamd.sendall(b"zINSTREAM\0")
        while chunk := file.read(_CHUNK_BYTES):
            clamd.sendall(struct.pack("!I", len(chunk)) + chunk)
        clamd.sendall(struct.pack("!I", 0))
        answer = b""
        while not answer.endswith(b"\0") and (part := clamd.recv(4096)):
            answer += part
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()
