from django.urls import reverse
from django.utils import timezone

from motcua.dossiers import services
from motcua.organisation.models import Staff
from motcua.organisation.roles import Role
from tests.factories import dossiers
from tests.surfaces.desk.office import client_of, somebody

SIGNING = "/ban-lam-viec/cho-ky/"


def to_sign(office, name="Thạch Thị Sa Rây", by=None):
    what = dossiers.single(office, applicant=somebody(name))
    return dossiers.drafted(office, what, at=office.days_ago(1))


def test_a_leader_signs_many_at_once_and_reads_what_became_of_each(office):
    ready = [to_sign(office, name) for name in ("Thạch Thị Sa Rây", "Lý Thị Cẩm Giang")]
    gone = to_sign(office, "Kim Thị Hồng Đào")
    services.sign_result(dossier_id=gone.pk, by=office.leader, at=timezone.now())

    answer = client_of(office.leader).post(SIGNING, {"ho_so": [d.pk for d in [*ready, gone]]})

    assert "Đã ký 2 trong 3 kết quả" in answer.text
    assert f"Hồ sơ {gone.short_code} không ở bước ký." in answer.text
    for dossier in ready:
        dossier.refresh_from_db()
        assert dossier.result.signed_by_id == office.leader.account_id


def test_who_received_a_dossier_reads_why_it_cannot_be_signed(office):
    Staff.objects.create(
        account_id=office.le.account_id, unit=office.unit, role=Role.COMMUNE_LEADER, valid_from="2025-07-01"
    )
    dossier = to_sign(office)

    page = client_of(office.le).get(SIGNING)
    answer = client_of(office.le).post(SIGNING, {"ho_so": [dossier.pk]})

    assert "Bạn đã tiếp nhận hồ sơ này nên không được ký kết quả của nó." in page.text
    assert f'value="{dossier.pk}" disabled' in page.text
    assert "Đã ký 0 trong 1 kết quả" in answer.text


def test_a_draft_says_its_title_and_who_prepared_it(office):
    to_sign(office)

    page = client_of(office.leader).get(SIGNING)

    assert "Quyết định 01/QĐ-UBND" in page.text
    assert "Soạn: Ngô Thanh Tùng." in page.text
    assert "Tiếp nhận: Trần Mỹ Lệ." in page.text


def test_another_leader_signs_with_an_own_block(office):
    deputy = office.officer("commune_leader", name="Phan Thanh Tùng")
    Staff.objects.filter(account=deputy.account_id).update(title_vi="Phó Chủ tịch")
    dossier = to_sign(office)

    client_of(deputy).post(SIGNING, {"ho_so": [dossier.pk]})

    dossier.refresh_from_db()
    block = dossier.result.data["signer"]
    assert (block["authority"], block["title"], block["name"]) == (
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Phan Thanh Tùng",
    )


def test_nothing_ticked_asks_for_a_choice(office):
    to_sign(office)

    answer = client_of(office.leader).post(SIGNING)

    assert answer.status_code == 422
    assert "Chưa chọn hồ sơ nào. Đánh dấu những hồ sơ cần ký." in answer.text


def test_dossiers_of_another_unit_are_neither_signed_nor_named(office):
    elsewhere = dossiers.Desk()
    dossier = dossiers.drafted(elsewhere, dossiers.single(elsewhere), at=office.days_ago(1))

    answer = client_of(office.leader).post(SIGNING, {"ho_so": [dossier.pk]})

    assert dossier.short_code not in answer.text


def test_the_counter_sees_what_waits_but_gets_no_boxes(office):
    to_sign(office)

    page = client_of(office.tam).get(reverse("desk:signing"))

    assert "Thạch Thị Sa Rây" in page.text
    assert 'type="checkbox" id="ky-' not in page.text
