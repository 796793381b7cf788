import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from tests.kernel.tampering import guard_lifted
from tests.kernel.test_outbox import NOON
from tests.processes import motcua, share_database

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(tmp_path: Path) -> dict[str, str]:
    """An installation with one line in its ledger and one stored file."""
    ledger.append("lamp:1", verb="light", payload={"số": 5}, at=NOON, by_id=7)
    folder = tmp_path / "office"
    (folder / "files" / "ab").mkdir(parents=True)
    (folder / "files" / "ab" / "abcd").write_bytes(b"giay khai sinh")
    return share_database(folder)


@pytest.fixture
def elsewhere(tmp_path: Path, office: dict[str, str]) -> Iterator[dict[str, str]]:
    """An empty place of the same kind of database."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    if connection.vendor == "sqlite":
        yield {
            **office,
            "MOTCUA_DATA_DIR": str(folder),
            "MOTCUA_DATABASE_URL": f"sqlite:///{folder}/motcua.sqlite3",
        }
        return
    name = f"{connection.settings_dict['NAME']}_elsewhere"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        yield {
            **office, "MOTCUA_DATA_DIR": str(folder),
            "MOTCUA_DATABASE_URL": office["MOTCUA_DATABASE_URL"].rpartition("/")[0] + f"/{name}",
        }  # fmt: skip
        cursor.execute(f"DROP DATABASE {name}")


def test_a_backup_restored_elsewhere_is_whole_and_verified(office, elsewhere, tmp_path):
    saved = motcua(office, "backup", str(tmp_path / "all.zip"))
    restored = motcua(elsewhere, "restore", str(tmp_path / "all.zip"))

    assert (saved.returncode, saved.stdout) == (0, f"{tmp_path}/all.zip\n")
    assert (restored.returncode, restored.stdout[:36]) == (0, "Sổ sách nguyên vẹn: 1 dòng sổ cái, 0")
    assert f"{(tmp_path / 'all.zip').stat().st_mode & 0o777:o}" == "600"
    assert (tmp_path / "elsewhere/files/ab/abcd").read_bytes() == b"giay khai sinh"
    again = motcua(elsewhere, "verify", "--json")
    assert json.loads(again.stdout)["counts"]["ledger"] == 1


def test_data_is_never_overwritten_unasked(office, tmp_path):
    motcua(office, "backup", str(tmp_path / "all.zip"))

    refused = motcua(office, "restore", str(tmp_path / "all.zip"))
    asked = motcua(office, "restore", str(tmp_path / "all.zip"), "--replace")

    assert (refused.returncode, refused.stderr) == (
        1, "Nơi này đã có dữ liệu. Muốn ghi đè thì thêm --replace; dữ liệu hiện có sẽ mất.\n"
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr


def test_a_restore_ends_with_the_faults_that_the_backup_held(office, elsewhere, tmp_path):
    with guard_lifted():
        LedgerEntry.objects.update(payload={"số": 6})
    tampered = share_database(tmp_path / "office")

    motcua(tampered, "backup", str(tmp_path / "all.zip"))
    restored = motcua(elsewhere, "restore", str(tmp_path / "all.zip"))

    assert restored.returncode == 1
    assert "Chuỗi lamp:1: dòng số 1 đã bị sửa sau khi ghi." in restored.stdout


def test_a_backup_with_a_changed_part_is_refused_before_anything_is_touched(office, elsewhere, tmp_path):
    motcua(office, "backup", str(tmp_path / "all.zip"))
    with (
        zipfile.ZipFile(tmp_path / "all.zip") as whole,
        zipfile.ZipFile(tmp_path / "forged.zip", "w") as forged,
    ):
        for name in whole.namelist():
            forged.writestr(name, whole.read(name) + (b"!" if name.startswith("files/") else b""))

    refused = motcua(elsewhere, "restore", str(tmp_path / "forged.zip"))

    assert (refused.returncode, refused.stderr) == (1, "Phần files/ab/abcd của bản sao lưu đã bị sửa.\n")
    assert not (tmp_path / "elsewhere" / "files").exists()


def test_a_file_that_is_no_backup_is_refused(elsewhere, tmp_path):
    (tmp_path / "letter.zip").write_bytes(b"Kinh gui")

    refused = motcua(elsewhere, "restore", str(tmp_path / "letter.zip"))

    assert (refused.returncode, refused.stderr) == (
        1, f"Tệp {tmp_path}/letter.zip không phải là bản sao lưu còn nguyên vẹn.\n"
    )  # fmt: skip
