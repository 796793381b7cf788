from pathlib import Path

import pytest

from motcua.project.state_pages import LIVES, page

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "states"


@pytest.mark.parametrize("name", LIVES)
def test_the_printed_states_are_those_of_the_code(name):
    assert (PAGES / f"{name}.md").read_text(encoding="utf-8") == page(LIVES[name])


def test_every_page_is_drawn_and_every_life_has_a_page():
    assert {path.stem for path in PAGES.glob("*.md")} == {*LIVES}


def test_everything_whose_life_an_officer_moves_is_drawn():
    """Steps are left out: a workflow moves them, and each office has its own."""
    tables = {
        path for path in (ROOT / "src" / "motcua").rglob("*states.py") if "\nclass State(" in path.read_text()
    }

    assert {Path(str(life.states.__file__)) for life in LIVES.values()} == tables
