"""Figures, orders and scores are nobody's to slip in, to change afterwards or to see before their time."""

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.directives import services as directives
from motcua.initiatives import services as initiatives
from motcua.initiatives.models import Adoption
from motcua.kernel.models import LedgerEntry
from motcua.organisation.access import NotAllowed
from motcua.reporting import services
from motcua.reporting.models import Obligation, Report
from motcua.reporting.rules import NotObliged
from tests.factories.directives import drafted, task, words
from tests.factories.documents import stored
from tests.factories.initiatives import author, facts
from tests.factories.reform import ChauThanh
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.initiatives.conftest import CommuneToday


@pytest.fixture
def district(db) -> ChauThanh:
    made = ChauThanh()
    made.duties(made.an_hiep, made.an_khanh)
    made.serve(made.an_hiep, 12)
    return made


@pytest.fixture
def report(district) -> Report:
    duty = Obligation.objects.get(unit=district.an_hiep)
    return services.open_report(
        obligation_id=duty.pk, period=district.period.key, by=district.head_of_an_hiep, at=timezone.now()
    )


def act(client, report, slug, **fields):
    return client.post(reverse("board:periodic_act", args=[report.pk, slug]), fields)


def frozen(report: Report) -> tuple[str, list[dict]]:
    version = report.versions.get(number=1)
    return version.state, version.figures


def test_a_unit_to_which_nobody_reports_cannot_replace_its_figures_by_an_empty_sum(district, report):
    before = frozen(report)

    answer = client_of(district.head_of_an_hiep).post(
        reverse("board:periodic_consolidate"),
        {"don-vi": report.unit_id, "ky": report.period, "bieu": report.form},
    )

    report.refresh_from_db()
    assert (answer.status_code, report.consolidated, frozen(report)) == (400, False, before)
    with pytest.raises(NotObliged):
        services.consolidate(
            unit_id=report.unit_id, form=report.form, period=report.period, by=district.head_of_an_hiep,
            at=timezone.now(),
        )  # fmt: skip


def test_nobody_sums_up_in_the_name_of_another_unit(district, report):
    fields = {"don-vi": district.unit.pk, "ky": report.period, "bieu": report.form}

    answer = client_of(district.head_of_an_hiep).post(reverse("board:periodic_consolidate"), fields)

    assert answer.status_code == 403
    assert Report.objects.count() == 1


def test_figures_posted_to_a_report_are_not_read(district, report):
    before = frozen(report)

    act(client_of(district.head_of_an_hiep), report, "nhan-xet", figures="[]", state="accepted", cases="999",
        difficulties="x", revision=report.latest.revision)  # fmt: skip

    assert frozen(report) == before


def test_nothing_of_a_sent_report_changes_by_any_act_of_the_unit(district, report):
    head = client_of(district.head_of_an_hiep)
    act(head, report, "ky-gui", revision=report.latest.revision)
    before, row = frozen(report), report.latest.sheet.rows[0]
    correct = f"{reverse('board:periodic_correct', args=[report.pk])}?dong={row.id}&cot=entered"

    codes = {
        act(head, report, slug, difficulties="x").status_code
        for slug in ("dem-lai", "nhan-xet", "rut-ve", "ky")
    }
    codes.add(head.post(correct, {"value": "999", "reason": "thêm"}).status_code)

    assert codes == {422}
    assert before[0] == "sent"
    assert frozen(report) == before


def test_only_the_collector_judges_and_not_twice(district, report):
    act(client_of(district.head_of_an_hiep), report, "ky-gui", revision=report.latest.revision)
    shown = report.latest.revision
    own = [
        act(client_of(district.head_of_an_hiep), report, slug).status_code
        for slug in ("tiep-nhan", "chap-nhan")
    ]
    sibling = act(client_of(district.head_of_an_khanh), report, "chap-nhan").status_code

    office = client_of(district.hanh)
    judged = [act(office, report, "tiep-nhan", revision=shown).status_code for _again in range(2)]

    assert (own, sibling, judged) == ([403, 403], 404, [302, 422])


