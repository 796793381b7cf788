"""For which group of units a model is made: only those that there are on the day."""

from tests.factories.organisation import UnitFactory
from tests.surfaces.board.initiatives.conftest import LIST, page_of


def test_districts_are_offered_only_while_there_are_any(commune, sign_in):
    client = sign_in(commune.ba)
    without = client.get(f"{LIST}dang-ky/").text
    UnitFactory(code="H-chau-thanh", name="Huyện Châu Thành", level="district", kind="huyen")

    assert "Cấp huyện" not in without
    assert "Cấp xã" in without
    assert "Cấp huyện" in client.get(f"{LIST}dang-ky/").text


def test_a_draft_keeps_the_group_that_it_has(commune, sign_in):
    draft = commune.draft(level="district")

    assert "Cấp huyện" in sign_in(commune.ba).get(page_of(draft, "sua/")).text
