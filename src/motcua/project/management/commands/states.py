from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from motcua.project.state_pages import LIVES, page


class Command(BaseCommand):
    help = "Draw the states of everything that has a life, and every move between them, into a folder (docs/states)."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: Any) -> None:
        for name, life in LIVES.items():
            (folder / f"{name}.md").write_text(page(life), encoding="utf-8")
        self.stderr.write(f"{len(LIVES)} pages in {folder}")
