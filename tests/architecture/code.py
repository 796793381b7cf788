"""The project as data: its files, its syntax trees, its layers."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "motcua"
WRITTEN_BY_HAND = {".py", ".html", ".css", ".js", ".typ", ".sh"}
NOT_OURS = {"migrations", "vendor", "data", "__pycache__"}


def modules(folder: Path = SOURCE) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file below a folder, with its syntax tree; migrations are written by a program."""
    for path in sorted(folder.rglob("*.py")):
        if not NOT_OURS & set(path.parts):
            yield path, ast.parse(path.read_text(), filename=str(path))


def package_of(path: Path) -> str:
    """``dossiers`` for ``src/motcua/dossiers/services/accept.py``."""
    return path.relative_to(SOURCE).parts[0]


def layers() -> dict[str, int]:
    """Depth of each package in the contract of ``pyproject.toml``: 0 is the top."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    lines = next(contract["layers"] for contract in contracts if contract["containers"] == ["motcua"])
    return {name.strip(): depth for depth, line in enumerate(lines) for name in line.split("|")}


def models() -> list[type[Model]]:
    """Every model of ours."""
    return [model for model in apps.get_models() if model.__module__.startswith("motcua.")]


def our_files(*suffixes: str) -> Iterator[Path]:
    """Every file written by hand, tests and scripts included."""
    for folder in ("src", "tests", "scripts", "docs", ".ci", "requirements"):
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                path.is_file()
                and not NOT_OURS & set(path.parts)
                and (not suffixes or path.suffix in suffixes)
            ):
                yield path
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and not suffixes)


def place(path: Path, line: int = 0) -> str:
    where = path.relative_to(ROOT).as_posix()
    return f"{where}:{line}" if line else where
