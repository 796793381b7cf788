"""The program runs on what ``requirements/base.txt`` installs; what only tests need stays with the tests."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(tree: ast.AST) -> Iterator[str]:
    """Top names of absolute imports, those for the type checker alone left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        yield from imported(node)


def test_the_program_imports_only_what_it_installs():
    installed = {normal(name) for name in PINNED.findall((ROOT / "requirements/base.txt").read_text())}
    homes = packages_distributions()
    strays = {
        (str(file.relative_to(ROOT)), name)
        for file in (ROOT / "src/motcua").rglob("*.py")
        for name in imported(ast.parse(file.read_text()))
        if name not in sys.stdlib_module_names
        and name != "motcua"
        and not installed.intersection(map(normal, homes.get(name, [name])))
    }

    assert strays == set()
