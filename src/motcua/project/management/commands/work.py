import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from motcua.project import worker


class Command(BaseCommand):
    help = "Chạy tiến trình nền: giao tin cho các phần của hệ thống, niêm phong sổ cái mỗi đêm."

    def handle(self, **options: Any) -> None:
        stop = threading.Event()
        for asked in (signal.SIGINT, signal.SIGTERM):
            signal.signal(asked, lambda *_: stop.set())
        worker.run(stop)
