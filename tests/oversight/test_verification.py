"""What is changed behind the services is found."""

from motcua.oversight.models import AwardRound, BacklogBlock, Commendation, Inspection
from motcua.oversight.queries import verify_rows
from motcua.project.numbering import verify_book
from tests.factories.oversight import decided, inspection_started, minuted, registered


def test_what_the_services_did_is_without_fault(district):
    decided(district)
    minuted(district)
    registered(district)

    assert list(verify_rows()) == []
    assert list(verify_book(f"book:{district.unit.pk}:outgoing:2021")) == []
    assert list(verify_book(f"book:{district.unit.pk}:awards:2021")) == []


def test_changes_behind_the_services_are_named(district):
    decision = decided(district)
    Commendation.objects.filter(decision=decision, kind="individual").update(recipient="Lê Văn Năm")
    Inspection.objects.filter(pk=inspection_started(district).pk).update(kind="planned")
    BacklogBlock.objects.filter(pk=registered(district).pk).update(volume_dm=1)

    sentences = [fault.sentence for fault in verify_rows()]

    assert [sentence.split(".")[0] for sentence in sentences] == [
        f"cuộc kiểm tra công vụ {Inspection.objects.get().pk} đã bị sửa ngoài sổ cái: hình thức".replace(
            "C", "c"
        ),
        "Phông Ủy ban nhân dân xã An Hiệp (1998–2015) đã bị sửa ngoài sổ cái: khối lượng (dm giá)",
        "Giấy khen số 02/2021 của Quyết định 01/QĐ-UBND không như trong sổ cái",
    ]


def test_a_row_that_is_gone_is_missed(district):
    registered(district)
    BacklogBlock.objects.all().delete()

    (fault,) = verify_rows()

    assert "khối tài liệu tồn đọng" in fault.sentence
    assert not AwardRound.objects.exists()
