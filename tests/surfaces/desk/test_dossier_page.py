"""The page of one dossier: what it says in each state, and to whom."""

import pytest

from tests.factories import dossiers as made
from tests.surfaces.desk.dossier_client import Counter, address


@pytest.fixture
def counter(db) -> Counter:
    return Counter()


@pytest.mark.parametrize("state", ["accepted", "processing", "drafted", "signed", "processed", "returned"])
@pytest.mark.parametrize("who", ["le", "justice", "leader", "clerk", "head", "land"])
def test_every_officer_reads_the_page_in_every_state(counter, state, who):
    dossier = getattr(made, state)(counter.desk)

    page = counter.client(who).get(address(dossier))

    assert page.status_code == 200
    assert "Nguyễn Thị Ngọc Hân, cho con Trần Gia Bảo" in page.text
