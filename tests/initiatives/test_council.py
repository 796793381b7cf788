"""A council: formed, scoring blind, concluding; a decision that recognises."""

from datetime import date

import pytest
from django.db import IntegrityError

from motcua.documents.services import render
from motcua.initiatives import services
from motcua.initiatives.inputs import CouncilInput, CriterionInput, MemberInput
from motcua.initiatives.models import CriteriaSet, Initiative, Recognition, Score
from motcua.initiatives.queries import (
    criteria_in_force,
    members_of,
    register,
    sheet,
    verify_rows,
    waiting_for,
)
from motcua.kernel import ledger
from motcua.organisation.access import NotAllowed
from tests.documents.reading import text_of
from tests.factories.directives import officer
from tests.factories.initiatives import (
    JANUARY,
    POINTS,
    author,
    concluded,
    council,
    days_later,
    laid,
    recognised,
    scored,
    sent,
)


@pytest.mark.parametrize("size", [1, 2])
def test_a_council_of_one_or_two_is_refused(commune, size):
    with pytest.raises(services.WrongCouncil) as refused:
        council(commune, *commune.judges[:size])

    assert str(refused.value) == (
        f"Hội đồng phải có ít nhất 3 thành viên, hiện mới có {size}. Một người không thể tự xét."
    )


def test_nobody_sits_twice_in_a_council(commune):
    with pytest.raises(services.WrongCouncil, match="chọn hai lần"):
        council(commune, commune.chair, commune.chair, commune.hanh)


def test_a_council_judges_by_the_criteria_of_its_day(commune):
    services.set_criteria(
        items=[CriterionInput(label="Tính mới", most=60), CriterionInput(label="Hiệu quả", most=40)],
        pass_mark=50, valid_from=date(2026, 6, 1), by=commune.hanh, at=JANUARY,
    )  # fmt: skip

    before = council(commune)

    assert before.criteria == CriteriaSet.objects.get(unit=None)
    assert criteria_in_force(commune.unit.pk, on=date(2026, 6, 1)).pass_mark == 50


def test_a_pass_mark_beyond_all_points_is_refused(commune):
    with pytest.raises(services.WrongPoints, match="Điểm đạt phải từ 1 đến 60"):
        services.set_criteria(
            items=[CriterionInput(label="Tính mới", most=60)],
            pass_mark=70, valid_from=date(2026, 6, 1), by=commune.hanh, at=JANUARY,
        )  # fmt: skip


def test_members_see_only_their_own_sheet_until_the_conclusion(commune):
    review = scored(commune, laid(commune, sent(commune)), *commune.judges)
    ngan, sau = commune.judges[0], commune.judges[2]

    assert [score.scored_by_id for score in sheet(review, ngan).scores] == [ngan.account_id]
    assert (sheet(review, commune.chair).scores, sheet(review, commune.hanh).scores) == ([], [])
    assert sheet(review, commune.chair).scored == 3

    scored(commune, review, commune.chair)
    concluded(commune, review)

    review.refresh_from_db()
    assert len(sheet(review, sau).scores) == 4


def test_an_author_abstains(commune):
    ngan = commune.judges[0]
    review = laid(commune, sent(commune, author(commune.ba, 50), author(ngan, 50)))

    with pytest.raises(services.AuthorAbstains) as refused:
        scored(commune, review, ngan)

    assert str(refused.value) == "Bạn là tác giả của sáng kiến này nên không chấm."
    assert not sheet(review, ngan).may_score
    assert waiting_for(ngan) == []


def test_a_council_of_authors_cannot_judge(commune):
    members = (commune.chair, commune.judges[0], commune.judges[1])
    it = sent(commune, *(author(member, share) for member, share in zip(members[:2], (50, 50), strict=True)))

    with pytest.raises(services.WrongCouncil, match="Phần lớn thành viên hội đồng là tác giả"):
        laid(commune, it, council(commune, *members))


def test_points_are_whole_and_within_their_range(commune):
    review = laid(commune, sent(commune))

    with pytest.raises(services.WrongPoints, match="Điểm “Tính mới” từ 0 đến 30"):
        scored(commune, review, novelty=31)
    with pytest.raises(services.WrongPoints) as refused:
        services.score(review_id=review.pk, points={**POINTS, "social": None}, by=commune.chair, at=JANUARY)
    assert (str(refused.value), refused.value.field) == ("Chấm điểm “Hiệu quả xã hội”.", "social")
    assert not Score.objects.exists()


