from datetime import UTC, date, datetime

import pytest

from motcua.catalogue import queries, services, yaml_text
from motcua.catalogue.models import ProcedureVersion
from motcua.kernel.refusals import Refusal

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def bring(text):
    return services.import_yaml(text, by_id=None, at=AT)


def test_what_is_exported_is_imported_without_any_change(catalogue):
    text = services.export_yaml(ON)

    report = bring(text)

    assert (report.published, len(report.unchanged)) == ((), 44)
    assert services.export_yaml(ON) == text


def test_a_changed_line_becomes_a_new_version_and_reads_back_equal(catalogue):
    document = yaml_text.load(services.export_yaml(ON))
    stay = next(raw for raw in document["procedures"] if raw["id"] == "stay_notification")
    stay.update(name_vi="Báo lưu trú", valid_from="2027-01-01")

    report = bring(yaml_text.dump(document))

    assert report.published == ("stay_notification",)
    assert queries.in_force("stay_notification", date(2027, 1, 1)).definition.name_vi == "Báo lưu trú"
    assert "valid_from: '2027-01-01'" in services.export_yaml(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("cap_vnd: 200000", "cap_vnd: nhiều", r"“certified_copy”, chỗ fee.items\[0\].cap_vnd: cần số nguyên"),
        ("cap_vnd: 200000", "cap: 200000", r"“certified_copy”.*không có mục nào tên “cap”"),
        ("pieces: copies", "pieces: bundles", r"“certified_copy”.*bảng không có cột “bundles”"),
        (
            "when: child_birth_place_kind = health_facility",
            "when: child_birth_place_kind is home",
            r"“birth_mobile”.*không hiểu điều kiện",
        ),
        ("procedures:\n", "procedures: [\n", "không đọc được từ dòng"),
        ("procedures:\n", "procedure:\n", "thiếu mục “procedures”"),
    ],
)
def test_a_wrong_file_is_refused_naming_the_procedure_and_the_place(catalogue, old, new, sentence):
    text = services.export_yaml(ON).replace(old, new)

    with pytest.raises(Refusal, match=sentence):
        bring(text)

    assert ProcedureVersion.objects.count() == 44
