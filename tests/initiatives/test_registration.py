"""A registration: written, completed, sent to the round of its year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.initiatives import rules, services
from motcua.initiatives.inputs import AuthorInput, PilotInput
from motcua.initiatives.models import Initiative, Round
from motcua.initiatives.queries import register, similar
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from tests.factories.initiatives import (
    JANUARY,
    author,
    days_later,
    elsewhere,
    facts,
    piloting,
    registered,
    sent,
)
from tests.factories.organisation import UnitFactory


def test_a_registration_is_a_draft_with_a_code_until_it_is_sent(commune):
    draft = registered(commune)
    assert (draft.state, draft.code, draft.unit_text) == (
        "draft",
        "SK-2026-001",
        "Ủy ban nhân dân xã An Thạnh",
    )

    services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=JANUARY)

    draft.refresh_from_db()
    assert (draft.state, draft.round) == ("registered", commune.round)


def test_every_act_is_in_the_ledger_and_announced(commune):
    initiative = sent(commune)

    assert [entry.verb for entry in ledger.entries(initiative.stream)] == ["register", "submit"]
    names = Event.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["round.opened", "initiative.moved", "initiative.moved"]


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ((60, 30), "Tổng tỷ lệ đóng góp mới là 90 %, còn thiếu 10 %. Chia lại cho đủ 100 %."),
        ((60, 50), "Tổng tỷ lệ đóng góp là 110 %, thừa 10 %. Chia lại cho đúng 100 %."),
        ((100, 0), "Tỷ lệ đóng góp của Lê Thị Hạnh phải từ 1 đến 100 %."),
    ],
)
def test_shares_that_are_not_a_whole_are_refused_and_nothing_is_kept(commune, shares, sentence):
    with pytest.raises(services.WrongShares) as refused:
        registered(commune, author(commune.ba, shares[0]), author(commune.hanh, shares[1]))

    assert (str(refused.value), refused.value.field) == (sentence, "authors")
    assert not Initiative.objects.filter(slug="").exists()


@given(st.lists(st.integers(1, 100), min_size=1, max_size=8))
def test_authors_are_accepted_exactly_when_their_shares_make_a_hundred(shares):
    authors = [AuthorInput(name=f"Tác giả {n}", share_percent=share) for n, share in enumerate(shares)]
    try:
        rules.require_authors(authors)
    except rules.WrongShares:
        assert sum(shares) != 100
    else:
        assert sum(shares) == 100


def test_an_author_is_named_once(commune):
    with pytest.raises(services.WrongShares, match="Trần Văn Ba có tên hai lần"):
        registered(commune, author(commune.ba, 50), author(commune.ba, 50))


@pytest.mark.parametrize(
    "missing", ["problem", "solution", "novelty", "scope", "benefit_social", "replicability"]
)
def test_what_the_register_asks_for_is_asked_for_by_name(commune, missing):
    draft = registered(commune, **{missing: " "})

    with pytest.raises(services.Incomplete) as refused:
        services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=JANUARY)

    assert refused.value.field == missing


def test_all_that_is_missing_is_asked_for_at_once(commune):
    draft = registered(commune, novelty="", scope="")

    with pytest.raises(services.Incomplete) as refused:
        services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=JANUARY)

    assert list(refused.value.gaps) == ["novelty", "scope"]
    assert str(refused.value) == " ".join(refused.value.gaps.values())


def test_a_registration_without_authors_stays_a_draft(commune):
    words = facts()
    draft = services.register_initiative(facts=words, year=2026, by=commune.ba, at=JANUARY)

    with pytest.raises(services.Incomplete, match="Ghi ít nhất một tác giả"):
        services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=JANUARY)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(-10, "nhận từ ngày 05/01/2026"), (60, "đã kết thúc nhận ngày 27/02/2026")],
)
def test_a_round_takes_registrations_only_on_its_days(commune, days, sentence):
    draft = registered(commune)

    with pytest.raises(services.WrongDay, match=sentence):
        services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=days_later(days))


def test_without_a_round_nothing_is_sent_and_the_draft_stays(commune):
    draft = services.register_initiative(
        facts=facts(author(commune.ba)), year=2027, by=commune.ba, at=JANUARY
    )

    with pytest.raises(services.WrongDay, match="Chưa có đợt đăng ký năm 2027"):
        services.submit_initiative(initiative_id=draft.pk, by=commune.ba, at=JANUARY)

    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_round_of_the_unit_above_takes_those_of_the_units_below(commune):
    hamlet_office = UnitFactory(name="Phòng Văn hóa", level="division", kind="phong", under=commune.unit)
    by = elsewhere(commune.ba, hamlet_office)
    draft = services.register_initiative(facts=facts(author(by)), year=2026, by=by, at=JANUARY)

    it = services.submit_initiative(initiative_id=draft.pk, by=by, at=JANUARY)

    assert it.round == commune.round


def test_a_round_is_opened_once_a_year_and_ends_after_it_begins(commune):
    again = {"by": commune.hanh, "at": JANUARY, "opens_on": date(2026, 3, 2)}
    with pytest.raises(services.AlreadyOpened, match="đã mở đợt đăng ký của năm 2026"):
        services.open_round(year=2026, closes_on=date(2026, 3, 3), **again)
    with pytest.raises(services.WrongDay, match="Ngày kết thúc nhận"):
        services.open_round(year=2027, closes_on=date(2026, 3, 1), **again)

    assert Round.objects.count() == 1


def test_nobody_overwrites_what_a_colleague_wrote_meanwhile(commune):
    draft = registered(commune)
    read = draft.revision
    services.edit_initiative(
        initiative_id=draft.pk,
        facts=facts(author(commune.ba), title="Cách làm khác"),
        by=commune.ba,
        at=JANUARY,
    )

    with pytest.raises(services.ChangedMeanwhile, match=r"Sửa đăng ký \(Trần Văn Ba, lúc 08:00"):
        services.edit_initiative(
            initiative_id=draft.pk, facts=facts(), by=commune.hanh, at=JANUARY, revision=read
        )


def test_another_unit_does_not_write_into_it(commune):
    stranger = elsewhere(commune.ba, UnitFactory())

    with pytest.raises(NotAllowed, match="Sáng kiến này của Ủy ban nhân dân xã An Thạnh"):
        services.edit_initiative(initiative_id=registered(commune).pk, facts=facts(), by=stranger, at=JANUARY)


def test_a_pilot_counts_its_own_counters_on_its_own_days(commune):
    it = piloting(commune)
    counting = {"initiative_id": it.pk, "by": commune.ba, "at": days_later(60), "quantity": 4}

    services.count_pilot(counter="Lượt trả tại nhà", counted_on=date(2026, 3, 6), **counting)

    with pytest.raises(services.WrongCount, match="Chọn một số liệu"):
        services.count_pilot(counter="Lượt khác", counted_on=date(2026, 3, 6), **counting)
    with pytest.raises(services.WrongDay, match="Thí điểm bắt đầu ngày 02/03/2026"):
        services.count_pilot(counter="Lượt trả tại nhà", counted_on=date(2026, 3, 1), **counting)
    with pytest.raises(services.WrongDay, match="chưa tới"):
        services.count_pilot(counter="Lượt trả tại nhà", counted_on=date(2026, 12, 1), **counting)
    assert list(it.pilot_counts.values_list("quantity", flat=True)) == [4]


def test_a_pilot_needs_a_place_a_person_and_something_to_count(commune):
    it = sent(commune)
    pilot = PilotInput(begins_on=date(2026, 3, 2), area="ấp 1", person="Ba")

    with pytest.raises(services.Incomplete, match="ít nhất một số liệu"):
        services.start_pilot(initiative_id=it.pk, pilot=pilot, by=commune.hanh, at=JANUARY)


def test_the_like_of_other_years_and_units_is_found_while_writing(commune):
    found = similar("Tiếp nhận và trả kết quả tại nhà thủ tục liên thông đăng ký khai tử, trao thư chia buồn")

    assert found[0].initiative.slug == "cai_tau_ha_death_linked"
    assert found == sorted(found, key=lambda one: -one.percent)


def test_what_is_like_nothing_finds_nothing_and_the_own_text_is_left_out(commune):
    it = sent(commune)

    assert similar("Lắp quạt trần ở sân kho hợp tác xã nông nghiệp") == []
    assert it.pk not in [one.initiative.pk for one in similar(it.title, it.solution, excluding=it.pk)]
    assert similar(it.title)[0].percent == 100


def test_a_model_rests_with_a_reason_and_an_ended_one_does_not_come_back(commune):
    it = Initiative.objects.get(slug="suoi_nghe_letters")
    Initiative.objects.filter(pk=it.pk).update(unit=commune.unit)
    act = {"initiative_id": it.pk, "by": commune.hanh, "at": JANUARY}

    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        services.pause_initiative(reason=" ", **act)
    assert services.pause_initiative(reason="Chờ mẫu thư mới", **act).state == "paused"
    assert services.resume_initiative(**act).state == "operating"
    assert services.end_initiative(reason="Đã có quy định mới", **act).state == "ended"
    with pytest.raises(services.WrongState, match="“Thực hiện lại” khi sáng kiến ở trạng thái “Kết thúc”"):
        services.resume_initiative(**act)


def test_the_register_names_each_sent_one_with_authors_and_state(commune):
    registered(commune, title="Bản nháp không vào sổ")
    it = sent(commune, author(commune.ba, 70), author(commune.hanh, 30))

    (line,) = register([commune.unit.pk], 2026)

    assert (line.number, line.code, line.registered_on) == (1, it.code, date(2026, 1, 12))
    assert line.authors == "Trần Văn Ba (70 %); Lê Thị Hạnh (30 %)"
    assert (line.status, line.score_tenths, line.decision) == ("Đăng ký đầu năm", None, "")
