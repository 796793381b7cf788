"""Guessing the end of a telephone number."""

from django.urls import reverse

from motcua.surfaces.portal import guesses
from tests.factories.dossiers import accepted


def test_another_spelling_of_a_code_is_no_new_round_of_guesses(client, desk):
    code = accepted(desk).code
    short = code.split("-", 1)[1]
    spellings = [code, f"{code[:3]} {code[3:]}", code.lower(), f"{short[:2]} {short[2:]}", f"{code}\u200b"]
    assert len(spellings) == guesses.PER_CODE

    for spelling in spellings:
        client.post(reverse("portal:follow"), {"ma": spelling, "duoi": "0000"})

    assert client.post(reverse("portal:follow"), {"ma": code, "duoi": "5678"}).status_code == 429
