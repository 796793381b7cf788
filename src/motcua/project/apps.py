from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "motcua.project"
    label = "project"
    verbose_name = "Motcua"

    def ready(self) -> None:
        from motcua.project import listeners

        listeners.connect()
