"""``motcua bench``: our speed beside the machine's own limits; every line says how it was measured."""

from argparse import SUPPRESS
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from motcua.project.arguments import whole
from motcua.project.bench import machine, people, plan, report, stages
from motcua.project.bench.figures import Figure, Ground
from motcua.project.bench.multiply import multiply
from motcua.project.bench.plan import MEASURES, Measure, Stage
from motcua.project.serving import get_ready, migrate_if_needed


class Command(BaseCommand):
    help = "Đo tốc độ của Motcua trên máy này, bên cạnh giới hạn của chính máy."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", action="append", metavar="TÊN", help=f"chỉ đo: {', '.join(_names())}")
        parser.add_argument("--quick", action="store_true", help="dữ liệu nhỏ, ít lượt: chỉ để xem chạy được")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        parser.add_argument(
            "--folder", type=Path, help="nơi giữ dữ liệu để đo (mặc định: trong MOTCUA_DATA_DIR)"
        )
        parser.add_argument("--fresh", action="store_true", help="dựng lại dữ liệu để đo")
        parser.add_argument("--runs", type=whole(1, 1_000), help="số lượt mỗi phép đo")
        parser.add_argument("--stage", choices=[*Stage], help=SUPPRESS)
        parser.add_argument("--populate", type=int, help=SUPPRESS)
        parser.add_argument("--multiply", type=int, help=SUPPRESS)

    def handle(self, **options: Any) -> None:
        unknown = [name for name in options["only"] or [] if name not in _names()]
        if unknown:
            sentence = f"Không có phép đo “{unknown[0]}”. Các phép đo: {', '.join(_names())}."
            raise CommandError(sentence, returncode=2)
        runs = options["runs"] or (plan.QUICK_RUNS if options["quick"] else plan.RUNS)
        if options["populate"]:
            migrate_if_needed()
            people.populate(options["populate"])
        elif options["multiply"]:
            multiply(options["multiply"])
        elif options["stage"]:
            if options["stage"] != Stage.BARE:
                get_ready()
            self._measure_here(plan.chosen(options["only"]), runs=runs)
        else:
            self._measure_all({**options, "runs": runs})

    def _measure_here(self, measures: list[Measure], *, runs: int) -> None:
        """Measure on this process's own database, one JSON line a figure."""
        ground = Ground(settings.DATA_DIR, runs)
        for measure in measures:
            for figure in measure.run(ground):
                self.stdout.write(msgspec.json.encode(figure).decode())
                self.stdout.flush()

    def _measure_all(self, options: dict[str, Any]) -> None:
        folder: Path = (options["folder"] or settings.DATA_DIR / "bench").resolve()
        if options["fresh"]:
            stages.forget(folder)
        facts, runs = machine.describe(), options["runs"]
        if not options["json"]:
            self.stdout.write(f"{report.head(facts)}\n")
        figures = []
        for figure in self._figures(folder, plan.chosen(options["only"]), runs=runs, quick=options["quick"]):
            figures.append(figure)
            if not options["json"]:
                self.stdout.write(report.line(figure))
                self.stdout.flush()
        if options["json"]:
            told = {"machine": facts, "measured_at": timezone.now(), "runs": runs, "figures": figures}
            self.stdout.write(msgspec.json.format(msgspec.json.encode(told)).decode())

    def _figures(self, folder: Path, measures: list[Measure], *, runs: int, quick: bool) -> Iterator[Figure]:
        for (stage, copied), group in groupby(measures, key=lambda measure: (measure.stage, measure.writes)):
            names = [measure.name for measure in group]
            self.stderr.write(f"Chuẩn bị dữ liệu “{stage}”, rồi đo: {', '.join(names)} …")
            where = stages.prepare(folder, stage, quick=quick)
            yield from stages.measure(where, stage, names, runs=runs, copied=copied)


def _names() -> list[str]:
    return [measure.name for measure in MEASURES]
