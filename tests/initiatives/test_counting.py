"""What counts as one case: dossiers by a typed rule, and what the unit wrote down, each apart."""

from datetime import date, timedelta

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.catalogue import shipped as catalogue
from motcua.dossiers.states import Channel
from motcua.initiatives import counting, queries, services, shipped
from motcua.initiatives.counting import DossierRule, EnteredRule
from motcua.initiatives.models import Initiative, ModelCase
from motcua.initiatives.services import Incomplete, UnitNotThere, WrongDay
from motcua.kernel.quarters import Quarter
from motcua.organisation.access import NotAllowed
from tests.factories.replication import (
    AUGUST,
    ELDERLY,
    HOME,
    WRITING,
    Spread,
    adopted,
    dossier,
    entered,
    model,
)  # fmt: skip

pytestmark = pytest.mark.django_db
Q3 = Quarter(2021, 3)


@pytest.fixture
def district(db) -> Spread:
    return Spread()


def count(slug, *units, quarter=Q3):
    ids = [unit.pk for unit in units]
    return queries.count_cases(model(slug), ids, quarter.first_day, quarter.last_day)


def test_each_of_the_28_models_says_how_it_is_counted():
    assert counting.shipped().keys() == {one.id for one in shipped.models()}


def test_every_rule_names_procedures_and_channels_that_exist():
    slugs = {one.id for one in catalogue.procedures()}
    rules = [one.rule for one in counting.shipped().values() if isinstance(one.rule, DossierRule)]

    assert {slug for rule in rules for slug in rule.procedures} <= slugs
    assert {field for rule in rules for field in rule.fields} <= {one.id for one in catalogue.fields()}
    assert {way for rule in rules for way in rule.channels + rule.return_channels} <= set(Channel)


def test_each_model_says_in_plain_words_what_one_case_is_and_who_counts_it():
    said = counting.shipped().values()
    entered_ones = [one for one in said if isinstance(one.rule, EnteredRule)]

    assert all(one.case_vi.startswith("Một trường hợp là một ") for one in said)
    assert {one.by_whom for one in entered_ones} == {"Đơn vị tự ghi từng trường hợp, có ngày và ghi chú."}
    assert len(entered_ones) == 17  # letters, calls, sessions: of these the machine keeps no record
    assert all("hồ sơ" in one.case_vi for one in said if isinstance(one.rule, DossierRule))


def test_a_model_of_two_ways_asks_for_both(district):
    rule = DossierRule(channels=("online",), return_channels=("postal",), both_ways=True)
    it = model(HOME)
    it.counting = msgspec.to_builtins(rule)
    both = dossier(district.town, channel="online", return_channel="postal")
    dossier(district.town, channel="online", return_channel="direct")
    dossier(district.town, channel="direct", return_channel="postal")

    found = queries.count_cases(it, [district.town.pk], Q3.first_day, Q3.last_day)

    assert found.records == [both.code]


def test_a_model_of_a_field_counts_every_procedure_of_it(district):
    it = model(HOME)
    it.counting = msgspec.to_builtins(DossierRule(fields=("ho_tich",)))
    dossier(district.town, "death_registration")
    dossier(district.town, "birth_registration")

    assert queries.count_cases(it, [district.town.pk], Q3.first_day, Q3.last_day).counted == 2
    it.counting = msgspec.to_builtins(DossierRule(fields=("dat_dai",)))
    assert queries.count_cases(it, [district.town.pk], Q3.first_day, Q3.last_day).counted == 0


def test_a_model_registered_here_is_counted_by_hand_until_it_says_otherwise():
    blank = counting.counting_of(slug="", title="Bưu tá cộng đồng", content={})
    typed = counting.counting_of(slug="", title="", content={"kind": "dossiers", "channels": ["home"]})

    assert (blank.short_vi, blank.rule) == ("Bưu tá cộng đồng", EnteredRule())
    assert typed.rule == DossierRule(channels=("home",))


def test_copies_carried_home_are_counted_with_their_codes(district):
    home = dossier(district.town)
    dossier(district.town, return_channel="direct")
    dossier(district.town, "birth_registration")

    found = count(HOME, district.town)

    assert (found.counted, found.entered, found.records) == (1, 0, [home.code])


def test_what_is_not_settled_yet_is_not_counted(district):
    dossier(district.town, finished=False)

    assert count(HOME, district.town).total == 0


@pytest.mark.parametrize(
    ("on", "counted"), [("2021-06-30", 0), ("2021-07-01", 1), ("2021-09-30", 1), ("2021-10-01", 0)]
)
def test_a_dossier_counts_in_the_quarter_of_its_local_day(district, on, counted):
    dossier(district.town, on=date.fromisoformat(on))

    assert count(HOME, district.town).counted == counted


@pytest.mark.parametrize(("born", "counted"), [(1961, 1), (1962, 0), (None, 0)])
def test_the_model_for_old_people_counts_those_of_sixty(district, born, counted):
    dossier(district.town, born=born)

    assert count(ELDERLY, district.town).counted == counted


def test_what_no_record_shows_is_entered_one_by_one(district):
    adopted(district, district.town, WRITING)
    one = entered(district, district.town)
    seven = entered(district, district.town, quantity=7, note="Buổi tối ở ấp 2")

    found = count(WRITING, district.town)

    assert (found.counted, found.entered, found.records) == (0, 8, [one.code, seven.code])


