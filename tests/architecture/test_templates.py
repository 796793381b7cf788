"""Every template is used by something, and can be read by its engine."""

import re
from pathlib import Path

from django.template import engines

from tests.architecture.code import SOURCE, place

BY_CONVENTION = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


def templates() -> list[Path]:
    return sorted((SOURCE / "surfaces").glob("*/templates/**/*.html"))


def name_of(path: Path) -> str:
    """``desk/dossiers/list.html``, as views and other templates call it."""
    return str(path).rpartition("/templates/")[2]


def test_every_template_is_used():
    texts = [path.read_text() for path in (*SOURCE.rglob("*.py"), *templates())]
    called = set(re.findall(r"""["']([\w/.-]+\.html)["']""", "\n".join(texts)))
    unused = [
        place(path) for path in templates() if name_of(path) not in called and path.name not in BY_CONVENTION
    ]

    assert unused == []


def test_every_template_that_is_called_exists():
    ours = {name_of(path) for path in templates()}
    called = {
        (place(path), name)
        for path in (*(SOURCE / "surfaces").rglob("*.py"), *templates())
        for name in re.findall(r"""["']([\w-]+/[\w/.-]+\.html)["']""", path.read_text())
        if name.split("/")[0] in {"components", "portal", "desk", "board"}
    }

    assert sorted((path, name) for path, name in called if name not in ours) == []


def test_every_template_can_be_read():
    engine = engines["jinja2"]

    assert [name_of(path) for path in templates() if engine.get_template(name_of(path)) is None] == []


def test_no_page_loads_anything_from_another_host():
    loads = re.compile(r"""(?:src|href|action|url\()\s*=?\s*["'(]?(?:https?:)?//[^"')\s]+""")
    strangers = [
        f"{place(path)}: {found}"
        for path in (*templates(), *(SOURCE / "surfaces").rglob("*.css"))
        for found in loads.findall(path.read_text())
    ]

    assert strangers == []
