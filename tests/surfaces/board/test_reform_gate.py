"""An address that only takes what is sent leads back to its page when it is typed."""

import pytest

from tests.surfaces.board.directives.office import LiveDistrict, client_of


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("lich/dia-chi/", "lich/"),
        ("viec/5/trao-doi/", "viec/5/"),
        ("van-ban/5/mo-hinh/7/bo/", "van-ban/5/mo-hinh/"),
    ],
)
def test_a_typed_address_of_an_act_leads_to_the_page_above_it(db, typed, page):
    answer = client_of(LiveDistrict().hanh).get(f"/dieu-hanh/cai-cach/{typed}")

    assert (answer.status_code, answer.url) == (302, f"/dieu-hanh/cai-cach/{page}")