def test_a_cancelled_case_stays_in_sight_and_no_longer_counts(district):
    adopted(district, district.town, WRITING)
    case = entered(district, district.town)
    services.cancel_case(case_id=case.pk, reason="Ghi nhầm ngày", by=district.head(district.town), at=AUGUST)

    assert count(WRITING, district.town).total == 0
    assert ModelCase.objects.get().cancelled_reason == "Ghi nhầm ngày"


def test_a_case_is_cancelled_once(district):
    adopted(district, district.town, WRITING)
    case = entered(district, district.town)
    facts = {"case_id": case.pk, "reason": "Ghi nhầm", "by": district.head(district.town), "at": AUGUST}
    services.cancel_case(**facts)

    with pytest.raises(services.CancelledAlready, match="đã hủy lúc"):
        services.cancel_case(**facts)


def test_a_unit_that_has_not_taken_the_model_up_enters_nothing(district):
    with pytest.raises(services.NotAdopted, match="Nhận làm trước"):
        entered(district, district.town)


def test_the_unit_that_made_the_model_needs_no_order(district):
    Initiative.objects.filter(pk=model(WRITING).pk).update(unit=district.town)

    assert entered(district, district.town).quantity == 1


@pytest.mark.parametrize(
    ("change", "fault", "sentence"),
    [
        ({"note": " "}, Incomplete, "Ghi chú ngắn"),
        ({"quantity": 0}, Incomplete, "Số lượt phải là số từ 1"),
        ({"on": AUGUST.date() + timedelta(days=1)}, WrongDay, "chưa tới"),
        ({"on": date(1999, 1, 1)}, UnitNotThere, "chưa thành lập"),
        ({"dossier_code": "H99-1"}, Incomplete, "Không có hồ sơ H99-1"),
    ],
)
def test_a_case_with_something_wrong_is_refused_in_a_sentence(district, change, fault, sentence):
    adopted(district, district.town, WRITING)

    with pytest.raises(fault, match=sentence):
        entered(district, district.town, **change)
    assert not ModelCase.objects.exists()


def test_no_dossier_is_counted_twice_for_a_model(district):
    adopted(district, district.town, HOME)
    adopted(district, district.town, WRITING)
    home, desk = dossier(district.town), dossier(district.town, return_channel="direct")
    entered(district, district.town, dossier_code=desk.code)

    with pytest.raises(services.CountedAlready, match="máy tự đếm"):
        entered(district, district.town, HOME, dossier_code=home.code)
    with pytest.raises(services.CountedAlready, match="đã có một lượt"):
        entered(district, district.town, dossier_code=desk.code)


def test_a_neighbour_enters_nothing_for_a_commune(district):
    adopted(district, district.town, WRITING)

    with pytest.raises(NotAllowed):
        services.enter_case(
            initiative_id=model(WRITING).pk, unit_id=district.town.pk, on=AUGUST.date(), note="Viết giúp",
            by=district.ba, at=AUGUST,
        )  # fmt: skip


def test_no_case_is_entered_of_a_day_before_the_unit_began(district):
    adopted(district, district.town, WRITING, from_on=date(2021, 8, 1))

    with pytest.raises(WrongDay, match="từ ngày 01/08/2021, ngày 31/07/2021 có trước đó"):
        entered(district, district.town, on=date(2021, 7, 31))


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["dossier", "other dossier", "open dossier", "case", "cancelled case"]),
        st.integers(0, 2),  # which commune
        st.dates(date(2021, 6, 20), date(2021, 10, 10)),
        st.integers(1, 4),  # quantity of a case
    ),
    max_size=12,
)


def make(district: Spread, kind: str, place: int, on: date, quantity: int) -> None:
    unit = district.communes[place]
    if kind.endswith("dossier"):
        channel = "direct" if kind == "other dossier" else "home"
        dossier(unit, on=on, return_channel=channel, finished=kind != "open dossier")
        return
    case = entered(
        district, unit, HOME, on=on, quantity=quantity, at=AUGUST.replace(month=10, day=11), note="Ghi tay"
    )
    if kind == "cancelled case":
        services.cancel_case(case_id=case.pk, reason="Ghi nhầm", by=district.head(unit), at=AUGUST)


@given(events=EVENTS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_figure_is_the_sum_of_its_records_and_of_its_communes(district, events):
    with transaction.atomic():
        for unit in district.communes:
            adopted(district, unit)
        for event in events:
            make(district, *event)
        inside = [one for one in events if Q3.first_day <= one[2] <= Q3.last_day]
        apart = [count(HOME, unit) for unit in district.communes]
        together = count(HOME, *district.communes)
        ids = [unit.pk for unit in district.communes]
        tallies = queries.count_models([model(HOME)], ids, Q3.first_day, Q3.last_day).tallies
        transaction.set_rollback(True)

    assert together.counted == sum(kind == "dossier" for kind, *_rest in inside)
    assert together.entered == sum(quantity for kind, _place, _on, quantity in inside if kind == "case")
    assert together.total == together.counted + together.entered == sum(one.total for one in apart)
    assert sorted(together.records) == sorted(code for one in apart for code in one.records)
    assert len(together.records) == together.counted + sum(kind == "case" for kind, *_rest in inside)
    assert sum(tally.total for tally in tallies.values()) == together.total
