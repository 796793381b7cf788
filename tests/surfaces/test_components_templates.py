"""What holds for every template."""

import re

import pytest
from django.conf import settings
from django.template import engines

from motcua.surfaces.components.icons import FOLDER, icon

FILES = sorted(path for folder in settings.TEMPLATES[0]["DIRS"] for path in folder.rglob("*.html"))


def named(path):
    return path.relative_to(
        next(f for f in settings.TEMPLATES[0]["DIRS"] if path.is_relative_to(f))
    ).as_posix()


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_template_compiles_and_opens_with_what_it_needs(path):
    engines["jinja2"].env.get_template(named(path))

    assert path.read_text().startswith("{#")


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_template_sets_no_style_and_no_script_inline(path):
    text = path.read_text()

    assert not re.search(r"""\s(style|on[a-z]+)=["']|<style|<script(?![^>]*\ssrc=)""", text)


def test_every_icon_that_is_named_is_there():
    asked = {
        (named(path), name)
        for path in FILES
        for name in re.findall(r"""icon\(\s*["']([a-z0-9-]+)["']""", path.read_text())
    }

    assert {(page, name) for page, name in asked if not (FOLDER / f"{name}.svg").is_file()} == set()


def test_an_icon_without_words_is_hidden_and_one_with_words_says_them():
    assert 'aria-hidden="true"' in icon("check")
    assert '<span class="m-sr">Tại nhà</span>' in icon("bike", "Tại nhà")


def test_a_label_cannot_break_out_of_an_icon():
    assert "<b>" not in icon("check", "<b>")
