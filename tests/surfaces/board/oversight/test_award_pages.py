"""Commendations on the screen: opened, filled, voted on, decided, printed."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from motcua.initiatives.models import ModelCase
from motcua.oversight import services
from motcua.oversight.models import AwardRound, Proposal
from tests.factories.oversight import (
    agreed,
    decided,
    office,
    opened,
    person,
    proposed,
    reviewing,
    voters,
)
from tests.factories.replication import MOBILE, model
from tests.surfaces.board.directives.office import client_of


def page(who, where, /, *args, **data):
    address = reverse(f"board:{where}", args=args)
    client = client_of(who)
    return client.post(address, data) if data else client.get(address)


def test_a_round_is_opened_and_its_page_comes(district):
    answer = page(district.hanh, "award_round_new", title="cải cách hành chính năm 2026", period="năm 2026")

    found = AwardRound.objects.get()
    assert answer.url == reverse("board:award_round", args=[found.pk])
    assert "Thêm đề nghị" in page(district.hanh, "award_round", found.pk).text


def test_many_are_pasted_from_a_spreadsheet(district):
    found = opened(district, timezone.now())
    lines = [
        "Tập thể\tỦy ban nhân dân xã An Hiệp\t\txuất sắc năm 2026\t1.000.000\tKhai sinh\t26\tBáo cáo quý III",
        "Cá nhân; Nguyễn Thị Tư; Công chức xã An Khánh; xuất sắc năm 2026",
    ]

    page(district.hanh, "award_propose", found.pk, pasted="\n".join(lines))

    first, second = Proposal.objects.order_by("pk")
    assert (first.kind, first.bonus_vnd, first.evidence[0]["value"]) == ("collective", 1_000_000, 26)
    assert (second.name, second.title, second.evidence) == ("Nguyễn Thị Tư", "Công chức xã An Khánh", [])


def test_a_broken_line_is_named_what_was_pasted_stays_and_nothing_is_kept(district):
    found = opened(district, timezone.now())

    answer = page(
        district.hanh, "award_propose", found.pk, pasted="Cá nhân; Lê Văn Năm\nNhóm; Tổ Một; ; giỏi"
    )

    assert answer.status_code == 422
    assert "Dòng 1: ghi thành tích của Lê Văn Năm." in answer.text
    assert "Nhóm; Tổ Một; ; giỏi" in answer.text
    assert not Proposal.objects.exists()


def test_what_is_typed_without_a_name_is_asked_for_beside_its_field_and_stays(district):
    found = opened(district, timezone.now())
    line = "Cá nhân; Lê Văn Năm; Công chức; giỏi"

    answer = page(district.hanh, "award_propose", found.pk, title="Văn thư", bonus_vnd="500000", pasted=line)

    assert answer.status_code == 422
    for sentence in ("Chọn tập thể hoặc cá nhân.", "Ghi tên tập thể hoặc họ tên cá nhân.", "Ghi thành tích."):
        assert sentence in answer.text
    assert "Lê Văn Năm" in answer.text
    assert not Proposal.objects.exists()


def test_a_line_is_named_by_its_place_in_what_was_pasted(district):
    found = opened(district, timezone.now())
    typed = {"kind": "individual", "name": "Trần Văn Ba", "achievement": "giỏi"}

    answer = page(
        district.hanh,
        "award_propose",
        found.pk,
        **typed,
        pasted="Cá nhân; Lê Văn Năm; ; giỏi\n\nNhóm; Tổ Một",
    )
    twice = page(district.hanh, "award_propose", found.pk, **typed, pasted="Cá nhân; Trần Văn Ba; ; giỏi")

    assert "Dòng 3: chọn tập thể hoặc cá nhân." in answer.text
    assert "Dòng 1: Trần Văn Ba đã có trong danh sách đề nghị." in twice.text


def test_the_figure_of_a_model_is_counted_not_typed(district):
    mobile = model(MOBILE)
    for day in (1, 2):
        ModelCase.objects.create(
            initiative=mobile, unit=district.an_hiep, happened_on=date(2026, 3, day), note="Ấp 1", quantity=day,
            entered_at=timezone.now(), entered_by_id=district.ba.account_id,
        )  # fmt: skip
    found = opened(district, timezone.now())
    asked = {
        "kind": "collective",
        "name": "Xã An Hiệp",
        "achievement": "giỏi",
        "initiative_id": str(mobile.pk),
    }

    refused = page(district.hanh, "award_propose", found.pk, **asked)
    asked |= {"unit_id": str(district.an_hiep.pk), "first_day": "01/01/2026", "last_day": "31/12/2026"}
    page(district.hanh, "award_propose", found.pk, **asked)

    assert "Chọn đơn vị và ghi hai ngày để máy đếm số liệu." in refused.text
    (figure,) = Proposal.objects.get().evidence
    assert (figure["label"], figure["value"]) == (mobile.title, 3)
    assert "đếm tại xã An Hiệp từ 01/01/2026 đến 31/12/2026" in figure["source"]


def test_a_council_of_one_is_refused_at_the_list_of_members(district):
    found = proposed(district, at=timezone.now())

    answer = page(district.hanh, "award_council", found.pk, **{f"seat-{district.chair.account_id}": "head"})

    assert answer.status_code == 422
    assert "Hội đồng phải có ít nhất 3 người, hiện mới có 1." in answer.text


def test_a_member_is_asked_once_for_each_proposal(district):
    found = reviewing(district, at=timezone.now())
    ballots = {f"ballot-{pk}": "yes" for pk in found.proposals.values_list("pk", flat=True)}
    before = page(district.hanh, "award_list").text

    page(district.hanh, "award_vote", found.pk, **ballots)

    assert "Hội đồng chờ phiếu của bạn" in before
    assert "Hội đồng chờ phiếu của bạn" not in page(district.hanh, "award_list").text
    assert "Bạn đã bỏ phiếu cho tất cả đề nghị" in page(district.hanh, "award_vote", found.pk).text
    ballot = reverse("board:award_vote", args=[found.pk])
    assert ballot not in page(district.hanh, "award_round", found.pk).text
    assert ballot in page(district.chair, "award_round", found.pk).text


def test_a_member_sees_why_she_is_not_asked_about_herself(district):
    found = reviewing(district, office(), person("Lê Thị Hạnh", title="Phòng Nội vụ"), at=timezone.now())
    own = found.proposals.get(name="Lê Thị Hạnh")

    shown = page(district.hanh, "award_vote", found.pk).text
    forced = page(district.hanh, "award_vote", found.pk, rest="on")

    assert "Ông/bà không bỏ phiếu về chính mình" in shown
    assert f"ballot-{own.pk}" not in shown
    assert forced.status_code == 302
    assert not own.votes.exists()
    assert f"ballot-{own.pk}" in page(district.chair, "award_vote", found.pk).text


def test_the_chair_decides_and_prints_all_certificates(district):
    found = agreed(district, at=timezone.now())
    year = timezone.localdate().year

    page(district.chair, "award_decide", found.pk, symbol="", signer_authority="")

    shown = page(district.chair, "award_round", found.pk).text
    assert f"01/{year}" in shown
    assert f"02/{year}" in shown
    for which in ("quyet-dinh", "giay-khen"):
        paper = page(district.chair, "award_paper", found.pk, which)
        assert paper.content.startswith(b"%PDF")
    assert page(district.chair, "award_paper", found.pk, "to-trinh").status_code == 404


def test_who_has_no_seat_is_told_so_instead_of_being_thanked(district):
    found = proposed(district, at=timezone.now())

    shown = page(district.hanh, "award_vote", found.pk).text

    assert "Bạn không có trong hội đồng xét đợt khen này." in shown
    assert "Bạn đã bỏ phiếu" not in shown


def test_who_has_still_to_vote_is_shown_instead_of_a_decision_that_would_be_refused(district):
    found = reviewing(district, office(), at=timezone.now())
    ballots = {found.proposals.get().pk: True}
    services.vote(round_id=found.pk, ballots=ballots, by=district.hanh, at=timezone.now())

    before = page(district.chair, "award_round", found.pk).text
    services.vote(round_id=found.pk, ballots=ballots, by=district.chair, at=timezone.now())

    assert "Chờ hội đồng bỏ phiếu: còn 1 đề nghị chưa xét xong." in before
    assert "Một đề nghị xét xong khi ít nhất 2/3 số người được bỏ phiếu đã bỏ phiếu" in before
    assert "Ký quyết định" not in before
    assert before.count("chưa bỏ phiếu") == 2
    assert "Ký quyết định" in page(district.chair, "award_round", found.pk).text


def folded(text):
    """What of a page stands inside the first fold of proposals."""
    return text.partition('data-fold="judged"')[2].partition("</details>")[0]


def test_what_the_council_has_settled_is_folded_and_what_waits_stands_on_top(district):
    found = reviewing(district, at=timezone.now())
    town, tu = found.proposals.order_by("pk")
    before = page(district.hanh, "award_round", found.pk).text
    for voter in voters(district):
        services.vote(round_id=found.pk, ballots={town.pk: True}, by=voter, at=timezone.now())

    shown = page(district.hanh, "award_round", found.pk).text

    assert "data-fold" not in before
    assert "Đã xét xong: 1 đề nghị" in shown
    assert town.name in folded(shown)
    assert tu.name not in folded(shown)
    assert shown.index(tu.name) < shown.index("data-fold")


def test_a_decided_round_folds_all_its_proposals_under_its_certificates(district):
    found = decided(district, at=timezone.now()).round

    shown = page(district.hanh, "award_round", found.pk).text

    assert "Đã xét xong: 2 đề nghị" in shown
    assert "Khai sinh lưu động" in folded(shown)
    assert shown.index("In tất cả giấy khen") > 0


def test_the_book_shows_every_number_and_opens_each_certificate(district):
    decision = decided(district, office(), person(), at=timezone.now())
    row = decision.commendations.order_by("pk")[0]

    assert row.code in page(district.hanh, "award_book").text
    assert page(district.hanh, "award_certificate", row.pk).content.startswith(b"%PDF")


def test_who_has_nothing_to_do_with_a_unit_does_not_find_its_rounds(district):
    found = proposed(district, at=timezone.now())

    assert page(district.ba, "award_round", found.pk).status_code == 404
    assert page(district.ba, "award_cancel", found.pk, reason="x").status_code == 404


def test_the_page_of_a_province_speaks_of_bang_khen(district):
    district.unit.level = "province"
    district.unit.save()
    decided(district, at=timezone.now())

    shown = page(district.chair, "award_round", AwardRound.objects.get().pk).text

    assert "2 bằng khen" in shown
    assert "In tất cả bằng khen" in shown
    assert "iấy khen" not in shown
    printed = page(district.chair, "award_paper", AwardRound.objects.get().pk, "giay-khen")
    assert 'filename="bang-khen.pdf"' in printed["Content-Disposition"]


def test_after_the_votes_the_page_says_that_the_leader_signs_next(district):
    found = agreed(district, at=timezone.now())
    sentence = "Chờ lãnh đạo ký quyết định."

    assert sentence in page(district.hanh, "award_round", found.pk).text
    assert sentence not in page(district.chair, "award_round", found.pk).text
