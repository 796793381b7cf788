from pathlib import Path

from motcua.dossiers.diagram import page

ROOT = Path(__file__).resolve().parents[2]


def test_the_printed_states_are_those_of_the_code():
    assert (ROOT / "docs" / "states.md").read_text(encoding="utf-8") == page()
