import re
from html import unescape

import pytest
from django.utils import timezone

from motcua.organisation.roles import Role
from motcua.surfaces.board import calendar_words
from tests.factories.organisation import UnitFactory
from tests.factories.statistics import note
from tests.statistics.histories import life
from tests.surfaces.board.conftest import ago, somebody

pytestmark = pytest.mark.django_db

FIGURE = re.compile(r'<a[^>]*href="(?P<href>[^"]+)"[^>]*data-count="(?P<count>\d+)"')
TODAY = timezone.localdate()
PERIODS = [calendar_words.write(period) for period in calendar_words.around(TODAY).values()]


def figures_of(page: str) -> list[tuple[str, int]]:
    return [(unescape(found["href"]), int(found["count"])) for found in FIGURE.finditer(page)]


def length_of(client, href: str) -> int:
    """Walk the list to its end and count its rows."""
    count = 0
    while href:
        page = client.get(href).text
        count += page.count("<tr data-row>")
        following = re.search(r'rel="next" href="([^"]+)"', page)
        href = href.split("?")[0] + unescape(following[1]) if following else ""
    return count


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("path", ["", "don-vi/", "bieu-06a/"])
def test_every_figure_opens_a_list_as_long_as_it_says(leader, path, period):
    figures = figures_of(leader.get(f"/dieu-hanh/{path}", {"ky": period}).text)

    assert len(figures) > 5
    assert [(href, length_of(leader, href)) for href, _count in figures] == figures


def test_the_board_begins_with_what_is_late_and_where(leader):
    page = leader.get("/dieu-hanh/").text

    headline = re.search(r"<h1[^>]*>(.*?)</h1>", page)[1]
    words = unescape(re.sub(r"<[^>]+>", "", headline)).replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("Đang trễ 2 hồ sơ, ở Văn hóa – Xã hội. ")
    assert length_of(leader, unescape(re.search(r'href="([^"]+)"', headline)[1])) == 2


def test_the_reason_that_was_noted_last_stands_beside_a_late_dossier(desk, leader):
    late = desk.live(life(accepted=ago(15), due=ago(9)))
    note(late, "chờ hộ liền kề")
    note(late, "chờ biên bản niêm yết của ấp")

    page = leader.get("/dieu-hanh/").text

    assert "chờ biên bản niêm yết của ấp" in page
    assert "chờ hộ liền kề" not in page
    assert page.count("chưa ghi lý do") == 2


def test_a_good_day_is_said_plainly(city, client):
    quiet = UnitFactory(name="Xã Yên Lặng", under=city)
    client.force_login(somebody(quiet, Role.COMMUNE_LEADER))

    page = client.get("/dieu-hanh/").text

    assert "Không có hồ sơ nào đang trễ." in page
    assert "Trễ ở đâu, vì sao" not in page


def test_a_long_list_is_walked_page_by_page_without_loss(desk, leader):
    for number in range(104):
        desk.live(life(accepted=ago(3), due=ago(1 if number % 2 else -9)))

    for figure, count in (("pending_overdue", 54), ("pending_total", 107)):
        href = f"/dieu-hanh/ho-so/?so-lieu={figure}&tu={TODAY}&den={TODAY}"
        assert (figure, length_of(leader, href)) == (figure, count)


def test_every_share_names_its_base(leader):
    page = leader.get("/dieu-hanh/").text

    assert "Đúng hẹn gồm trước hạn và đúng hạn, trên số đã giải quyết." in page
    assert "Tỷ lệ đúng hẹn trên số đã giải quyết." in page


def test_a_province_sees_its_communes_and_opens_one(desk, city, client):
    client.force_login(somebody(city, Role.HOME_AFFAIRS_OFFICER))

    page = client.get("/dieu-hanh/").text

    assert "Cả thành phố Cần Thơ" in page
    assert f'href="/dieu-hanh/?don-vi={desk.unit.code}&amp;ky=' in page
    assert client.get("/dieu-hanh/", {"don-vi": desk.unit.code}).status_code == 200


@pytest.mark.parametrize("role", [Role.ONE_STOP_OFFICER, Role.RECORDS_CLERK, Role.YOUTH_VOLUNTEER])
def test_other_roles_read_why_the_board_does_not_open(desk, client, role):
    client.force_login(somebody(desk.unit, role))

    for path in ("", "ho-so/", "bieu-06a/", "bieu-06a/xlsx/", "don-vi/"):
        answer = client.get(f"/dieu-hanh/{path}")
        assert answer.status_code == 403
        assert "Việc này dành cho: Chủ tịch/Phó Chủ tịch UBND" in answer.text


def test_only_who_works_on_dossiers_is_led_from_the_board_to_one(desk, leader):
    listed = "/dieu-hanh/ho-so/?so-lieu=received&ky=2000-01&tu=2000-01-01&den=2100-01-01"
    at_the_desk = re.compile(r'href="/ban-lam-viec/ho-so/\d+/"')
    of_leader = [leader.get(page).text for page in ("/dieu-hanh/", listed)]

    leader.force_login(somebody(desk.unit, Role.HOME_AFFAIRS_OFFICER))
    of_home_affairs = [leader.get(page).text for page in ("/dieu-hanh/", listed)]

    assert all(at_the_desk.search(page) for page in of_leader)
    assert not any(at_the_desk.search(page) for page in of_home_affairs)


def test_nobody_sees_a_unit_beside_or_above_the_own(leader, city):
    beside = UnitFactory(name="Xã Bên Cạnh", under=city)

    for unit in (beside, city):
        answer = leader.get("/dieu-hanh/", {"don-vi": unit.code})
        assert answer.status_code == 403
        assert "không thuộc xã An Thạnh" in answer.text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"ky": "2026-W99"}, "Không đọc được kỳ “2026-W99”."),
        ({"ky": "9999-W53"}, "Không đọc được kỳ “9999-W53”."),
        ({"ky": "9999-11"}, "Kỳ phải nằm trong các năm từ 1900 đến 2900."),
        ({"tu": "0001-01-01", "den": "9999-12-31"}, "Kỳ phải nằm trong các năm từ 1900 đến 2900."),
        ({"don-vi": "bịa"}, "Không có đơn vị nào mang mã “bịa”."),
        ({"tu": "2026-13-01", "den": "2026-12-01"}, "Không đọc được kỳ “2026-13-01 – 2026-12-01”."),
    ],
)
def test_an_address_that_means_nothing_is_answered_with_a_sentence(leader, query, sentence):
    answer = leader.get("/dieu-hanh/", query)

    assert answer.status_code == 400
    assert sentence in unescape(answer.text)


@pytest.mark.parametrize(
    "query", [{"so-lieu": "bịa"}, {"so-lieu": "received", "sau": "x"}, {"so-lieu": "due", "cap-duoi": "1"}]
)
def test_a_list_that_does_not_exist_is_answered_with_a_sentence(leader, query):
    answer = leader.get("/dieu-hanh/ho-so/", query)

    assert answer.status_code == 400
    assert "m-note--late" in answer.text


def test_who_is_not_signed_in_is_asked_to(client, db):
    assert client.get("/dieu-hanh/").headers["Location"].startswith("/dang-nhap/")
