"""What is changed behind the services is found: rounds, councils, criteria, sheets, orders of models."""

import json
from datetime import date

import pytest

from motcua.initiatives import services
from motcua.initiatives.inputs import CriterionInput
from motcua.initiatives.models import (
    Council,
    CouncilMember,
    CriteriaSet,
    Initiative,
    Recognition,
    Replication,
    Review,
    Round,
    Score,
)
from motcua.initiatives.queries import verify_cases, verify_rows
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from tests.factories.directives import FRIDAY, drafted
from tests.factories.initiatives import JANUARY, Commune, concluded, council, laid, recognised, scored, sent
from tests.factories.replication import MANDATORY, Spread, model, ordered
from tests.kernel.tampering import as_once_written, guard_lifted

pytestmark = pytest.mark.django_db


def criteria(commune: Commune) -> CriteriaSet:
    return services.set_criteria(
        items=[CriterionInput(label="Tính mới", most=60), CriterionInput(label="Hiệu quả", most=40)],
        pass_mark=50, valid_from=date(2026, 6, 1), by=commune.hanh, at=JANUARY,
    )  # fmt: skip


def again(row: Round | Council | CriteriaSet | Replication, **changes: object) -> None:
    """The row once more, slipped into the table."""
    for name, value in changes.items():
        setattr(row, name, value)
    row.pk = None
    row.save(force_insert=True)


def said() -> list[str]:
    return [fault.sentence for fault in (*verify_rows(), *verify_cases())]


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda row: Round.objects.update(closes_on=date(2026, 12, 31)), "sổ cái: nhận đến hết ngày."),
        (lambda row: row.delete(), "không thấy nữa."),
        (lambda row: again(row, year=2031), "không có trong sổ cái."),
    ],
)
def test_a_round_changed_taken_away_or_slipped_in_is_found(commune, tamper, found):
    tamper(commune.round)

    (sentence,) = said()

    assert sentence.endswith(found)


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda row: Council.objects.update(decision="Quyết định khác"), "sổ cái: nội dung."),
        (lambda row: row.members.filter(position="member").first().delete(), "sổ cái: nội dung."),
        (lambda row: row.members.filter(position="member").update(title="Chuyên gia"), "sổ cái: nội dung."),
        (lambda row: row.delete(), "không thấy nữa."),
        (lambda row: again(row), "không có trong sổ cái."),
    ],
)
def test_a_council_changed_taken_away_or_slipped_in_is_found(commune, tamper, found):
    tamper(council(commune))

    (sentence,) = said()

    assert sentence.endswith(found)


def test_a_member_slipped_into_a_council_is_found(commune):
    CouncilMember.objects.create(
        council=council(commune), account_id=commune.ba.account_id, position="member"
    )

    (sentence,) = said()

    assert sentence.endswith("đã bị sửa ngoài sổ cái: nội dung.")


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda row: CriteriaSet.objects.filter(pk=row.pk).update(pass_mark=1), "sổ cái: điểm đạt."),
        (lambda row: CriteriaSet.objects.filter(unit=None).update(pass_mark=1), "sổ cái: điểm đạt."),
        (
            lambda row: CriteriaSet.objects.filter(pk=row.pk).update(quorum_votes=1),
            "sổ cái: số phiếu cần có.",
        ),
        (lambda row: row.delete(), "không thấy nữa."),
        (lambda row: again(row, valid_from=date(2027, 1, 1)), "không có trong sổ cái."),
    ],
)
def test_criteria_changed_taken_away_or_slipped_in_are_found(commune, tamper, found):
    tamper(criteria(commune))

    (sentence,) = said()

    assert sentence.endswith(found)


def test_a_sheet_slipped_in_is_found_and_a_remark_changed_on_one(commune):
    review = scored(commune, laid(commune, sent(commune)), *commune.judges)
    first = review.scores.order_by("pk")[0]
    Score.objects.filter(pk=first.pk).update(comment="Không ai viết thế")
    first.pk, first.member = None, review.council.members.get(position="chair")
    first.save(force_insert=True)

    assert sorted(sentence.partition(": ")[2] for sentence in said()) == [
        "phiếu chấm của Nguyễn Văn Lâm không như trong sổ cái.",
        "phiếu chấm của Phan Thị Kim Ngân không như trong sổ cái.",
    ]


def test_a_conclusion_changed_and_a_review_taken_away_are_found(commune):
    review = concluded(commune, scored(commune, laid(commune, sent(commune))))
    Review.objects.update(average_tenths=990)
    assert [sentence.partition(": ")[2] for sentence in said()] == [
        "kết luận của hội đồng không như trong sổ cái."
    ]

    review.delete()

    assert [sentence.partition(": ")[2] for sentence in said()] == [
        "việc xét của hội đồng không như trong sổ cái."
    ]


def test_a_recognition_moved_to_a_higher_level_or_taken_away_is_found(commune):
    recognition = recognised(commune)
    Recognition.objects.update(level="province")
    moved = said()
    recognition.delete()

    assert [sentence.partition(": ")[2] for sentence in (*moved, *said())] == [
        "việc công nhận không như trong sổ cái."
    ] * 2


def test_the_ledger_never_says_what_a_member_gave(commune):
    review = scored(commune, laid(commune, sent(commune)))

    (entry, *_others) = ledger.entries(review.initiative.stream).filter(verb="score")

    assert set(entry.payload["details"]) == {"member", "sheet"}
    assert "novelty" not in json.dumps(entry.payload)


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda row: Replication.objects.filter(pk=row.pk).update(mandatory=False), "sổ cái: bắt buộc."),
        (lambda row: row.delete(), "không thấy nữa."),
        (lambda row: again(row, initiative=Initiative.objects.get(slug="an_thanh_3_home_service")),
         "không có trong sổ cái."),
    ],
)  # fmt: skip
def test_an_order_of_a_model_changed_taken_away_or_slipped_in_is_found(tamper, found):
    ordered(Spread())
    tamper(Replication.objects.order_by("pk")[0])

    (sentence,) = said()

    assert sentence.endswith(found)


def test_an_order_dropped_from_a_draft_is_not_missed():
    district = Spread()
    letter, dropped = drafted(district), model(MANDATORY[0])
    order = services.ReplicationOrder(initiative_id=dropped.pk)
    services.order_replication(directive_id=letter.pk, orders=[order], by=district.hanh, at=FRIDAY)
    services.drop_replication(directive_id=letter.pk, initiative_id=dropped.pk, by=district.hanh, at=FRIDAY)

    assert said() == []


def test_what_the_ledger_once_kept_less_of_is_no_fault(commune):
    concluded(commune, scored(commune, laid(commune, sent(commune)), *commune.judges, commune.chair))
    criteria(commune)
    ordered(Spread())
    points = {score.member_id: score.points for score in Score.objects.all()}
    as_once_written("content", "note", "unit_id", "basis", "fewest_members", "quorum_votes", "quorum_of")
    with guard_lifted():
        for entry in LedgerEntry.objects.filter(verb="score"):
            member = entry.payload["details"]["member"]
            entry.payload["details"] = {"member": member, "points": points[member]}
            LedgerEntry.objects.filter(pk=entry.pk).update(payload=entry.payload)
        for entry in LedgerEntry.objects.filter(verb="order"):
            LedgerEntry.objects.filter(pk=entry.pk).update(payload=entry.payload["after"])
        LedgerEntry.objects.filter(stream=CriteriaSet.objects.get(unit=None).stream).delete()

    assert said() == []
