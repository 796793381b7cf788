"""All data of an installation in one file, and back again.

The file is a ZIP: the database as its own tool copies it while the office works, every stored file, and a
manifest with the SHA-256 of each part and the newest seal of the ledger. Files are stored once and never
changed, so copying them after the database leaves none out.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import pysqlite3
from django.conf import settings
from django.db import connection, connections
from django.utils.translation import gettext as _

from motcua.kernel.models import Heartbeat, LedgerSeal
from motcua.kernel.refusals import Refusal
from motcua.project.health import SILENT_AFTER

MANIFEST = "manifest.json"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


class Manifest(msgspec.Struct):
    """What a backup file holds: ``parts`` maps each member's name to its SHA-256."""

    version: str
    engine: str
    made_at: datetime
    newest_seal: str
    parts: dict[str, str]


def back_up(file: Path, *, at: datetime) -> Manifest:
    """Write everything into ``file``, which appears under its name only when it is whole."""
    if file.exists():
        raise Refusal(_("Tệp %(file)s đã có. Hãy chọn tên khác.") % {"file": file})
    seal = LedgerSeal.objects.order_by("-day").first()
    manifest = Manifest(
        version=version("motcua"), engine=connection.vendor, made_at=at,
        newest_seal=f"{seal.day} {seal.hash}" if seal else "", parts={},
    )  # fmt: skip
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.touch(mode=0o600)
    try:
        with (
            tempfile.TemporaryDirectory(dir=file.parent) as folder,
            zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        ):
            copy = Path(folder) / DATABASE[connection.vendor]
            _dump(copy)
            _add(archive, manifest, copy, copy.name)
            for path in sorted(settings.FILES_DIR.rglob("*")):
                if path.is_file():
                    _add(archive, manifest, path, f"files/{path.relative_to(settings.FILES_DIR)}")
            archive.writestr(MANIFEST, msgspec.json.encode(manifest))
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _add(archive: zipfile.ZipFile, manifest: Manifest, path: Path, name: str) -> None:
    archive.write(path, name)
    with path.open("rb") as content:
        manifest.parts[name] = hashlib.file_digest(content, "sha256").hexdigest()


def _dump(target: Path) -> None:
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
        return
    connection.ensure_connection()
    copy = pysqlite3.connect(target)
    try:
        connection.connection.backup(copy)
    finally:
        copy.close()


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on our database; its password never stands on a command line."""
    database = settings.DATABASES["default"]
    places = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    login = {name: str(database[key]) for name, key in places.items() if database.get(key)}
    try:
        done = subprocess.run(
            [program, *arguments], env={**os.environ, **login}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as missing:
        raise Refusal(
            _("Máy này chưa có chương trình %(program)s của PostgreSQL.") % {"program": program}
        ) from missing
    if done.returncode:
        raise Refusal(
            _("%(program)s không xong: %(reason)s") % {"program": program, "reason": done.stderr.strip()}
        )


def restore(file: Path, *, replace: bool, at: datetime) -> Manifest:
    """Put back what ``file`` holds. Nothing is touched before every part has proved whole."""
    require_idle(at)
    if not replace and has_data():
        raise Refusal(_("Nơi này đã có dữ liệu. Muốn ghi đè thì thêm --replace; dữ liệu hiện có sẽ mất."))
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as name:
        folder = Path(name)
        manifest = _unpack(file, folder)
        _load(folder / DATABASE[manifest.engine])
        shutil.rmtree(settings.FILES_DIR, ignore_errors=True)
        if (folder / "files").is_dir():
            (folder / "files").rename(settings.FILES_DIR)
    return manifest


def require_idle(at: datetime) -> None:
    """Refuse to restore under a running server."""
    if _has_table(Heartbeat) and Heartbeat.objects.filter(at__gt=at - SILENT_AFTER).exists():
        raise Refusal(_("Máy chủ đang chạy. Hãy dừng motcua serve, chờ một phút rồi phục hồi."))


def has_data() -> bool:
    """Whether the database holds any table of ours, or the folder any file."""
    return _has_table(Heartbeat) or settings.FILES_DIR.is_dir()


def _has_table(model: Any) -> bool:
    return model._meta.db_table in connection.introspection.table_names()


def _unpack(file: Path, folder: Path) -> Manifest:
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
            archive.extractall(folder, members=manifest.parts)
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.MsgspecError) as failure:
        raise Refusal(
            _("Tệp %(file)s không phải là bản sao lưu còn nguyên vẹn.") % {"file": file}
        ) from failure
    if DATABASE.get(manifest.engine) not in manifest.parts:
        raise Refusal(_("Tệp %(file)s không phải là bản sao lưu còn nguyên vẹn.") % {"file": file})
    if manifest.engine != connection.vendor:
        words = {"theirs": manifest.engine, "ours": connection.vendor}
        raise Refusal(_("Bản sao lưu của %(theirs)s, còn cơ sở dữ liệu ở đây là %(ours)s.") % words)
    for name, wanted in manifest.parts.items():
        with (folder / name).open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != wanted:
                raise Refusal(_("Phần %(name)s của bản sao lưu đã bị sửa.") % {"name": name})
    return manifest


def _load(copy: Path) -> None:
    connections.close_all()
    if connection.vendor == "postgresql":
        _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error",
             f"--dbname={settings.DATABASES['default']['NAME']}", str(copy))  # fmt: skip
        return
    database = Path(settings.DATABASES["default"]["NAME"])
    for leftover in ("-wal", "-shm"):
        Path(f"{database}{leftover}").unlink(missing_ok=True)
    shutil.move(copy, database)
