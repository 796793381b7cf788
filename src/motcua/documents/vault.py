"""Files on the disk, each once, under the SHA-256 of its content; a file in place is always whole."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage


class TooLarge(Exception):
    """The content is larger than the limit; reading stopped there."""


@dataclass(frozen=True, slots=True)
class Received:
    """A whole content on the disk that has no place yet."""

    path: Path
    sha256: str
    size: int


def place(sha256: str) -> Path:
    """Where a content lies: ``ab/cd/abcd…`` below the root of the default storage."""
    return Path(default_storage.path(f"{sha256[:2]}/{sha256[2:4]}/{sha256}"))


@contextmanager
def receive(chunks: Iterable[bytes], *, limit: int) -> Iterator[Received]:
    """Write a content to a temporary file and hash it; what was not put in place is gone afterwards.

    Raises:
        TooLarge: more than ``limit`` bytes came.
    """
    incoming = Path(default_storage.path("incoming"))
    incoming.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=incoming)
    path = Path(name)
    try:
        digest, size = hashlib.sha256(), 0
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        yield Received(path, digest.hexdigest(), size)
    finally:
        path.unlink(missing_ok=True)


def put_in_place(received: Received) -> None:
    """Move a content to its place in one step that survives a power cut; the same content twice is one file."""
    target = place(received.sha256)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    received.path.rename(target)
    for folder in (target.parent, target.parent.parent, target.parent.parent.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
