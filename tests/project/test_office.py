"""``motcua office``: an empty machine becomes the desk of one unit, and a second run harms nothing."""

import io

import pytest
from django.core.management import call_command
from django.utils import timezone

from motcua.catalogue.models import Procedure
from motcua.identity.models import Account
from motcua.initiatives.models import CriteriaSet, Initiative
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation import access, queries
from motcua.organisation.models import Staff, Unit
from motcua.project.demo.office import PORTAL
from tests.factories.identity import AccountFactory

pytestmark = pytest.mark.django_db
AN_THANH, CAN_THO, FORMER_DISTRICT = "31615", "92", "H-chau-thanh"


def office(capsys, *, unit: str = AN_THANH, admin: str = "Lê Văn An", **more) -> str:
    call_command("office", unit=unit, admin=admin, **more)
    return capsys.readouterr().out


def told_password(text: str) -> str:
    (line,) = [line for line in text.splitlines() if line.startswith("  Mật khẩu")]
    return line.split()[-1]


def test_an_empty_machine_becomes_the_desk_of_a_commune(capsys):
    told = office(capsys)

    administrator = Account.objects.get()
    assert "Ủy ban nhân dân xã An Thạnh (mã 31615) đã sẵn sàng." in told
    assert administrator.display_name == "Lê Văn An"
    assert administrator.check_password(told_password(told))
    assert access.officer(administrator, on=timezone.localdate()).has("administrator")
    assert Procedure.objects.count() > 40
    assert Initiative.objects.count() == 28
    assert CriteriaSet.objects.exists()
    assert Unit.objects.filter(code__startswith=f"{AN_THANH}.").count() == 9


def test_a_second_run_changes_nothing_and_tells_no_password(capsys):
    office(capsys)
    before = [
        (model, set(model.objects.values_list("pk", flat=True)))
        for model in (Account, Staff, Unit, Procedure, Initiative)
    ]
    password = Account.objects.get().password

    told = office(capsys)

    assert "mật khẩu giữ nguyên" in told
    assert Account.objects.get().password == password
    assert before == [(model, set(model.objects.values_list("pk", flat=True))) for model, _kept in before]


def test_the_history_of_the_office_begins_with_it(capsys):
    office(capsys)

    account, unit = Account.objects.get(), queries.unit(AN_THANH)
    assert [entry.verb for entry in ledger.entries(account.stream)] == ["open_account"]
    assert [entry.verb for entry in ledger.entries(unit.stream)] == ["open_divisions", "appoint"]


def test_a_password_may_come_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("một mật khẩu dài\n"))

    told = office(capsys, ask_password=True)

    assert Account.objects.get().check_password("một mật khẩu dài")
    assert "Mật khẩu " not in told


@pytest.mark.parametrize(("typed", "sentence"), [("\n", "Chưa có mật khẩu"), ("12345\n", "quá ngắn")])
def test_a_password_that_protects_nothing_is_refused(monkeypatch, capsys, typed, sentence):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    with pytest.raises(Refusal, match=sentence):
        office(capsys, ask_password=True)

    assert not Account.objects.exists()


def test_a_unit_that_nobody_knows_is_named(capsys):
    with pytest.raises(Refusal, match="Không có đơn vị nào mang mã “99999”"):
        office(capsys, unit="99999")

    assert not Unit.objects.exists()


def test_a_unit_that_has_ended_founds_no_office(capsys):
    with pytest.raises(Refusal, match="không còn hoạt động"):
        office(capsys, unit=FORMER_DISTRICT)


def test_a_province_has_no_divisions_of_a_commune(capsys):
    assert "Phòng, bộ phận       0" in office(capsys, unit=CAN_THO)


def test_the_name_of_somebody_else_is_not_taken(capsys):
    AccountFactory(username="quantri")

    with pytest.raises(Refusal, match="là của người khác"):
        office(capsys)


def test_no_office_is_founded_in_the_demonstration(capsys):
    AccountFactory(username=PORTAL)

    with pytest.raises(Refusal, match="dữ liệu minh họa"):
        office(capsys)


def test_it_says_what_is_still_to_be_set(capsys, settings):
    settings.HOME_UNIT = ""

    call_command("office", unit=AN_THANH, admin="Lê Văn An")

    assert "MOTCUA_HOME_UNIT=31615" in capsys.readouterr().err
