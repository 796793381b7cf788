"""Take the pictures of docs/pictures from the real program with its demonstration data.

Usage: python scripts/docs_pictures.py [--dossiers N]

Builds a demonstration in a folder that is thrown away, serves it on a free port, and walks through it with Debian's
Chromium as the demonstration's accounts. Needs what the tests need (``make test`` installs it), and pdftoppm.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/pictures"
CHROMIUM = os.environ.get("MOTCUA_CHROMIUM", "/usr/bin/chromium")
SIZES = {"desk": (1280, 800), "phone": (390, 780)}
DESK = "/ban-lam-viec/"
ON_DESK_ONLY = {
    "dossier",
    "inbox",
    "intake",
    "intake-done",
    "list",
    "quarter",
    "reform",
    "register",
    "signing",
}
REFORM = "/dieu-hanh/cai-cach/"
ON_PHONE_ONLY = {"follow", "search"}
CARD = (
    "092088006125|365412908|Trần Lê Hoàng Minh Khang|14031988|Nam|"
    "Ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ|20052021"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dossiers", type=int, default=1_500)
    wanted = parser.parse_args()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), wanted.dossiers) as root,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        for width in SIZES:
            citizen(browser, root, width)
            clerk(browser, root, width, Path(folder))
            leader(browser, root, width)
            reform(browser, root, width, Path(folder))
        browser.close()
    make_small()


def make_small() -> None:
    """Fewer colours where Debian's pngquant is there; screens have few anyway."""
    if shutil.which("pngquant"):
        subprocess.run(
            ["pngquant", "--force", "--ext=.png", "--quality=70-95", "--skip-if-larger", "--strip",
             *sorted(PICTURES.glob("*.png"))],
            check=False,
        )  # fmt: skip


@contextmanager
def serving(folder: Path, dossiers: int) -> Iterator[str]:
    """Build the demonstration, serve it, and stop serving at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")}
    environment = {**kept, "MOTCUA_DEMO": "1", "MOTCUA_DATA_DIR": str(folder)}
    motcua = [sys.executable, "-m", "motcua.project"]
    subprocess.run([*motcua, "demo", "--dossiers", str(dossiers)], env=environment, check=True)
    server = subprocess.Popen([*motcua, "serve", "--port", str(port), "--workers", "1"], env=environment)
    try:
        root = f"http://127.0.0.1:{port}"
        wait_for(f"{root}/")
        yield root
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit(f"{address} does not answer.")


def open_page(browser: Browser, root: str, width: str, account: str = "") -> Page:
    """A page of a width, signed in when an account is named."""
    across, down = SIZES[width]
    page = browser.new_context(
        base_url=root, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", color_scheme="light",
        viewport={"width": across, "height": down}, has_touch=width == "phone", reduced_motion="reduce",
    ).new_page()  # fmt: skip
    if account:
        page.goto("/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(account)
        page.get_by_label("Mật khẩu").fill("motcua-demo")
        page.get_by_role("button", name="Vào bàn làm việc").click()
        page.wait_for_url(lambda address: "/dang-nhap/" not in address)
    return page


def shoot(page: Page, name: str, width: str) -> None:
    """Keep a picture, unless the documentation shows this page only at the other width."""
    if name in (ON_PHONE_ONLY if width == "desk" else ON_DESK_ONLY):
        return
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}-{width}.png", animations="disabled")


def citizen(browser: Browser, root: str, width: str) -> None:
    page = open_page(browser, root, width)
    page.goto("/")
    shoot(page, "portal", width)
    page.goto("/tim/?q=mới+sinh+con")
    shoot(page, "search", width)
    page.goto("/thu-tuc/birth_registration/")
    shoot(page, "procedure", width)
    page.context.close()


def clerk(browser: Browser, root: str, width: str, folder: Path) -> None:
    page = open_page(browser, root, width, "motcua")
    page.goto(DESK)
    shoot(page, "home", width)
    page.goto(f"{DESK}ho-so/")
    shoot(page, "list", width)
    page.goto(f"{DESK}so-theo-doi/")
    shoot(page, "register", width)
    intake(page, width)
    followed(browser, root, page, width)
    receipt(page, width, folder)
    page.context.close()


def intake(page: Page, width: str) -> None:
    """A birth taken in: the card is read, the form filled, the day stands beside it."""
    page.goto(f"{DESK}nhan-ho-so/")
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")
    page.get_by_text("Đã đọc lúc").wait_for()
    field(page, "applicant.phone").fill("0912345678")
    field(page, "intake.procedure").press_sequentially("mới sinh con", delay=30)
    page.locator("#thu-tuc-ds [value=birth_registration]").first.click()
    field(page, "applicant_relation").wait_for()
    field(page, "applicant_relation").select_option("father")
    field(page, "child_full_name").fill("Trần Lê Ngọc An Nhiên")
    field(page, "child_dob").fill("10/11/2026")
    page.get_by_label("Nữ", exact=True).check()
    field(page, "child_ethnicity").select_option("01")
    page.get_by_label("Cơ sở y tế", exact=True).check()
    field(page, "child_birth_facility").fill("Bệnh viện Đa khoa Cù Lao Dung")
    field(page, "child_birth_place").fill("xã An Thạnh, thành phố Cần Thơ")
    field(page, "child_home_town").fill("xã An Thạnh, thành phố Cần Thơ")
    field(page, "mother_full_name").fill("Lê Thị Ngọc Mai")
    field(page, "mother_dob").fill("1990")
    field(page, "mother_residence").fill("ấp Bình Du A, xã An Thạnh")
    field(page, "mother_id_number").fill("092190000123")
    page.get_by_label("Tôi cam đoan").check()
    page.wait_for_timeout(500)
    page.evaluate("window.scrollTo(0, 0)")
    shoot(page, "intake", width)
    page.get_by_role("button", name="Nhận và in giấy hẹn").click()
    page.wait_for_url("**/da-nhan/**")
    shoot(page, "intake-done", width)


def followed(browser: Browser, root: str, page: Page, width: str) -> None:
    """The dossier just taken in, as the officer and as the citizen see it."""
    number = page.url.split("/da-nhan/")[1].split("/")[0]
    page.goto(f"{DESK}ho-so/{number}/")
    shoot(page, "dossier", width)
    code = page.locator("text=/H13\\.58\\.12-\\d{6}-\\d{4}/").first.inner_text().strip()
    other = open_page(browser, root, width)
    other.goto("/theo-doi/")
    other.get_by_label("Mã hồ sơ").fill(code)
    other.get_by_label("4 số cuối", exact=False).fill("5678")
    other.keyboard.press("Enter")
    shoot(other, "follow", width)
    other.context.close()


def receipt(page: Page, width: str, folder: Path) -> None:
    """The receipt's PDF as a picture, once."""
    if width != "desk":
        return
    first_page(page, page.locator("a[href*='/giay-to/']").first, folder, "receipt", dpi=90)


