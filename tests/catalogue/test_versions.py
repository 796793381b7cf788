from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from msgspec.structs import replace

from motcua.catalogue import queries, services
from motcua.catalogue.models import ProcedureVersion
from motcua.kernel.refusals import Refusal
from tests.factories.catalogue import ProcedureVersionFactory, shipped_definition

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def publish(name, valid_from):
    definition = replace(shipped_definition("birth_registration"), name_vi=name)
    return services.publish_version(definition=definition, valid_from=valid_from, by_id=None, at=AT)


def test_a_new_version_ends_the_one_before_the_day_before():
    first = ProcedureVersionFactory(valid_from=date(2018, 6, 21))

    second = publish("Đăng ký khai sinh mới", date(2027, 3, 1))

    first.refresh_from_db()
    assert first.valid_to == date(2027, 2, 28)
    assert (second.number, second.valid_to) == (2, None)


def test_each_day_finds_the_version_of_that_day():
    first = ProcedureVersionFactory(valid_from=date(2018, 6, 21))
    second = publish("Đăng ký khai sinh mới", date(2027, 3, 1))

    assert queries.in_force("birth_registration", date(2027, 2, 28)) == first
    assert queries.in_force(second.procedure, date(2027, 3, 1)) == second
    assert (
        queries.in_force("birth_registration", date(2027, 3, 1)).definition.name_vi == "Đăng ký khai sinh mới"
    )


def test_a_repealed_procedure_is_refused_with_its_last_day():
    ProcedureVersionFactory(valid_from=date(2018, 6, 21))

    services.repeal(slug="birth_registration", last_day=date(2026, 6, 30))

    assert queries.in_force("birth_registration", date(2026, 6, 30))
    with pytest.raises(Refusal, match=r"“Đăng ký khai sinh” hết hiệu lực sau ngày 30/06/2026"):
        queries.in_force("birth_registration", date(2026, 7, 1))


def test_a_procedure_that_begins_later_is_refused_with_its_first_day():
    ProcedureVersionFactory(valid_from=date(2027, 3, 1))

    with pytest.raises(Refusal, match="có hiệu lực từ ngày 01/03/2027"):
        queries.in_force("birth_registration", date(2026, 11, 22))


def test_an_unknown_procedure_is_refused():
    with pytest.raises(Refusal, match="Không có thủ tục này"):
        queries.in_force("flying_licence", date(2026, 11, 22))


def test_a_version_may_not_begin_on_or_before_the_day_of_another():
    ProcedureVersionFactory(valid_from=date(2026, 1, 1))

    with pytest.raises(Refusal, match="đã có bản hiệu lực từ ngày 01/01/2026"):
        publish("Sớm quá", date(2026, 1, 1))


def test_a_published_version_cannot_be_changed_or_removed():
    version = ProcedureVersionFactory()

    version.name = "Tên khác"
    with pytest.raises(Refusal, match="không sửa được"):
        version.save()
    with pytest.raises(Refusal, match="không xóa được"):
        version.delete()


def test_the_database_refuses_two_open_versions():
    version = ProcedureVersionFactory(valid_from=date(2018, 6, 21))

    with pytest.raises(IntegrityError), transaction.atomic():
        ProcedureVersionFactory(procedure=version.procedure, number=2, valid_from=date(2026, 1, 1))


def test_a_definition_with_a_fault_is_not_published(catalogue):
    good = shipped_definition("certified_copy")
    fee = replace(
        good.fee, items=(replace(good.fee.items[0], quantity=replace(good.fee.items[0].quantity, rows="x")),)
    )

    with pytest.raises(Refusal, match=r"“certified_copy” chưa công bố được.*không có ô “x”"):
        services.publish_version(
            definition=replace(good, fee=fee), valid_from=date(2027, 1, 1), by_id=None, at=AT
        )


def test_a_step_for_an_unknown_role_is_not_published(catalogue):
    stay = shipped_definition("stay_notification")
    steps = (replace(stay.steps[0], role="wizard"),)

    with pytest.raises(Refusal, match="bước 1: không có vai trò “wizard”"):
        services.publish_version(
            definition=replace(stay, steps=steps), valid_from=date(2027, 1, 1), by_id=None, at=AT
        )


def test_a_new_list_of_choices_leaves_versions_that_were_published_before_alone(catalogue):
    before = queries.in_force("marital_status_certificate", date(2026, 11, 22)).definition
    fewer = before.lookups["marital_status"][:2]

    services.publish_lookup(name="marital_status", options=fewer, valid_from=date(2027, 1, 1))
    services.publish_version(
        definition=replace(before, lookups={}), valid_from=date(2027, 1, 1), by_id=None, at=AT
    )

    after = queries.in_force("marital_status_certificate", date(2027, 1, 1)).definition
    old = queries.in_force("marital_status_certificate", date(2026, 12, 31)).definition
    assert [len(d.lookups["marital_status"]) for d in (old, after)] == [4, 2]


def test_loading_the_catalogue_twice_changes_nothing(catalogue):
    before = list(ProcedureVersion.objects.order_by("pk").values_list("pk", "content_hash", "valid_to"))

    assert services.load_catalogue(at=AT) == 0
    assert (
        list(ProcedureVersion.objects.order_by("pk").values_list("pk", "content_hash", "valid_to")) == before
    )
    assert len(before) == 44


def test_loading_leaves_a_version_that_the_office_published_alone(catalogue, django_user_model):
    officer = django_user_model.objects.create(username="tuphap", display_name="Trần Văn Tâm")
    definition = replace(
        shipped_definition("stay_notification"), name_vi="Thông báo lưu trú (sửa)", lookups={}
    )
    services.publish_version(definition=definition, valid_from=date(2026, 12, 1), by_id=officer.pk, at=AT)

    assert services.load_catalogue(at=datetime(2027, 1, 5, tzinfo=UTC)) == 0
    assert queries.in_force("stay_notification", date(2027, 1, 6)).name == "Thông báo lưu trú (sửa)"


def test_procedures_are_listed_by_field_of_work(catalogue):
    certified = queries.procedures_in_force(date(2026, 11, 22), field="chung_thuc")

    assert {version.procedure.slug for version in certified} == {
        "certified_copy",
        "certified_signature",
        "certified_transaction",
        "copy_from_master_register",
        "certified_inheritance_refusal",
        "certified_will",
    }
