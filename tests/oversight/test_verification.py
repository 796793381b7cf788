"""What is changed behind the services is found."""

import pytest

from motcua.kernel import ledger
from motcua.oversight import services
from motcua.oversight.models import (
    AwardCouncil,
    AwardMember,
    AwardRound,
    AwardVote,
    BacklogBlock,
    Commendation,
    Inspection,
)
from motcua.oversight.queries import verify_rows
from motcua.project.numbering import verify_book
from tests.factories.oversight import (
    MORNING,
    agreed,
    decided,
    inspection_started,
    minuted,
    registered,
    reviewing,
)
from tests.kernel.tampering import as_once_written


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


def test_a_certificate_revoked_behind_the_services_is_found_and_one_revoked_by_them_is_no_fault(district):
    town, tu = decided(district).commendations.order_by("book_sequence")
    services.revoke_commendation(commendation_id=town.pk, reason="Khai sai", by=district.chair, at=MORNING)
    assert list(verify_rows()) == []
    who = {"revoked_at": MORNING, "revoked_by": district.chair.account_id, "revoked_reason": "Không rõ"}
    Commendation.objects.filter(pk=tu.pk).update(**who)

    (fault,) = verify_rows()

    assert fault.sentence.startswith("Giấy khen số 02/2021 của Quyết định 01/QĐ-UBND")


def first_vote() -> AwardVote:
    return AwardVote.objects.order_by("pk")[0]


@pytest.mark.parametrize(
    "tamper",
    [
        lambda: AwardVote.objects.filter(pk=first_vote().pk).update(agrees=False),
        lambda: AwardVote.objects.filter(pk=first_vote().pk).update(remark="Không nên"),
        lambda: first_vote().delete(),
    ],
)
def test_a_vote_changed_or_taken_away_is_found(district, tamper):
    award_round = agreed(district)
    tamper()

    (fault,) = verify_rows()

    assert fault.subject == award_round.stream
    assert fault.sentence.endswith(
        "một phiếu xét Ủy ban nhân dân thị trấn Cái Tàu Hạ không như trong sổ cái."
    )


def test_a_vote_slipped_in_is_found(district):
    award_round = reviewing(district)
    AwardVote.objects.create(
        proposal=award_round.proposals.get(kind="individual"), member=award_round.council.members.first(),
        agrees=True, voted_at=MORNING,
    )  # fmt: skip

    (fault,) = verify_rows()

    assert fault.sentence.endswith("một phiếu xét Nguyễn Thị Tư không như trong sổ cái.")


@pytest.mark.parametrize(
    "tamper",
    [
        lambda council, _by: council.members.filter(seat="head").update(title="Phó Chủ tịch"),
        lambda council, _by: council.members.filter(seat="member").delete(),
        lambda council, _by: AwardCouncil.objects.update(quorum_votes=1),
        lambda council, _by: council.delete(),
        lambda council, by: AwardMember.objects.create(council=council, account_id=by.account_id),
    ],
)
def test_a_council_changed_taken_away_or_with_a_member_slipped_in_is_found(district, tamper):
    award_round = reviewing(district)
    tamper(award_round.council, district.ba)

    (fault,) = verify_rows()

    assert fault.sentence == f"Hội đồng xét đợt khen “{award_round.title}” không như trong sổ cái."


def test_the_ledger_says_that_somebody_voted_but_not_how(district):
    award_round = agreed(district)

    (entry, *_others) = ledger.entries(award_round.stream).filter(verb="vote")

    assert set(entry.payload["details"]) == {"proposals", "votes"}
    assert not {True, False} & set(entry.payload["details"]["votes"].values())


def test_votes_and_councils_of_which_the_ledger_once_kept_no_hash_are_no_fault(district):
    decided(district)
    as_once_written("votes", "council", "quorum")

    assert list(verify_rows()) == []
