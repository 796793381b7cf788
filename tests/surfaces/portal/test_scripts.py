"""What the small scripts add, and that nothing is missing without them."""

from playwright.sync_api import expect

PARTS = "/thanh-phan/"


def test_questions_come_and_go_with_the_answers(desktop, office):
    desktop.goto(PARTS)
    father = desktop.locator('[data-section="father"]')
    expect(father).to_be_visible()

    desktop.get_by_label("Chỉ khai mẹ").check()

    expect(father).to_be_hidden()
    expect(desktop.locator('[data-section="mother"]')).to_be_visible()
    expect(desktop.locator("[data-refresh]")).to_be_hidden()


def test_a_table_grows_by_numbered_rows(desktop, office):
    desktop.goto(PARTS)
    table = desktop.locator("#f-giay_to")

    table.get_by_role("button", name="Thêm một dòng").click()

    expect(table.locator('[name="giay_to-1-ten"]')).to_be_focused()
    expect(table.get_by_label("Tên giấy tờ, dòng 2")).to_have_value("")


def test_without_scripts_there_are_blank_rows_and_a_button_that_asks_the_server(open_page, office):
    page = open_page("desktop", scripts=False)
    page.goto(PARTS)

    expect(page.locator('[name="items-1-doc_name"], [name^="items-1-"]').first).to_be_visible()
    expect(page.locator("[data-refresh]")).to_be_visible()
    expect(page.get_by_role("button", name="In trang này")).to_be_hidden()


def test_an_answer_comes_while_the_question_is_typed(desktop, office):
    desktop.goto("/tim/")

    desktop.get_by_role("searchbox").press_sequentially("mới sinh con")

    expect(desktop.get_by_role("link", name="Đăng ký khai sinh", exact=True)).to_be_visible()


def test_the_search_works_without_scripts(open_page, office):
    page = open_page("phone", scripts=False)
    page.goto("/")

    page.get_by_role("searchbox").fill("mất giấy khai sinh")
    page.get_by_role("button", name="Tìm").click()

    expect(page.get_by_role("link", name="Đăng ký lại khai sinh")).to_be_visible()


def test_the_first_tab_stop_leads_past_the_menu(desktop, office):
    desktop.goto("/")

    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    desktop.keyboard.press("Enter")

    expect(desktop.locator("#noi-dung")).to_be_focused()
