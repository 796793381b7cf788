from django.apps import AppConfig
from django.db.models.signals import post_migrate


class KernelConfig(AppConfig):
    name = "motcua.kernel"
    verbose_name = "Nền"

    def ready(self) -> None:
        from motcua.kernel.memory import watch_tables

        post_migrate.connect(watch_tables, dispatch_uid="kernel.watch_tables")
