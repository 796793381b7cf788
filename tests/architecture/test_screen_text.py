"""What people read is Vietnamese, in normal form C, wherever it is written."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db.models import Choices

from tests.architecture.code import SOURCE, our_files, place
from tests.architecture.code import modules as all_modules
from tests.architecture.words import is_vietnamese

GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy"}
READ_ALOUD = {"alt", "aria-label", "placeholder", "title", "label", "data-confirm"}
SILENT = {"script", "style", "code", "svg"}
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
BLOCK_IN_ATTRIBUTE = re.compile(r"""=["'][^"'<>]*\{%-? block (\w+)""")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def test_every_translated_sentence_is_vietnamese():
    foreign = [
        f"{place(path, node.lineno)} {argument.value}"
        for path, tree in all_modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        and not is_vietnamese(argument.value)
    ]  # fmt: skip

    assert foreign == []


def test_every_refusal_is_a_vietnamese_sentence():
    foreign = [
        f"{place(path, node.lineno)} {argument.value}"
        for path, tree in all_modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args
        for argument in [node.exc.args[0]]
        if isinstance(argument, ast.Constant) and getattr(node.exc.func, "id", "") not in OUR_OWN_EARS
        and isinstance(argument.value, str) and not is_vietnamese(argument.value)
    ]  # fmt: skip

    assert foreign == []


# A programmer reads these, in a traceback.
OUR_OWN_EARS = {"TypeError", "ValueError", "RuntimeError", "KeyError", "AssertionError", "NotImplementedError",
                "LookupError", "ImproperlyConfigured"}  # fmt: skip


def choices() -> list[type[Choices]]:
    found, queue = [], [Choices]
    while queue:
        kind = queue.pop()
        queue += kind.__subclasses__()
        if kind.__module__.startswith("motcua."):
            found.append(kind)
    return found


def test_every_label_of_a_choice_is_vietnamese():
    foreign = [
        f"{kind.__qualname__}.{value}: {label}"
        for kind in choices()
        for value, label in kind.choices
        if not is_vietnamese(str(label))
    ]

    assert foreign == []


class Reader(HTMLParser):
    """Collects what a person would read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self.heard += [value or "" for name, value in attributes if name in READ_ALOUD]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.heard.append(data)


def spoken(path: Path, unspoken: set[str]) -> Iterator[str]:
    """The texts of a template, without what Jinja puts in and without blocks that fill an attribute."""
    text = path.read_text()
    for block in unspoken:
        text = re.sub(r"\{%-? block " + block + r" -?%\}.*?\{%-? endblock.*?%\}", " ", text, flags=re.DOTALL)
    reader = Reader()
    reader.feed(JINJA.sub(lambda found: " 0 " if found[0].startswith("{{") else " ", text))
    yield from (text for text in (ATTRIBUTE.sub("", heard).strip() for heard in reader.heard) if text)


def test_every_text_of_a_template_is_vietnamese():
    templates = sorted((SOURCE / "surfaces").rglob("*.html"))
    unspoken = {name for path in templates for name in BLOCK_IN_ATTRIBUTE.findall(path.read_text())}
    foreign = [
        f"{place(path)}: {text}"
        for path in templates
        for text in spoken(path, unspoken)
        if not is_vietnamese(text)
    ]

    assert foreign == []


def test_every_file_is_in_normal_form_c():
    loose = [
        place(path)
        for path in our_files(".py", ".html", ".js", ".css", ".typ", ".yaml", ".md", ".po")
        if not unicodedata.is_normalized("NFC", path.read_text())
    ]

    assert loose == []


@pytest.mark.parametrize(
    "text", ["Chờ tiếp nhận", "bản in", "Tin khai sinh", "Mã QR", "%(code)s", "12 / 30", "Cổng dịch vụ (PDF)"]
)
def test_vietnamese_is_known(text):
    assert is_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    ["Save", "Due date", "Please wait", "Không found this", "do not", unicodedata.normalize("NFD", "Chờ")],
)
def test_english_and_loose_marks_are_known(text):
    assert not is_vietnamese(text)
