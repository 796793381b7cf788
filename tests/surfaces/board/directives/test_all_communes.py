"""A text to all communes: the form says what a blank “Kính gửi” prints."""

from django.urls import reverse

from tests.surfaces.board.directives.office import client_of


def test_the_form_says_which_phrase_stands_for_all_communes(district):
    shown = client_of(district.hanh).get(reverse("board:directive_draft")).text

    assert "gửi tất cả 12 đơn vị cấp xã thì in “Ủy ban nhân dân các xã, thị trấn”" in shown