def test_a_stranger_does_not_score(commune):
    with pytest.raises(NotAllowed, match="không ở trong hội đồng"):
        scored(commune, laid(commune, sent(commune)), commune.ba)


def test_a_member_may_think_again_until_the_conclusion(commune):
    review = scored(commune, laid(commune, sent(commune)))
    scored(commune, review, commune.chair, novelty=30)
    assert Score.objects.get(scored_by_id=commune.chair.account_id).total == 88

    concluded(commune, review)

    with pytest.raises(services.WrongState, match="Hội đồng đã kết luận"):
        scored(commune, review, commune.chair)


def test_the_council_concludes_only_when_all_who_came_have_scored(commune):
    review = scored(commune, laid(commune, sent(commune)), *commune.judges)
    chair = review.council.members.get(position="chair")

    with pytest.raises(services.WrongCouncil, match="Còn 1 thành viên có mặt chưa chấm"):
        concluded(commune, review)
    done = concluded(commune, review, by=commune.judges[0], absent_ids=(chair.pk,))

    assert (done.average_tenths, done.passed, done.not_present) == (830, True, "Nguyễn Văn Lâm")


def test_too_few_sheets_conclude_nothing(commune):
    review = scored(commune, laid(commune, sent(commune)), *commune.judges[:2])
    absent = review.council.members.exclude(account__in=[judge.account_id for judge in commune.judges[:2]])

    with pytest.raises(services.WrongCouncil, match="Mới có 2 trong 4 phiếu chấm"):
        concluded(commune, review, absent_ids=tuple(absent.values_list("pk", flat=True)))


def test_the_quorum_is_that_of_the_criteria_and_a_unit_that_sets_its_own_points_keeps_it(commune):
    CriteriaSet.objects.update(quorum_votes=1, quorum_of=2)
    services.set_criteria(
        items=[CriterionInput(label="Tính mới", most=100)], pass_mark=50, valid_from=date(2026, 6, 1),
        by=commune.hanh, at=JANUARY,
    )  # fmt: skip
    review = scored(commune, laid(commune, sent(commune)), commune.chair, commune.judges[0])
    absent = review.council.members.filter(scores=None).values_list("pk", flat=True)

    assert concluded(commune, review, absent_ids=tuple(absent)).passed
    assert str(criteria_in_force(commune.unit.pk, on=date(2026, 6, 1)).quorum) == "1/2"


def test_below_the_pass_mark_it_is_not_recognised(commune):
    review = scored(commune, laid(commune, sent(commune)), novelty=2)

    done = concluded(commune, review)

    assert (done.average_tenths, done.passed) == (600, False)
    assert Initiative.objects.get(pk=done.initiative_id).state == "not_recognised"
    with pytest.raises(services.WrongState, match="“Công nhận” khi sáng kiến ở trạng thái “Không công nhận”"):
        services.recognise(initiative_ids=[done.initiative_id], by=commune.chair, at=JANUARY)


def test_the_minutes_name_who_came_and_the_mean_but_nobodys_points(commune):
    review = concluded(commune, scored(commune, laid(commune, sent(commune))))

    text = text_of(render(review.paper))

    for part in (
        "Số: 01/BB-HĐSK", "Phan Thị Kim Ngân – Thư ký", "Tác giả: Trần Văn Ba, Công chức (100 %).",
        "Hội đồng chấm kín bằng 04 phiếu trên 04 người được chấm", "ít nhất 2/3 số phiếu",
        "Sáng kiến đạt 83 điểm, mức đạt là 70 điểm.",
    ):  # fmt: skip
        assert part in text


def test_an_initiative_that_passed_is_recognised_by_a_decision_and_a_certificate(commune):
    recognition = recognised(commune)

    assert recognition.initiative.state == "recognised" if recognition.initiative.refresh_from_db() else True
    assert (recognition.number, recognition.level) == ("01/QĐ-UBND", "base")
    decision, certificate = text_of(render(recognition.decision)), text_of(render(recognition.certificate))
    assert "Công nhận 01 sáng kiến năm 2026 có tên trong danh sách kèm theo." in decision
    assert "Trần Văn Ba, Công chức (100 %)" in decision
    assert "Theo Quyết định số 01/QĐ-UBND ngày 22/01/2026" in certificate
    (line,) = register([commune.unit.pk], 2026)
    assert (line.level, line.decision, line.score_tenths) == ("Cấp cơ sở", "01/QĐ-UBND, 22/01/2026", 830)


