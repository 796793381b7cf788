"""The dossier in a real browser: readable by everybody, at every width, by day and night, with and without scripts."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import expect

from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.surfaces.desk.timeline_lanes import LINES, LaneRow, Run, kept_apart
from tests.browser import assert_accessible, assert_no_sideways_scroll, browser, open_page, shot
from tests.clock import clock
from tests.factories import dossiers as made
from tests.factories.dossiers import HANOI
from tests.surfaces.desk.dossier_client import Counter, address
from tests.surfaces.desk.office import LONG_NAME, somebody

__all__ = ["browser", "clock", "open_page"]

FRIDAY = datetime(2026, 11, 20, 8, 50, tzinfo=HANOI)
WALK = [
    ("le", "accepted", made.copies), ("justice", "processing", made.birth), ("leader", "drafted", made.birth),
    ("clerk", "signed", made.birth), ("le", "processed", made.copies), ("tam", "returned", made.birth),
    ("land", "processing", made.land),
]  # fmt: skip


@pytest.fixture
def counter(transactional_db, clock) -> Counter:
    clock.set(FRIDAY + timedelta(hours=1))
    return Counter()


def back_and_forth(counter: Counter) -> Dossier:
    """Long names, and work that went back twice."""
    who = somebody(LONG_NAME, address=f"Số nhà 128/4, tổ 6, {LONG_NAME}, xã An Thạnh, thành phố Cần Thơ")
    answers = {"child_full_name": f"{LONG_NAME} Công Tằng Tôn Nữ"}
    dossier = made.drafted(counter.desk, made.birth(counter.desk, applicant=who, answers=answers), FRIDAY)
    for minute in (10, 30):
        at = FRIDAY + timedelta(minutes=minute)
        step = made.open_step(dossier)
        services.send_back(
            dossier_id=dossier.pk, step_id=step.pk, to_key="s2", reason="Tên đệm của mẹ chưa khớp căn cước, sửa lại",
            by=counter.desk.leader, at=at,
        )  # fmt: skip
        dossier = made.do(counter.desk, dossier, at + timedelta(minutes=5))
    return dossier


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_every_state_is_accessible(open_page, live_server, counter, width, dark):
    page = open_page(width, dark=dark)
    for who, state, what in WALK:
        counter.enter(page, live_server.url, who)
        dossier = getattr(made, state)(counter.desk, what(counter.desk), FRIDAY)
        page.goto(address(dossier))
        shot(page, f"dossier-{state}-{what.__name__}-{width}{'-dark' if dark else ''}")
        assert_accessible(page)


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_folds_menus_and_answers_are_accessible_when_open(open_page, live_server, counter, width):
    page = open_page(width)
    counter.enter(page, live_server.url, "leader")
    page.goto(address(back_and_forth(counter)))
    page.get_by_text("In", exact=True).click()
    expect(page.get_by_role("link", name="Phiếu kiểm soát quá trình giải quyết (mẫu 06)")).to_be_visible()
    shot(page, f"dossier-menu-{width}")
    assert_accessible(page)
    page.get_by_text("In", exact=True).click()
    for fold in ("Việc khác", "Vì sao hẹn ngày này?", "Xem ngay"):
        page.get_by_text(fold).first.click()
    if width == "desktop":
        page.get_by_text("Từng bước, thời gian được giao và đã dùng").click()
    expect(page.locator("#to-khai")).to_contain_text("Người được khai sinh")
    shot(page, f"dossier-open-{width}")
    assert_accessible(page)


def test_nothing_scrolls_sideways_at_320_px(open_page, live_server, counter):
    page = open_page(320)
    counter.enter(page, live_server.url, "leader")
    dossier = back_and_forth(counter)
    page.goto(address(dossier))
    shot(page, "dossier-320")
    assert_no_sideways_scroll(page)
    for slug in ("chuyen-tra-lai", "phan-cong", "them-tep", "ghi-chu", "gia-han"):
        page.goto(address(dossier, slug))
        assert_no_sideways_scroll(page)


def test_it_works_without_scripts(open_page, live_server, counter):
    page = open_page("phone", scripts=False)
    counter.enter(page, live_server.url, "le")
    dossier = made.accepted(counter.desk, at=FRIDAY)
    page.goto(address(dossier))
    page.get_by_role("button", name="Chuyển giải quyết").click()
    expect(page.locator("#viec-ke-tiep")).to_contain_text("Đang chờ Tư pháp – Hộ tịch")

    page.locator("#viec summary").first.click()
    page.get_by_role("link", name="Ghi chú vào nhật ký").click()
    page.get_by_role("button", name="Lưu ghi chú").click()
    expect(page.get_by_role("alert")).to_contain_text("Viết lời ghi chú rồi lưu.")
    page.get_by_role("textbox", name="Ghi chú").fill("Gọi cho chị Hân chiều nay")
    page.get_by_role("button", name="Lưu ghi chú").click()
    expect(page.get_by_role("region", name="Nhật ký")).to_contain_text("Gọi cho chị Hân chiều nay")
    page.get_by_role("button", name="Xem số").click()
    expect(page.get_by_text("092 185 004 417")).to_be_visible()


def test_two_screens_meet_and_the_later_one_reads_what_happened(open_page, live_server, counter):
    first, second = open_page("desktop"), open_page("desktop")
    dossier = made.accepted(counter.desk, at=FRIDAY)
    for page, who in ((first, "le"), (second, "tam")):
        counter.enter(page, live_server.url, who)
        page.goto(address(dossier))
    first.get_by_role("button", name="Chuyển giải quyết").click()
    expect(first.locator("#viec [role=status]")).to_contain_text("Chuyển giải quyết, Trần Mỹ Lệ")

    second.locator("#viec summary").first.click()
    second.get_by_label("Lời nhắn cho người giải quyết").fill("Nhờ xem kỹ tên mẹ")
    second.get_by_role("button", name="Chuyển giải quyết").click()

    expect(second.get_by_role("alert")).to_contain_text("đã được Trần Mỹ Lệ chuyển giải quyết")
    expect(second.locator("#viec-mo")).to_contain_text("Nhờ xem kỹ tên mẹ")
    expect(second.locator("#viec-ke-tiep")).to_contain_text("Đang chờ Tư pháp – Hộ tịch")
    shot(second, "dossier-stale-desktop")
    assert_accessible(second)


def test_the_next_act_is_one_key_away(open_page, live_server, counter):
    page = open_page("desktop")
    counter.enter(page, live_server.url, "le")
    page.goto(address(made.accepted(counter.desk, at=FRIDAY)))

    page.keyboard.press("c")

    expect(page.locator("#viec-ke-tiep")).to_contain_text("Đang chờ Tư pháp – Hộ tịch")


def test_a_lane_whose_last_bar_fills_the_row_ends_without_words():
    lane = LaneRow("Địa chính", "", [Run("run", "", LINES - 2, LINES)], after="10/03, 09:00, sớm 2 ngày")

    assert kept_apart(lane).after == ""


def test_an_act_after_the_session_has_ended_leads_through_the_door_and_keeps_its_words(
    open_page, live_server, counter
):
    page, words = open_page("phone"), "Nhờ xem kỹ tên mẹ"
    counter.enter(page, live_server.url, "le")
    page.goto(address(made.accepted(counter.desk, at=FRIDAY)))
    page.locator("#viec summary").first.click()
    page.get_by_label("Lời nhắn cho người giải quyết").fill(words)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    page.get_by_role("button", name="Chuyển giải quyết").click()
    expect(page.locator("body")).to_have_attribute("data-page", "sign-in")
    assert_accessible(page)
    counter.enter(page, live_server.url, "le")
    page.goto(parse_qs(urlsplit(page.url).query)["next"][0])

    expect(page.get_by_text("Lần gửi trước chưa tới nơi.")).to_be_visible()
    expect(page.get_by_label("Lời nhắn cho người giải quyết")).to_have_value(words)


def test_an_act_without_an_answer_says_so_and_is_done_when_pressed_again(open_page, live_server, counter):
    page = open_page("phone")
    counter.enter(page, live_server.url, "le")
    page.goto(address(made.accepted(counter.desk, at=FRIDAY)))
    send = page.get_by_role("button", name="Chuyển giải quyết")

    page.context.set_offline(True)
    send.click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa gửi được. Những gì đã gõ vẫn còn đây")
    shot(page, "dossier-unanswered-phone")
    page.context.set_offline(False)
    send.click()

    expect(page.locator("#viec-ke-tiep")).to_contain_text("Đang chờ Tư pháp – Hộ tịch")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.faults.clear()  # the console tells of the lost line
