"""Data to measure on, built once and kept; each stage is measured by a process of its own.

The settings of a process name one database, so the program calls itself once for each stage.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from motcua.kernel.refusals import Refusal
from motcua.project.bench.figures import Figure
from motcua.project.bench.plan import SIZES, Stage
from motcua.project.environment import demonstration_in

DATABASE = "motcua.sqlite3"


def stage_folder(folder: Path, stage: Stage, size: int) -> Path:
    return folder / f"{stage}-{size}"


def forget(base: Path) -> None:
    """Remove the data of all stages, and nothing else that lies in the folder."""
    for stage in Stage:
        for folder in base.glob(f"{stage}-*"):
            if folder.is_dir():
                shutil.rmtree(folder)


def prepare(base: Path, stage: Stage, *, quick: bool) -> Path:
    """Build a stage's data unless they are there, and return its folder; what was left half built begins anew."""
    size = SIZES.get(stage, (0, 0))[quick]
    folder = stage_folder(base, stage, size)
    ready = folder / "ready"
    if ready.is_file() or stage is Stage.BARE:
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if stage is Stage.PEOPLE:
        _call(folder, "bench", "--populate", str(size))
    elif stage is Stage.PROVINCE:
        office = prepare(base, Stage.OFFICE, quick=quick)
        shutil.copyfile(office / DATABASE, folder / DATABASE)
        _call(folder, "bench", "--multiply", str(size // SIZES[Stage.OFFICE][quick]))
    else:
        _call(folder, "demo", "--no-stories", "--dossiers", str(size))
    ready.write_text(str(size))
    return folder


def measure(folder: Path, stage: Stage, names: list[str], *, runs: int, copied: bool) -> Iterator[Figure]:
    """Measure in a process whose database is the stage's, or a copy of it that is thrown away."""
    where = folder
    if copied:
        where = folder.with_name(f"{folder.name}-copy")
        shutil.rmtree(where, ignore_errors=True)
        where.mkdir()
        shutil.copyfile(folder / DATABASE, where / DATABASE)
    try:
        yield from _measured(where, stage, names, runs=runs)
    finally:
        if copied:
            shutil.rmtree(where)


def _measured(folder: Path, stage: Stage, names: list[str], *, runs: int) -> Iterator[Figure]:
    chosen = [word for name in names for word in ("--only", name)]
    command = _motcua("bench", "--stage", stage, "--runs", str(runs), *chosen)
    with subprocess.Popen(command, env=demonstration_in(folder), stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        for line in child.stdout:
            yield msgspec.json.decode(line, type=Figure)
    if child.returncode:
        raise Refusal("Phép đo dừng giữa chừng; dữ liệu dựng lần trước có thể đã cũ, hãy thêm --fresh.")


def _call(folder: Path, *arguments: str) -> None:
    """Run one of our own commands on the stage's data, its remarks going where ours go."""
    done = subprocess.run(
        _motcua(*arguments), env=demonstration_in(folder), stdout=sys.stderr.fileno(), check=False
    )
    if done.returncode:
        raise Refusal("Không dựng được dữ liệu để đo.")


def _motcua(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "motcua.project", *arguments]
