"""What is loaded: nothing from elsewhere, nothing older than its source, nothing heavy."""

import gzip
import hashlib
import re
import sys
from pathlib import Path

import pytest
from django.urls import reverse

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src/motcua/surfaces/components/static/components"
RECORDS = [STATIC / "vendor/README.md", ROOT / "tests/vendor/README.md"]

sys.path.insert(0, str(ROOT / "scripts"))
import pack_styles  # noqa: E402
import vendor_assets  # noqa: E402

BUDGET = 100_000  # bytes of the first page, packed


@pytest.mark.parametrize("record", RECORDS, ids=["pages", "tests"])
def test_vendored_files_are_those_that_were_recorded(record):
    recorded = dict(re.findall(r"\| `([^`]+)` \| \d+ \| `([0-9a-f]{64})` \|", record.read_text()))
    present = {
        path.relative_to(record.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in record.parent.rglob("*")
        if path.is_file() and path != record
    }

    assert present == recorded


def test_every_vendored_folder_carries_its_licence():
    folders = [folder for record in RECORDS for folder in record.parent.iterdir() if folder.is_dir()]

    assert [folder.name for folder in folders if not (folder / "LICENSE").is_file()] == []


def test_the_packed_style_sheet_is_as_new_as_its_sources():
    assert pack_styles.PACKED.read_text() == pack_styles.pack()


def test_the_icons_are_those_that_the_script_fetches():
    present = {path.stem for path in vendor_assets.ICONS.glob("*.svg")}

    assert present == set(vendor_assets.ICON_NAMES)


def test_no_style_or_script_names_another_host():
    texts = [path for path in STATIC.rglob("*") if path.suffix in {".css", ".js"}]
    strangers = {
        (path.name, address)
        for path in texts
        for address in re.findall(
            r"""(?:url\(["']?|import\s+["']|fetch\(["'])(https?:)?//[^)"']+""", path.read_text()
        )
    }

    assert strangers == set()


@pytest.mark.django_db
def test_the_first_page_stays_light_on_a_slow_network(client):
    page = client.get(reverse("portal:home")).content
    style = (STATIC / "motcua.css").read_bytes()
    fonts = sum(path.stat().st_size for path in STATIC.glob("vendor/be-vietnam-pro/*.woff2"))
    mark = (STATIC / "mark.svg").read_bytes()
    scripts = [STATIC / name for name in re.findall(rb'src="/static/components/([^"]+)"', page)]

    packed = sum(len(gzip.compress(content)) for content in (page, style, mark, *scripts)) + fonts

    assert packed < BUDGET, packed
