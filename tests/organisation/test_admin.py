import pytest

from motcua.kernel import ledger
from motcua.organisation.models import Staff
from tests.factories.identity import AccountFactory, PersonFactory
from tests.factories.organisation import ProvinceFactory, StaffFactory, UnitFactory

pytestmark = pytest.mark.django_db
POSTS = "/quan-tri/organisation/staff/"


@pytest.fixture
def administration(client):
    client.force_login(AccountFactory(is_superuser=True, is_staff=True))
    return client


def post_of(account, unit, **changes):
    return {
        "account": account.pk, "unit": unit.pk, "division": "", "role": "records_clerk", "title_vi": "Văn thư",
        "valid_from": "2026-11-23", "valid_to": "", **changes,
    }  # fmt: skip


def test_a_post_given_on_the_administration_page_has_its_history(administration):
    unit, account = UnitFactory(), AccountFactory()

    administration.post(f"{POSTS}add/", post_of(account, unit))

    assert Staff.objects.get().role == "records_clerk"
    assert [entry.verb for entry in ledger.entries(unit.stream)] == ["appoint"]


def test_a_refusal_stands_on_the_page_and_nothing_is_saved(administration):
    post = StaffFactory(role="records_clerk", account__display_name="Lê Văn Tám")

    page = administration.post(f"{POSTS}add/", post_of(post.account, post.unit))

    assert "Lê Văn Tám đang giữ vị trí đó" in page.text
    assert Staff.objects.count() == 1


def test_a_post_is_ended_by_its_last_day(administration):
    post = StaffFactory()

    administration.post(f"{POSTS}{post.pk}/change/", {"valid_to": "2026-12-31"})

    post.refresh_from_db()
    assert str(post.valid_to) == "2026-12-31"


@pytest.mark.parametrize(
    "path",
    ["organisation/unit/", "organisation/hamlet/", "organisation/delegation/add/", "identity/account/add/"],
)
def test_the_pages_open(administration, path):
    assert administration.get(f"/quan-tri/{path}").status_code == 200


def test_people_are_found_as_at_the_desk_and_cannot_be_changed(administration):
    person = PersonFactory(full_name="Đỗ Thị Ánh")

    page = administration.get("/quan-tri/identity/person/?q=do+thi+anh")

    assert "Đỗ Thị Ánh" in page.text
    assert "_save" not in administration.get(f"/quan-tri/identity/person/{person.pk}/change/").text


def found_units(administration, words):
    page = administration.get(
        "/quan-tri/autocomplete/",
        {"app_label": "organisation", "model_name": "staff", "field_name": "unit", "term": words},
    )
    return [row["text"] for row in page.json()["results"]]


def test_units_of_one_name_are_told_apart_where_a_post_is_given(administration):
    for code, city in (("31615", "Thành phố Cần Thơ"), ("30001", "Tỉnh An Giang")):
        UnitFactory(code=code, name="Xã An Thạnh", under=ProvinceFactory(name=city))
    UnitFactory(code="20695", name="Xã Tân Thạnh Mỹ")

    assert found_units(administration, "an thạnh") == [
        "Xã An Thạnh, tỉnh An Giang (30001)",
        "Xã An Thạnh, thành phố Cần Thơ (31615)",
        "Xã Tân Thạnh Mỹ (20695)",
    ]


def test_the_administration_bears_the_name_of_the_program(administration):
    page = administration.get("/quan-tri/").text

    assert "Quản trị Motcua" in page
    assert "Đơn vịs" not in page


def test_the_administration_speaks_vietnamese(administration):
    page = administration.get("/quan-tri/").text

    assert "Các mục của Tổ chức" in page
    assert not {word for word in ("Accounts", "Axes", "Access", "Email", "models") if word in page}


def test_several_faults_are_told_in_vietnamese_too(administration):
    page = administration.post(f"{POSTS}add/", {}).text

    assert "Hãy sửa chỗ được đánh dấu dưới đây." in page
    assert "Please" not in page


def test_a_post_says_who_holds_it_where(administration):
    post = StaffFactory(account__display_name="Lê Văn Tám", title_vi="Văn thư", unit__name="Xã An Thạnh")

    assert str(post) == "Lê Văn Tám, Văn thư, Xã An Thạnh"
    assert str(post) in administration.get(f"{POSTS}{post.pk}/change/").text


def test_a_page_without_a_mark_of_its_own_has_ours(client):
    assert client.get("/favicon.ico").url.endswith("mark.svg")
