import pytest

from motcua.kernel.privacy import mask_name, mask_number


@pytest.mark.parametrize(
    ("number", "shown"), [("092301000417", "092 ••• ••• 417"), ("", "•••"), ("12345678", "•••")]
)
def test_a_personal_number_shows_only_its_ends(number, shown):
    assert mask_number(number) == shown


@pytest.mark.parametrize(("name", "shown"), [("Nguyễn Thị Ngọc Hân", "N. T. N. Hân"), ("Y", "Y"), ("", "")])
def test_a_name_keeps_only_the_given_name(name, shown):
    assert mask_name(name) == shown
