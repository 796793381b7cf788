from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "motcua.surfaces.board"
    label = "board"

    def ready(self) -> None:
        from motcua.surfaces.board.directives.counts import count_for_navigation
        from motcua.surfaces.board.reports.counts import count_reports
        from motcua.surfaces.components.navigation import count_with

        count_with(count_for_navigation, "directives_unseen", "tasks_open")
        count_with(count_reports, "reports_due")
