from django.urls import reverse
from django.utils import timezone

from motcua.dossiers.models import AccessRecord
from motcua.identity.models import Person
from tests.factories import dossiers
from tests.factories.identity import EntitlementFactory, PersonFactory
from tests.surfaces.desk.office import client_of

PEOPLE = "/ban-lam-viec/nguoi-dan/"


def han(office) -> Person:
    """The person of a dossier accepted at this desk."""
    return dossiers.accepted(office, dossiers.birth(office), at=office.at).applicant


def page_of(officer, person: Person) -> str:
    return client_of(officer).get(reverse("desk:person", args=[person.pk])).text


def test_people_are_found_by_name_number_telephone_and_birth_date(office):
    han(office)
    client = client_of(office.le)

    asked = ["ngoc han", "Ngọc Hân", "092185004417", "0912 345 678", "han 14/03/1985"]

    assert all("Nguyễn Thị Ngọc Hân" in client.get(PEOPLE, {"q": text}).text for text in asked)


def test_numbers_are_masked_until_somebody_asks_and_the_asking_is_written_down(office):
    person = han(office)
    client = client_of(office.le)

    hidden = client.get(reverse("desk:person", args=[person.pk])).text
    shown = client.post(reverse("desk:person_number", args=[person.pk])).text

    assert "092185004417" not in hidden
    assert "092 ••• ••• 417" in hidden
    assert "092185004417" in shown
    record = AccessRecord.objects.get()
    assert (record.account_id, record.what) == (
        office.le.account_id,
        f"Số định danh của người dân số {person.pk}",
    )


def test_a_search_by_number_is_written_down_one_by_name_is_not(office):
    han(office)
    client = client_of(office.le)

    client.get(PEOPLE, {"q": "ngoc han"})
    client.get(PEOPLE, {"q": "092185004417"})

    assert [record.what for record in AccessRecord.objects.all()] == ["Tìm người dân theo số"]


def test_the_page_shows_the_dossiers_that_the_officer_may_see(office):
    person = han(office)
    code = dossiers.Dossier.objects.get().short_code
    stranger = dossiers.Desk().le

    assert code in page_of(office.le, person)
    assert code not in page_of(stranger, person)


def test_lists_that_entitle_are_shown_and_the_reading_is_written_down(office):
    year = timezone.localdate().year
    person = EntitlementFactory(
        person__full_name="Danh Bích Liễu", year=year, valid_from=f"{year}-01-01", valid_to=f"{year}-12-31"
    ).person

    page = page_of(office.le, person)

    assert "Hộ nghèo" in page
    assert f"danh sách năm {year}" in page
    assert AccessRecord.objects.get().what == f"Diện đối tượng của người dân số {person.pk}"


def test_a_dossier_can_be_begun_for_the_person(office):
    person = PersonFactory()

    assert f"{reverse('desk:intake')}?nguoi={person.pk}" in page_of(office.le, person)


def test_the_head_of_the_desk_makes_two_records_one(office):
    kept, double = PersonFactory(full_name="Kim Thị Hồng Đào"), PersonFactory(full_name="Kim Thị Hồng Đào")
    client = client_of(office.head)

    page = client.get(reverse("desk:person", args=[kept.pk])).text
    form = {"duplicate_id": double.pk, "reason": "Đã xem căn cước"}
    answer = client.post(reverse("desk:person_merge", args=[kept.pk]), form, follow=True)

    double.refresh_from_db()
    assert "Có thể là cùng một người" in page
    assert double.merged_into_id == kept.pk
    assert "Đã gộp hai bản ghi." in answer.text


def test_a_merge_without_a_reason_keeps_what_was_chosen(office):
    kept, double = PersonFactory(full_name="Kim Thị Hồng Đào"), PersonFactory(full_name="Kim Thị Hồng Đào")

    answer = client_of(office.head).post(
        reverse("desk:person_merge", args=[kept.pk]), {"duplicate_id": double.pk}
    )

    assert answer.status_code == 422
    assert "Ghi vì sao biết hai bản ghi là một người" in answer.text
    assert f'value="{double.pk}" checked' in answer.text


def test_other_officers_are_not_offered_a_merge_and_cannot_force_one(office):
    kept, double = PersonFactory(full_name="Kim Thị Hồng Đào"), PersonFactory(full_name="Kim Thị Hồng Đào")
    client = client_of(office.le)

    page = client.get(reverse("desk:person", args=[kept.pk])).text
    form = {"duplicate_id": double.pk, "reason": "Đã xem căn cước"}
    client.post(reverse("desk:person_merge", args=[kept.pk]), form)

    double.refresh_from_db()
    assert "Có thể là cùng một người" not in page
    assert double.merged_into_id is None


def test_a_merged_record_leads_to_the_one_that_was_kept(office):
    kept = PersonFactory()
    double = PersonFactory(merged_into=kept)

    answer = client_of(office.le).get(reverse("desk:person", args=[double.pk]))

    assert answer["Location"] == reverse("desk:person", args=[kept.pk])
