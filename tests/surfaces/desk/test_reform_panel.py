"""What of the reform chain waits, on the first page after signing in."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.calendars.wall_clock import LOCAL
from motcua.directives.models import Recipient, Task
from motcua.directives.services import receive_directive, remind_due
from motcua.initiatives import services as initiatives
from motcua.initiatives.models import Adoption
from motcua.kernel.quarters import Quarter
from motcua.organisation.roles import Role
from motcua.oversight.services import vote
from motcua.reporting import queries as reporting
from motcua.surfaces.desk.reform_waiting import waiting
from tests.factories.directives import assigned, drafted, officer, task
from tests.factories.initiatives import Commune, author, laid, scored, sent
from tests.factories.oversight import person, reviewing
from tests.factories.reform import ChauThanh
from tests.surfaces.board.directives.office import client_of

HOME = reverse("desk:home")


@pytest.fixture
def district(db) -> ChauThanh:
    return ChauThanh()


@pytest.fixture
def commune(db) -> Commune:
    return Commune()


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def given(district, days, unit=None):
    """A task that a commune leads, due in so many days; the commune has opened its text."""
    it = assigned(district, task(unit or district.an_hiep, deadline_on=in_days(20)), at=timezone.now())
    Task.objects.filter(pk=it.pk).update(deadline_on=in_days(days))
    Recipient.objects.filter(directive=it.directive_id).update(
        received_at=timezone.now(), received_by=district.hanh.account_id
    )
    return it


def kinds(who, at=None):
    return [one.kind for one in waiting(who, now=at or timezone.now())]


def answered(district):
    """An Hiệp has said something to each model that it was told of."""
    for model in (district.letters, district.home):
        initiatives.adopt(
            initiative_id=model.pk, unit_id=district.an_hiep.pk, from_on=district.day,
            by=district.head_of_an_hiep, at=timezone.now(),
        )  # fmt: skip


def test_a_task_due_in_three_days_is_reminded_of_on_the_first_page(district):
    it = given(district, 3)
    remind_due(at=timezone.now())

    page = client_of(district.ba).get(HOME).text

    assert "1 việc của đơn vị đến hạn trong 7 ngày" in page
    assert f"Nhắc: {it.content}, hạn {it.deadline_on or in_days(3):%d/%m/%Y}".partition(", hạn")[0] in page
    assert "Còn 3 ngày" in page
    assert "đã xong mọi việc" not in page


@pytest.mark.parametrize(
    ("days", "words"), [(7, "Còn 7 ngày"), (1, "Còn 1 ngày"), (0, "Hạn hôm nay"), (-2, "Trễ 2 ngày")]
)
def test_the_chip_says_how_near_the_day_is(district, days, words):
    given(district, days)

    assert words in client_of(district.ba).get(HOME).text


def test_a_task_far_ahead_is_told_of_quietly_and_one_of_another_unit_not_at_all(district):
    answered(district)
    given(district, 8)
    given(district, 1, district.town)
    Recipient.objects.update(received_at=timezone.now(), received_by=district.hanh.account_id)

    page = client_of(district.ba).get(HOME).text

    assert kinds(district.ba) == ["task_ahead"]
    assert "chưa có việc nào đến hạn</h1>" in page
    assert "1 việc đang làm, chưa đến hạn" in page
    assert "Gần nhất: " in page


def test_who_gave_a_task_reads_that_it_is_late(district):
    given(district, -2)

    page = client_of(district.hanh).get(HOME).text

    assert "1 việc đã giao đơn vị khác đang trễ" in page
    assert f'href="{reverse("board:task_late")}"' in page


def test_a_text_that_nobody_has_opened_leads_to_itself(district):
    it = assigned(district, task(district.an_hiep, deadline_on=None), at=timezone.now())
    others = Recipient.objects.filter(unit=district.an_hiep).exclude(directive=it.directive_id)
    others.update(received_at=timezone.now(), received_by=district.ba.account_id)

    page = client_of(district.ba).get(HOME).text

    assert "1 văn bản mới chưa ai xem" in page
    assert f'href="{reverse("board:directive", args=[it.directive_id])}"' in page
    receive_directive(directive_id=it.directive_id, by=district.ba, at=timezone.now())
    assert "text" not in kinds(district.ba)


def test_models_wait_until_they_are_answered(district):
    before = kinds(district.head_of_an_hiep).count("model")

    answered(district)

    assert before == Adoption.objects.filter(unit=district.an_hiep).count() == 2
    assert "model" not in kinds(district.head_of_an_hiep)


def test_a_reminder_about_silence_names_who_reminded(district):
    quarter = Quarter.counted_on(timezone.localdate())
    initiatives.remind_silent(
        directive_id=None,
        unit_ids=[district.an_hiep.pk],
        quarter=quarter,
        by=district.hanh,
        at=timezone.now(),
    )

    page = client_of(district.head_of_an_hiep).get(HOME).text

    assert "1 lời nhắc về mô hình chưa có kết quả" in page
    assert "Lê Thị Hạnh" in page


def test_what_is_owed_is_what_the_page_of_reports_asks_for(district):
    district.duties(district.an_hiep, district.town)
    on = district.period.due_on() - timedelta(days=3)
    now = datetime.combine(on, datetime.min.time(), LOCAL) + timedelta(hours=8)

    panel = [one.due_on for one in waiting(district.ba, now=now) if one.kind.startswith("report")]
    asked = [one.due_on for one in reporting.due_of(district.ba, on=on) if one.needs_work]

    assert panel == asked == [district.period.due_on()]


def test_a_report_that_was_sent_waits_for_its_collector_alone(district):
    first, last = district.period.first, district.period.last
    (duty,) = district.oblige(district.an_khanh, starts_on=first, ends_on=last)
    district.sent(duty, district.period.key, at=timezone.now())

    assert "report" not in kinds(district.head_of_an_khanh)
    assert kinds(district.hanh).count("sent") == 1


def test_drafts_wait_for_who_signs(district):
    drafted(district, at=timezone.now())

    head = officer(district.unit, "division_head", name="Đỗ Văn Năm", division=district.home_affairs)

    assert [kinds(who).count("draft") for who in (district.chair, district.hanh, head)] == [1, 0, 0]


def test_the_chair_reads_on_the_first_page_that_a_draft_waits_for_the_signature(district):
    drafted(district, at=timezone.now())

    page = client_of(district.chair).get(HOME).text

    assert "1 dự thảo văn bản chờ ký" in page
    assert "đã xong mọi việc" not in page


def test_a_score_sheet_waits_for_each_judge_until_it_is_given_and_never_for_an_author(commune):
    judge, other = commune.judges[0], commune.judges[1]
    review = laid(commune, sent(commune, author(commune.ba, 50), author(other, 50)))

    page = client_of(judge).get(HOME).text

    assert "1 phiếu chấm sáng kiến chờ bạn" in page
    assert f'href="{reverse("board:initiative_score", args=[review.initiative_id])}"' in page
    assert "đã xong mọi việc" not in page
    assert "sheet" not in kinds(other)
    scored(commune, review, judge)
    assert "sheet" not in kinds(judge)


def test_a_ballot_waits_for_each_member_until_it_is_given_and_never_for_oneself(district):
    rows = person(), person("Lê Thị Hạnh", account_id=district.hanh.account_id)
    award_round = reviewing(district, *rows, at=timezone.now())
    other, _own = award_round.proposals.order_by("pk")

    page = client_of(district.hanh).get(HOME).text

    assert "1 phiếu xét khen thưởng chờ bạn" in page
    assert f'href="{reverse("board:award_vote", args=[award_round.pk])}"' in page
    assert kinds(district.ba).count("ballot") == 0  # no seat
    vote(round_id=award_round.pk, ballots={other.pk: True}, by=district.hanh, at=timezone.now())
    vote(round_id=award_round.pk, ballots={other.pk: True}, by=district.chair, at=timezone.now())
    assert kinds(district.hanh).count("ballot") == 0
    assert kinds(district.chair).count("ballot") == 1


@pytest.mark.parametrize("role", [Role.YOUTH_VOLUNTEER, Role.ONE_STOP_OFFICER, Role.CIVIL_STATUS_OFFICER])
def test_the_desks_other_people_are_left_in_peace(district, role):
    given(district, -3)
    somebody = officer(district.an_hiep, role, name="Lâm Chí Hiếu")

    page = client_of(somebody).get(HOME).text

    assert kinds(somebody) == []
    assert 'id="cai-cach"' not in page


def test_all_of_it_costs_six_questions(district, django_assert_max_num_queries):
    given(district, 2)
    given(district, -2)
    district.duties(district.an_hiep)
    waiting(district.head_of_an_hiep, now=timezone.now())

    with django_assert_max_num_queries(6):
        waiting(district.head_of_an_hiep, now=timezone.now())


def test_ballots_that_wait_cost_no_question_more(district, django_assert_max_num_queries):
    reviewing(district, at=timezone.now())
    waiting(district.chair, now=timezone.now())

    with django_assert_max_num_queries(6):
        found = waiting(district.chair, now=timezone.now())
    assert [one.kind for one in found].count("ballot") == 1


def test_a_judge_without_work_for_the_unit_costs_three_questions(commune, django_assert_max_num_queries):
    laid(commune, sent(commune))
    laid(commune, sent(commune, title="Đọc giúp giấy tờ cho người cao tuổi"))

    with django_assert_max_num_queries(3):
        assert kinds(commune.judges[0]) == ["sheet", "sheet"]


def test_when_nothing_waits_all_is_done(district):
    answered(district)
    Recipient.objects.update(received_at=timezone.now(), received_by=district.hanh.account_id)

    page = client_of(district.ba).get(HOME).text

    assert "đã xong mọi việc" in page
    assert 'id="cai-cach"' not in page
