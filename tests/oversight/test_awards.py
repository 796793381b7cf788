"""Commendations: proposed with figures, voted on, decided, numbered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.directives.services import issue_directive
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from motcua.organisation.quorum import Quorum
from motcua.oversight import queries, services
from motcua.oversight.council_rules import council_rule_on
from motcua.oversight.grounds import grounds_on
from motcua.oversight.inputs import MemberInput
from motcua.oversight.models import AwardCouncil, AwardDecision, AwardVote, Commendation, Proposal
from motcua.oversight.tally import Tally
from tests.factories.directives import planned
from tests.factories.oversight import (
    MORNING,
    agreed,
    council,
    decided,
    figure,
    office,
    opened,
    person,
    proposed,
    reviewing,
    voters,
)

TWO_THIRDS = Quorum(2, 3)


def propose(district, award_round, *rows, **changes):
    return services.propose(
        **{"round_id": award_round.pk, "rows": rows, "by": district.hanh, "at": MORNING, **changes}
    )


def form(district, award_round, members):
    return services.form_award_council(round_id=award_round.pk, members=members, by=district.hanh, at=MORNING)


def test_a_proposal_keeps_the_figures_that_speak_for_it(district):
    proposal = proposed(district, office()).proposals.get()

    assert proposal.evidence == [
        {"label": "Khai sinh lưu động", "value": 26, "source": "Báo cáo mô hình quý IV/2020"}
    ]


def test_a_list_with_broken_lines_is_refused_whole_and_each_line_is_named(district):
    rows = office(), person(name=" "), person("Lê Văn Năm", evidence=(figure(source=""),))

    with pytest.raises(services.Incomplete, match=r"Dòng 2: ghi tên.* Dòng 3: số liệu “Khai sinh lưu động”"):
        propose(district, opened(district), *rows)
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (office(kind="team"), "chọn tập thể hoặc cá nhân"),
        (office(achievement=""), "ghi thành tích của Ủy ban nhân dân thị trấn"),
        (office(bonus_vnd=-1), "không thể dưới 0 đồng"),
        (office(achievement="a" * 501), "giấy khen không đủ chỗ"),
        (office(evidence=(figure(label=""),)), "số liệu phải có tên và giá trị"),
    ],
)
def test_what_cannot_be_printed_is_not_proposed(district, row, sentence):
    with pytest.raises(services.Incomplete, match=sentence):
        propose(district, opened(district), row)


def test_an_empty_list_is_refused(district):
    with pytest.raises(services.Incomplete, match="ít nhất một tập thể hoặc cá nhân"):
        propose(district, opened(district))


def test_nobody_is_proposed_twice(district):
    award_round = proposed(district, office())

    with pytest.raises(services.NamedTwice, match="Dòng 2: Ủy ban nhân dân thị trấn Cái Tàu Hạ đã có"):
        propose(district, award_round, person(), office())
    assert award_round.proposals.count() == 1


def test_who_was_withdrawn_can_be_proposed_again(district):
    award_round = proposed(district, office())
    services.withdraw_proposal(
        proposal_id=award_round.proposals.get().pk, reason="Ghi nhầm", by=district.hanh, at=MORNING
    )

    propose(district, award_round, office())

    assert [row.proposal.withdrawn_at for row in queries.judged(award_round)] == [None]


def test_a_round_needs_its_words_and_a_unit_that_exists(district):
    with pytest.raises(services.Incomplete, match="khen về việc gì"):
        opened(district, title=" ")
    with pytest.raises(services.Incomplete, match="năm hoặc giai đoạn"):
        opened(district, period="")
    with pytest.raises(services.UnitNotThere, match="Huyện Châu Thành không hoạt động vào ngày 01/07/2025"):
        opened(district, MORNING.replace(year=2025, month=7, day=1))


def test_a_round_is_not_opened_twice_while_the_first_goes_on(district):
    first = opened(district)

    with pytest.raises(services.NamedTwice, match="Đợt khen “công tác cải cách hành chính năm 2020” đang mở"):
        opened(district, title="Công tác  cải cách hành chính năm 2020")
    services.cancel_round(round_id=first.pk, reason="Ghi nhầm", by=district.hanh, at=MORNING)
    assert opened(district).pk != first.pk


def test_nothing_is_decided_in_the_name_of_a_unit_that_ended_meanwhile(district):
    award_round = agreed(district)

    with pytest.raises(services.UnitNotThere, match="không hoạt động vào ngày 01/07/2025"):
        services.decide(
            round_id=award_round.pk, by=district.chair, at=MORNING.replace(year=2025, month=7, day=1)
        )
    assert not Commendation.objects.exists()


def test_a_commune_does_not_propose_in_the_name_of_the_district(district):
    with pytest.raises(NotAllowed, match="của huyện Châu Thành"):
        opened(district, by=district.head_of_town, unit_id=district.unit.pk)


def test_a_council_of_one_or_two_is_refused(district):
    award_round = proposed(district)

    with pytest.raises(services.CouncilTooSmall, match="ít nhất 3 người, hiện mới có 1"):
        form(district, award_round, council(district)[:1])
    with pytest.raises(services.CouncilTooSmall, match="hiện mới có 2"):
        form(district, award_round, council(district)[:2])


def test_a_council_has_one_head_and_nobody_twice(district):
    award_round = proposed(district)
    chair, *others = council(district)

    with pytest.raises(services.Incomplete, match="đúng một chủ tịch"):
        form(district, award_round, [MemberInput(account_id=chair.account_id), *others])
    with pytest.raises(services.NamedTwice, match="Phạm Tấn Xiếu đã có trong danh sách"):
        form(district, award_round, [chair, chair, *others])


def test_a_council_is_not_called_for_an_empty_list(district):
    with pytest.raises(services.Incomplete, match="Chưa có đề nghị nào"):
        form(district, opened(district), council(district))


def test_a_list_is_closed_once_the_council_has_it(district):
    with pytest.raises(services.WrongState, match="đã có hội đồng đang xét"):
        propose(district, reviewing(district), person("Lê Văn Năm"))


def test_only_members_vote_and_each_once(district):
    award_round = reviewing(district, office())
    ballots = {award_round.proposals.get().pk: True}
    services.vote(round_id=award_round.pk, ballots=ballots, by=district.hanh, at=MORNING)

    with pytest.raises(services.CannotVote, match="đã bỏ phiếu cho Ủy ban nhân dân thị trấn"):
        services.vote(round_id=award_round.pk, ballots=ballots, by=district.hanh, at=MORNING)
    with pytest.raises(NotAllowed, match="không có trong hội đồng"):
        services.vote(round_id=award_round.pk, ballots=ballots, by=district.ba, at=MORNING)
    assert AwardVote.objects.count() == 1


def test_a_ballot_names_proposals_of_this_round_or_nothing_is_kept(district):
    award_round = reviewing(district, office())
    known = award_round.proposals.get().pk

    for ballots in ({}, {known: True, known + 1000: True}):
        with pytest.raises(services.CannotVote, match="từng đề nghị có trong danh sách"):
            services.vote(round_id=award_round.pk, ballots=ballots, by=district.hanh, at=MORNING)
    assert not AwardVote.objects.exists()


def test_nobody_votes_on_themselves_and_the_others_suffice(district):
    award_round = reviewing(district, person("Lê Thị Hạnh", account_id=district.hanh.account_id))
    ballots = {award_round.proposals.get().pk: True}

    with pytest.raises(services.CannotVote, match="không bỏ phiếu cho chính mình"):
        services.vote(round_id=award_round.pk, ballots=ballots, by=district.hanh, at=MORNING)
    for voter in (district.chair, district.head_of_town):
        services.vote(round_id=award_round.pk, ballots=ballots, by=voter, at=MORNING)

    assert queries.judged(award_round)[0].tally == Tally(entitled=2, agrees=2, declines=0, quorum=TWO_THIRDS)


@pytest.mark.parametrize(
    "written",
    [
        {"unit": True, "title": "Công chức"},
        {"title": "Chuyên viên Phòng Nội vụ"},
        {"title": "Công chức huyện Châu Thành"},
        {"title": "Cán bộ văn hóa – xã hội"},
        {"title": ""},
        {"name": "Bà LÊ THỊ HẠNH", "unit": True},
    ],
)
def test_a_member_proposed_by_name_and_unit_does_not_vote_on_herself(district, written):
    unit_id = district.home_affairs.pk if written.get("unit") else None
    changes = {key: words for key, words in written.items() if key != "unit"}
    row = person(**{"name": "Lê Thị Hạnh", "unit_id": unit_id, **changes})
    award_round = reviewing(district, row)

    with pytest.raises(services.CannotVote, match="không bỏ phiếu cho chính mình"):
        services.vote(
            round_id=award_round.pk,
            ballots={award_round.proposals.get().pk: True},
            by=district.hanh,
            at=MORNING,
        )
    assert queries.judged(award_round)[0].tally.entitled == 2
    assert not queries.council_waits_for(district.hanh).exists()


def test_a_namesake_elsewhere_and_the_own_office_keep_nobody_from_voting(district):
    namesake = person("Lê Thị Hạnh", unit_id=district.an_hiep.pk)
    by_words = person("Lê Thị Hạnh", title="Văn thư xã An Khánh, huyện Châu Thành")
    own_office = office("Lê Thị Hạnh", unit_id=district.home_affairs.pk)
    award_round = reviewing(district, namesake, by_words, own_office)

    ballots = dict.fromkeys(award_round.proposals.values_list("pk", flat=True), True)
    services.vote(round_id=award_round.pk, ballots=ballots, by=district.hanh, at=MORNING)

    assert [row.tally.entitled for row in queries.judged(award_round)] == [3, 3, 3]


def test_nothing_is_decided_before_the_council_has_voted(district):
    award_round = reviewing(district, office())

    with pytest.raises(services.NotVoted, match="còn thiếu ít nhất 2 phiếu"):
        services.decide(round_id=award_round.pk, by=district.chair, at=MORNING)
    assert not Commendation.objects.exists()


def test_only_those_to_whom_the_council_agreed_are_commended(district):
    award_round = reviewing(district)
    town, tu = award_round.proposals.order_by("pk")
    for voter in voters(district):
        services.vote(round_id=award_round.pk, ballots={town.pk: True, tu.pk: False}, by=voter, at=MORNING)

    decision = services.decide(round_id=award_round.pk, by=district.chair, at=MORNING)

    assert [one.recipient for one in decision.commendations.all()] == [town.name]


def test_when_nobody_passes_there_is_no_decision(district):
    award_round = reviewing(district, office())
    ballots = {award_round.proposals.get().pk: False}
    for voter in voters(district):
        services.vote(round_id=award_round.pk, ballots=ballots, by=voter, at=MORNING)

    with pytest.raises(services.NobodyPassed, match="không đồng ý khen ai"):
        services.decide(round_id=award_round.pk, by=district.chair, at=MORNING)


def test_the_chair_decides_not_who_proposed(district):
    with pytest.raises(NotAllowed, match="dành cho: Chủ tịch"):
        services.decide(round_id=agreed(district).pk, by=district.hanh, at=MORNING)


def test_a_decision_takes_the_next_line_of_the_book_of_outgoing_texts(district):
    letter = issue_directive(directive_id=planned(district, at=MORNING).pk, by=district.chair, at=MORNING)

    decision = decided(district)

    assert (letter.number, decision.number) == ("01/UBND-NV", "02/QĐ-UBND")


def test_certificates_are_numbered_in_their_book_collectives_first(district):
    decision = decided(district, person(), office())

    lines = decision.commendations.order_by("book_sequence")

    assert [(one.code, one.kind) for one in lines] == [("01/2021", "collective"), ("02/2021", "individual")]


def test_numbers_go_on_through_the_year_and_begin_anew_with_the_next(district):
    codes = [
        [one.code for one in decided(district, at=at).commendations.order_by("book_sequence")]
        for at in (MORNING, MORNING + timedelta(days=60), MORNING + timedelta(days=365))
    ]

    assert codes == [["01/2021", "02/2021"], ["03/2021", "04/2021"], ["01/2022", "02/2022"]]


def test_a_revoked_certificate_keeps_its_number(district):
    first = decided(district).commendations.order_by("pk")[0]
    services.revoke_commendation(
        commendation_id=first.pk, reason="Phát hiện báo cáo sai", by=district.chair, at=MORNING
    )

    decided(district)

    book = queries.award_book(district.unit.pk, 2021)
    assert [one.code for one in book] == ["01/2021", "02/2021", "03/2021", "04/2021"]
    assert first not in queries.commendations([district.unit.pk])
    with pytest.raises(services.WrongState, match="số 01/2021 đã thu hồi rồi"):
        services.revoke_commendation(commendation_id=first.pk, reason="x", by=district.chair, at=MORNING)


def test_a_round_is_decided_once_and_not_stopped_after(district):
    decision = decided(district)

    with pytest.raises(services.WrongState, match="đã có quyết định"):
        services.decide(round_id=decision.round_id, by=district.chair, at=MORNING)
    with pytest.raises(services.WrongState, match="đã có quyết định"):
        services.cancel_round(round_id=decision.round_id, reason="x", by=district.hanh, at=MORNING)
    assert AwardDecision.objects.count() == 1


def test_a_round_is_stopped_with_a_reason(district):
    award_round = opened(district)

    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        services.cancel_round(round_id=award_round.pk, reason=" ", by=district.hanh, at=MORNING)
    stopped = services.cancel_round(round_id=award_round.pk, reason="Trùng đợt", by=district.hanh, at=MORNING)
    assert stopped.state == "cancelled"


def test_the_list_is_submitted_under_a_number_of_the_office(district):
    award_round = agreed(district)

    row = services.submit_awards(round_id=award_round.pk, symbol="TTr-UBND", by=district.chair, at=MORNING)

    assert row.submission.number == "01/TTr-UBND"
    assert row.submission.data["rows"][0]["evidence"] == [
        "Khai sinh lưu động: 26 (Báo cáo mô hình quý IV/2020)"
    ]
    with pytest.raises(services.WrongState, match="đã có tờ trình"):
        services.submit_awards(round_id=award_round.pk, symbol="TTr", by=district.chair, at=MORNING)


def test_the_decision_says_who_is_commended_for_what_on_whose_proposal(district):
    decision = decided(district, office(), person(bonus_vnd=1_000_000))

    paper = decision.paper.data
    assert paper["authority"] == "Chủ tịch Ủy ban nhân dân huyện Châu Thành"
    assert paper["about"] == (
        "Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc trong "
        "công tác cải cách hành chính năm 2020"
    )
    assert paper["grounds"][-1] == "Theo đề nghị của Hội đồng Thi đua – Khen thưởng huyện Châu Thành."
    assert "Tặng Giấy khen cho 01 tập thể và 01 cá nhân" in paper["articles"][0]["value"]
    assert "1.000.000 đồng" in paper["articles"][1]["value"]


def test_everything_is_in_the_ledger_and_announced(district):
    decision = decided(district)

    verbs = [entry.verb for entry in ledger.entries(decision.round.stream)]

    assert verbs == ["open_round", "propose", "form_council", "vote", "vote", "vote", "decide"]
    news = Event.objects.get(name="awards.decided").payload
    assert (news["number"], news["commendations"]) == ("01/QĐ-UBND", 2)


def test_the_laws_cited_are_those_of_the_day():
    assert "26 tháng 11 năm 2003" in " ".join(grounds_on(date(2021, 2, 3)))
    assert "15 tháng 6 năm 2022" in " ".join(grounds_on(date(2026, 11, 22)))
    assert len(grounds_on(date(2021, 2, 3))) == len(grounds_on(date(2026, 11, 22))) == 3


def test_a_council_keeps_the_quorum_of_the_day_it_was_formed(district):
    award_round = reviewing(district)
    ballots = dict.fromkeys(award_round.proposals.values_list("pk", flat=True), True)
    services.vote(round_id=award_round.pk, ballots=ballots, by=district.chair, at=MORNING)

    assert award_round.council.quorum == council_rule_on(MORNING.date()).quorum == TWO_THIRDS
    assert {row.tally.missing for row in queries.judged(award_round)} == {1}
    AwardCouncil.objects.update(quorum_votes=1)
    assert {row.tally.missing for row in queries.judged(award_round)} == {0}


def test_the_first_rule_holds_from_the_day_of_the_first_law():
    assert council_rule_on(date(2004, 7, 1)).valid_from == date(2004, 7, 1)
    with pytest.raises(ValueError, match="empty"):
        council_rule_on(date(2004, 6, 30))


@given(entitled=st.integers(1, 40), votes=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_who_passes_has_more_than_half_of_all_and_two_thirds_have_voted(entitled, votes):
    agrees, declines = votes
    tally = Tally(entitled=entitled, agrees=agrees, declines=declines, quorum=TWO_THIRDS)

    if agrees + declines <= entitled and tally.passes:
        assert 3 * (agrees + declines) >= 2 * entitled
        assert 2 * agrees > entitled
        assert agrees > declines
