"""``motcua demo``: only in demonstration mode, never over real data, twice without harm."""

import pytest
from django.core.management import call_command
from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from tests.factories.identity import AccountFactory

UNTIL = "2026-11-20T10:30"


def test_it_says_what_it_built_where_and_as_whom(db, capsys, settings):
    settings.DEMO_PASSWORD = "thử-thôi-1234"

    call_command("demo", "--dossiers", "12", "--until", UNTIL)

    told = capsys.readouterr()
    assert "Đã dựng 12 hồ sơ" in told.out
    assert "/ban-lam-viec/" in told.out
    assert "thử-thôi-1234" in told.out
    assert "Lê Thị Kim Ngân" in told.out
    assert "noivu92" in told.out
    assert "Dựng hồ sơ" in told.err


def test_a_second_run_changes_nothing(db, capsys):
    call_command("demo", "--no-stories", "--dossiers", "5", "--until", UNTIL)
    before = set(Dossier.objects.values_list("code", "revision"))

    call_command("demo", "--dossiers", "5")

    assert set(Dossier.objects.values_list("code", "revision")) == before
    assert "không dựng lại" in capsys.readouterr().err


def test_the_same_seed_builds_the_same_dossiers_again(db):
    point = transaction.savepoint()
    call_command("demo", "--no-stories", "--dossiers", "15", "--until", UNTIL, "--seed", "7")
    first = set(Dossier.objects.values_list("code", "applicant_name", "revision"))
    transaction.savepoint_rollback(point)

    call_command("demo", "--no-stories", "--dossiers", "15", "--until", UNTIL, "--seed", "7")

    assert set(Dossier.objects.values_list("code", "applicant_name", "revision")) == first


def test_it_refuses_outside_demonstration_mode(db, settings):
    settings.DEMO = False

    with pytest.raises(Refusal, match="MOTCUA_DEMO=1"):
        call_command("demo")


def test_it_refuses_to_mix_with_real_data(db):
    AccountFactory()

    with pytest.raises(Refusal, match="không trộn"):
        call_command("demo")


def test_if_empty_leaves_real_data_alone_and_says_so(db, capsys):
    AccountFactory()

    call_command("demo", "--if-empty")

    assert not Dossier.objects.exists()
    assert "không dựng dữ liệu minh họa" in capsys.readouterr().err


def test_a_district_is_ten_communes(db):
    call_command("demo", "--no-stories", "--size", "district", "--dossiers", "60", "--until", UNTIL)

    assert Unit.objects.exclude(agency_code="").filter(valid_to=None).count() == 10
    assert Dossier.objects.values("unit").distinct().count() > 8
