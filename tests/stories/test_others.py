"""Bà Rịa – Vũng Tàu 2019, Cù Lao Dung 2022, Gò Công Tây 2020."""

from datetime import date

from django.utils import timezone

from motcua.directives.models import Directive
from motcua.dossiers.models import Dossier
from motcua.initiatives.models import Initiative, ModelCase, Replication
from motcua.initiatives.queries import count_cases
from motcua.organisation.models import Unit
from motcua.oversight.models import Inspection, InspectionMinutes
from motcua.project.demo.roster import TOWN, WEST
from motcua.project.demo.stories.cast import AN_THANH_2, AN_THANH_3, BA_RIA_VUNG_TAU, GO_CONG_TAY_COMMUNES


def test_the_province_recommends_five_and_seven_models_on_22_may_2019():
    letter = Directive.objects.get(issuer__code=BA_RIA_VUNG_TAU)
    groups = list(Replication.objects.filter(directive=letter).values_list("group", flat=True))

    assert letter.issued_on == date(2019, 5, 22)
    assert (groups.count("department"), groups.count("commune")) == (5, 7)
    assert not Replication.objects.filter(directive=letter, mandatory=True).exists()


def test_the_group_called_departments_also_holds_a_town_a_district_and_communes():
    group = Replication.objects.filter(directive__issuer__code=BA_RIA_VUNG_TAU, group="department")

    assert set(group.values_list("initiative__level", flat=True)) == {"department", "district", "commune"}
    assert "phu_my_town_video" in group.values_list("initiative__slug", flat=True)


def test_every_dossier_of_the_three_models_was_brought_home_in_its_year():
    dossiers = Dossier.objects.filter(unit__code__in=(AN_THANH_2, AN_THANH_3, WEST))

    assert dossiers.count() == 26 + 20 + 4
    assert set(dossiers.values_list("state", "return_channel")) == {("returned", "home")}
    assert {timezone.localdate(one.returned_at).year for one in dossiers} == {2022}
    assert not [one.code for one in dossiers if one.finished_at > one.due_at]


def test_births_are_registered_on_rounds_for_old_people():
    births = Dossier.objects.filter(unit__code=AN_THANH_2).select_related("applicant")

    assert set(births.values_list("channel", "procedure__slug")) == {("mobile", "birth_mobile")}
    assert all(
        (timezone.localdate(one.accepted_at) - one.applicant.birth_on).days >= 60 * 365 for one in births
    )


def test_deaths_are_registered_at_home_only_after_the_party_committee_agreed():
    days = [timezone.localdate(one.accepted_at) for one in Dossier.objects.filter(unit__code=WEST)]

    assert min(days) > date(2022, 7, 20)


def test_letters_are_cases_entered_one_by_one_on_working_days():
    letters = ModelCase.objects.filter(unit__code=TOWN)

    assert set(letters.values_list("quantity", flat=True)) == {1}
    assert letters.values("note").distinct().count() == 82 + 32
    assert {one.happened_on.weekday() for one in letters} <= {0, 1, 2, 3, 4, 5}
    assert all(timezone.localdate(one.entered_at) == one.happened_on for one in letters)


def test_the_team_came_unannounced_to_four_places():
    inspection = Inspection.objects.get()

    assert (inspection.kind, inspection.state) == ("surprise", "concluded")
    assert inspection.targets.count() == 4


def test_what_the_team_wrote_down_agrees_with_itself():
    minutes = InspectionMinutes.objects.select_related("target").order_by("pk")
    found = {one.target.name: list(one.target.findings.all()) for one in minutes}

    assert all(len(one.attendance) >= 4 for one in minutes)
    assert [len(one.late) for one in minutes] == [0, 0, 0, 1]
    assert [len(rows) for rows in found.values()] == [0, 0, 0, 1]
    late = minutes[3].late[0]
    assert found[minutes[3].target.name][0].person == late["full_name"]
    assert f"muộn {late['minutes_late']} phút" in found[minutes[3].target.name][0].text
    assert "một công chức đến muộn" in Inspection.objects.get().conclusion


def test_the_round_of_go_cong_tay_ends_with_two_recognised_and_one_not():
    registered = Initiative.objects.filter(round__unit__code="H-go-cong-tay", year=2020)

    assert sorted(registered.values_list("state", flat=True)) == [
        "not_recognised",
        "recognised",
        "recognised",
    ]


def test_online_and_postal_dossiers_of_go_cong_tay_are_counted_by_their_models():
    units = Unit.objects.filter(code__in=GO_CONG_TAY_COMMUNES).values_list("pk", flat=True)
    online, by_post = (
        count_cases(Initiative.objects.get(slug=slug), list(units), date(2020, 1, 1), date(2020, 12, 31))
        for slug in ("gct_online_fields", "gct_postal_land")
    )

    assert online.counted == Dossier.objects.filter(unit__in=units, channel="online").count() > 0
    assert by_post.counted == Dossier.objects.filter(unit__in=units, return_channel="postal").count() > 0
    assert online.entered == by_post.entered == 0
