"""Files that a newcomer can read, and that hold on any machine."""

import ast
import re

from tests.architecture.code import ROOT, SOURCE, modules, our_files, place

MOST_LINES, MOST_LINES_OF_A_FUNCTION = 400, 60
# Written so that this file does not find itself.
MACHINE = re.compile(
    r"/(?:wo)rk/(?:main|shared)|/(?:ro)ot/|/(?:op)t/|(?:py)pi\.org|(?:py)thonhosted\.org|registry\.(?:np)mjs"
)


def test_no_file_is_longer_than_a_sitting():
    long = [
        f"{place(path)}: {lines}"
        for path in our_files(".py", ".html", ".js", ".typ")
        if (lines := len(path.read_text().splitlines())) > MOST_LINES
    ]

    assert long == []


def test_no_function_is_longer_than_a_page():
    long = [
        f"{place(path, node.lineno)} {node.name}: {length}"
        for folder in (SOURCE, ROOT / "tests", ROOT / "scripts")
        for path, tree in modules(folder)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_no_file_names_a_machine_or_a_package_index():
    found = [
        f"{place(path)}: {match[0]}"
        for path in our_files()
        if (match := MACHINE.search(path.read_bytes().decode(errors="ignore")))
    ]

    assert found == []


def test_there_is_no_drawer():
    drawers = [
        place(path)
        for path in SOURCE.rglob("*")
        if path.stem in {"utils", "helpers", "common", "misc", "core"}
    ]

    assert drawers == []


def test_every_package_says_what_it_is():
    silent = [
        place(path)
        for path in sorted(SOURCE.glob("*/__init__.py"))
        if not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []
