"""What an installation is made from: no demonstration in earnest, no half backup, a folder of its own."""

import json
import zipfile
from datetime import UTC, datetime

import pytest
from django.conf import settings as configured
from django.db import connection

from motcua.kernel.refusals import Refusal
from motcua.project import backup, serving
from motcua.project.demo.office import PORTAL
from tests.factories.identity import AccountFactory


def test_the_demonstration_is_not_served_in_earnest(db, settings):
    AccountFactory(username=PORTAL)
    settings.DEMO = False

    with pytest.raises(Refusal, match="dữ liệu minh họa"):
        serving.require_demonstration_apart()


def test_the_demonstration_is_served_as_one_and_an_office_in_earnest(db, settings):
    serving.require_demonstration_apart()
    settings.DEMO = False

    serving.require_demonstration_apart()


def test_the_data_folder_is_made_for_its_owner_alone(settings, tmp_path, monkeypatch):
    for later in ("migrate_if_needed", "require_demonstration_apart", "collect_static_if_needed"):
        monkeypatch.setattr(serving, later, lambda: None)
    settings.DATA_DIR = tmp_path / "var"

    serving.get_ready()

    assert settings.DATA_DIR.stat().st_mode & 0o077 == 0


def test_a_backup_without_its_database_is_refused_before_anything_is_touched(db, tmp_path):
    manifest = {
        "version": "1", "engine": connection.vendor, "made_at": datetime.now(UTC).isoformat(), "newest_seal": "",
        "parts": {},
    }  # fmt: skip
    with zipfile.ZipFile(tmp_path / "half.zip", "w") as half:
        half.writestr(backup.MANIFEST, json.dumps(manifest))

    with pytest.raises(Refusal, match="không phải là bản sao lưu còn nguyên vẹn"):
        backup.restore(tmp_path / "half.zip", replace=True, at=datetime.now(UTC))


def test_sign_in_has_no_second_way_around_the_lock():
    assert configured.AUTHENTICATION_BACKENDS == [
        "axes.backends.AxesStandaloneBackend",
        "django.contrib.auth.backends.ModelBackend",
    ]