def test_a_deputy_signs_for_the_chair(commune):
    deputy = officer(commune.unit, "commune_leader", name="Phan Thanh Tùng", title="Phó Chủ tịch UBND")
    review = concluded(commune, scored(commune, laid(commune, sent(commune))))

    (recognition,) = services.recognise(initiative_ids=[review.initiative_id], by=deputy, at=days_later(10))

    for paper in (recognition.decision, recognition.certificate):
        assert "KT. CHỦ TỊCH" in text_of(render(paper))
    assert "KT. CHỦ TỊCH" not in text_of(render(review.paper))


def test_minutes_name_the_chair_first_then_the_secretary(commune):
    members = (commune.judges[0], commune.chair, commune.judges[1])
    words = CouncilInput(
        name="Hội đồng sáng kiến",
        year=2026,
        formed_on=JANUARY.date(),
        members=tuple(
            MemberInput(account_id=member.account_id, position=position)
            for member, position in zip(members, ("member", "chair", "secretary"), strict=True)
        ),
    )

    formed = services.form_council(facts=words, by=commune.hanh, at=JANUARY)

    assert [member.position for member in members_of(formed)] == ["chair", "secretary", "member"]


def test_one_decision_recognises_several(commune):
    council_ = council(commune)
    reviews = [
        concluded(commune, scored(commune, laid(commune, sent(commune, title=title), council_)))
        for title in ("Cách làm thứ nhất", "Cách làm thứ hai")
    ]

    made = services.recognise(
        initiative_ids=[review.initiative_id for review in reviews], by=commune.chair, at=JANUARY
    )

    assert len({it.decision_id for it in made}) == 1
    assert [it.certificate.number for it in made] == ["01/GCN-SK", "02/GCN-SK"]


def test_only_the_leader_recognises_and_only_after_the_council(commune):
    review = scored(commune, laid(commune, sent(commune)))
    with pytest.raises(services.WrongState, match="chưa được hội đồng của đơn vị kết luận đạt"):
        services.recognise(initiative_ids=[review.initiative_id], by=commune.chair, at=JANUARY)
    concluded(commune, review)

    with pytest.raises(NotAllowed, match="Việc này dành cho: Chủ tịch"):
        services.recognise(initiative_ids=[review.initiative_id], by=commune.hanh, at=JANUARY)

    assert not Recognition.objects.exists()


def test_the_leader_may_refuse_what_the_council_proposed_with_a_reason(commune):
    review = scored(commune, laid(commune, sent(commune)))
    act = {"initiative_id": review.initiative_id, "by": commune.chair, "at": JANUARY}
    with pytest.raises(services.WrongState, match="Hội đồng chưa kết luận"):
        services.refuse_recognition(reason="Trùng với năm trước", **act)
    concluded(commune, review)

    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        services.refuse_recognition(reason=" ", **act)
    with pytest.raises(NotAllowed, match="Việc này dành cho: Chủ tịch"):
        services.refuse_recognition(reason="Không", **{**act, "by": commune.hanh})

    assert services.refuse_recognition(reason="Trùng với năm trước", **act).state == "not_recognised"


def test_the_whole_way_stands_in_the_ledger(commune):
    it = recognised(commune).initiative

    assert [entry.verb for entry in ledger.entries(it.stream)] == [
        "register", "submit", "start_evaluation", "score", "score", "score", "score", "conclude", "recognise",
    ]  # fmt: skip
    assert list(verify_rows()) == []


def test_what_is_changed_behind_the_ledger_is_found(commune):
    it = recognised(commune).initiative
    Initiative.objects.filter(pk=it.pk).update(title="Tên khác")

    (fault,) = verify_rows()

    assert fault.sentence == f"{it.code} Tên khác đã bị sửa ngoài sổ cái: tên mô hình, sáng kiến."


def test_a_sheet_that_was_changed_or_taken_away_behind_the_ledger_is_found(commune):
    scores = list(recognised(commune).initiative.review.scores.order_by("pk"))
    Score.objects.filter(pk=scores[0].pk).update(points={**scores[0].points, "novelty": 0})
    scores[1].delete()

    changed, gone = verify_rows()

    assert str(scores[0].member.account) in changed.sentence
    assert "không như trong sổ cái" in gone.sentence


def test_the_database_refuses_a_conclusion_without_minutes(commune):
    review = laid(commune, sent(commune))

    with pytest.raises(IntegrityError, match="review_conclusion_is_whole"):
        type(review).objects.filter(pk=review.pk).update(passed=True, average_tenths=900)
