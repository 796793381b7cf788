from typing import Any

from django.core.management.base import BaseCommand

from motcua.dossiers.diagram import page


class Command(BaseCommand):
    help = "Draw the states of a dossier and every move between them, as docs/states.md."

    def handle(self, **options: Any) -> None:
        self.stdout.write(page(), ending="")
