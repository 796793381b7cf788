"""From content to PDF: typst with the package's own fonts and templates, data passed as JSON."""

import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import typst

from motcua.documents.papers.content import Content
from motcua.documents.papers.kinds import KINDS, content_of

_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
_PACKAGE = Path(__file__).resolve().parent
_TEMPLATES = _PACKAGE / "templates"
_FONTS = _PACKAGE.parent / "fonts"

_local = threading.local()


def render(kind: str, data: Content | Mapping[str, Any]) -> bytes:
    """Return the PDF of a paper; the same content always gives the same bytes.

    Raises:
        WrongContent: the data do not fit the kind of paper.
    """
    content = content_of(kind, data)
    day = content.issued_on or datetime.fromtimestamp(0, UTC).date()
    pdf = _compiler().compile(
        input=str(_TEMPLATES / f"{kind}.typ"),
        sys_inputs={"data": msgspec.json.encode(printed(kind, content)).decode()},
        pdf_standards=["a-2a", "ua-1"],  # for the archive, and for screen readers
        timestamp=int(datetime(day.year, day.month, day.day, tzinfo=_HANOI).timestamp()),
    )
    assert isinstance(pdf, bytes)
    return pdf


def printed(kind: str, content: Content) -> dict[str, Any]:
    """Return what the template reads: the stored keys with local times, the derived keys, the file's title."""
    stored = msgspec.to_builtins(content, builtin_types=(datetime,))
    title = " ".join(filter(None, [KINDS[kind].name_of(content), content.number]))
    return {**_in_local_time(stored), **content.derived(), "file_title": title}


def _in_local_time(value: Any) -> Any:
    """Write every instant as Hà Nội reads it: papers are local."""
    if isinstance(value, datetime):
        local = value.astimezone(_HANOI) if value.tzinfo else value
        return local.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, dict):
        return {key: _in_local_time(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_in_local_time(part) for part in value]
    return value


def _compiler() -> typst.Compiler:
    """One compiler a thread: it keeps fonts and parsed templates, and must not be shared."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(root=str(_TEMPLATES), font_paths=_fonts())
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])