def test_who_enters_a_text_of_another_agency_orders_no_stranger_in_its_name(district):
    now = timezone.now()
    forged = directives.enter_directive(
        kind="official_letter", text=words(signer_name="Phạm Tấn Xiếu"), number="99/UBND-NV",
        issued_on=timezone.localdate(now), issuer_id=district.unit.pk,
        recipient_ids=[unit.pk for unit in district.communes], scan_id=stored().pk, by=district.ba, at=now,
    )  # fmt: skip

    with pytest.raises(NotAllowed, match="Văn bản này của huyện Châu Thành"):
        directives.assign_task(
            directive_id=forged.pk, task=task(district.an_khanh, deadline_on=None), by=district.ba, at=now
        )
    assert directives.assign_task(
        directive_id=forged.pk, task=task(district.an_hiep, deadline_on=None), by=district.ba, at=now
    )


def test_a_draft_that_changed_is_not_signed_unseen(district):
    draft = drafted(district, timezone.now())
    shown = draft.revision
    directives.assign_task(
        directive_id=draft.pk,
        task=task(district.an_hiep, deadline_on=None),
        by=district.hanh,
        at=timezone.now(),
    )

    answer = client_of(district.chair).post(
        reverse("board:directive_issue", args=[draft.pk]), {"revision": shown}
    )

    draft.refresh_from_db()
    assert (answer.status_code, draft.state) == (422, "draft")


@pytest.mark.parametrize("name", ["matrix_cell", "adoption_answer"])
def test_the_draft_of_another_commune_is_not_read_through_the_own_cell(district, name):
    words_ = facts(author(district.ba), title="Ý tưởng chưa ai biết", steps=("Bước kín",))
    now = timezone.now()
    idea = initiatives.register_initiative(facts=words_, year=now.year, by=district.ba, at=now)
    address = reverse(f"board:{name}", args=[district.an_khanh.pk, idea.pk])
    client = client_of(district.head_of_an_khanh)

    answers = [client.get(address), client.post(address, {"answer": "adopted", "from_on": "01/01/2099"})]

    assert "Ý tưởng" not in answers[0].text
    assert answers[0].status_code == 403
    assert answers[1].status_code in {403, 405}
    assert not Adoption.objects.exists()


def test_scores_are_read_by_nobody_else_before_the_conclusion(db):
    commune = CommuneToday()
    review = commune.laid()
    member = review.council.members.exclude(account=commune.hanh.account_id).first()
    assert member is not None
    voter = next(one for one in vars(commune).values() if getattr(one, "account_id", 0) == member.account_id)
    sheet = {one["id"]: one["max"] for one in review.council.criteria.items}
    initiatives.score(review_id=review.pk, points=sheet, comment="Lời chấm kín", by=voter, at=timezone.now())
    pages = ("initiative", "initiative_score", "initiative_conclude")

    for who in (commune.hanh, commune.ba):
        for page in pages:
            assert (
                "Lời chấm kín"
                not in client_of(who).get(reverse(f"board:{page}", args=[review.initiative_id])).text
            )
        assert client_of(who).get(
            reverse("board:initiative_paper", args=[review.initiative_id, "bien-ban"])
        ).status_code == 404  # fmt: skip
    assert LedgerEntry.objects.filter(verb="score").count() == 1


@pytest.mark.parametrize("year", ["9" * 5_000, "٢٠٢١", "²", "-1"])
def test_a_year_that_is_none_is_passed_over(district, year):
    client = client_of(district.hanh)

    for name in ("award_book", "initiative_register", "directive_list"):
        assert client.get(reverse(f"board:{name}"), {"nam": year}).status_code == 200


@pytest.mark.parametrize(
    "period", ["0000Q1", "0001Q1", "9999Q4", "2021Q5", "99999Q1", "\u0662021Q1", "x" * 500]
)
def test_a_quarter_that_is_none_is_said_in_words(district, period):
    client = client_of(district.hanh)

    for name in ("matrix", "matrix_file", "reform_home", "periodic_list"):
        assert client.get(reverse(f"board:{name}"), {"ky": period}).status_code in {200, 400, 404}