def first_page(page: Page, link: Locator, folder: Path, name: str, *, dpi: int) -> None:
    """The first page of the PDF behind a link, as a picture."""
    file = folder / f"{name}.pdf"
    file.write_bytes(page.request.get(str(link.get_attribute("href"))).body())
    subprocess.run(
        ["pdftoppm", "-png", "-r", str(dpi), "-f", "1", "-singlefile", file, PICTURES / name], check=True
    )


def leader(browser: Browser, root: str, width: str) -> None:
    page = open_page(browser, root, width, "lanhdao")
    page.goto(f"{DESK}cho-ky/")
    shoot(page, "signing", width)
    page.goto("/dieu-hanh/")
    shoot(page, "board", width)
    page.context.close()


def reform(browser: Browser, root: str, width: str, folder: Path) -> None:
    """The reform chain: a chair's page, the matrix of 2021, a commune's quarter, a certificate."""
    chair = open_page(browser, root, width, "lanhdao92")
    chair.goto(REFORM)
    shoot(chair, "reform", width)
    chair.goto(f"{REFORM}bao-cao/")
    chair.locator("main a[href*='ky=']").first.click()
    shoot(chair, "inbox", width)
    chair.context.close()
    commune = open_page(browser, root, width, "noivu")
    commune.goto(f"{REFORM}bao-cao/")
    commune.locator("main").get_by_role("button").first.or_(commune.locator("main td a").first).first.click()
    shoot(commune, "quarter", width)
    commune.context.close()
    history = open_page(browser, root, width, "noivu82")
    history.goto(f"{REFORM}nhan-rong/?don-vi=H-chau-thanh")
    shoot(history, "matrix", width)
    if width == "desk":
        history.goto(f"{REFORM}khen-thuong/")
        history.locator("main table a").first.click()
        first_page(
            history, history.locator("a[href$='/ban-in/giay-khen/']").first, folder, "certificate", dpi=60
        )
    history.context.close()


def field(page: Page, name: str):  # type: ignore[no-untyped-def]
    return page.locator(f"[id='f-{name}']")


if __name__ == "__main__":
    main()
