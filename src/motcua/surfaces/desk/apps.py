from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "motcua.surfaces.desk"
    label = "desk"

    def ready(self) -> None:
        from motcua.surfaces.components.navigation import count_with
        from motcua.surfaces.desk.work_mine import count_for_navigation

        count_with(count_for_navigation, "work", "waiting_acceptance", "waiting_return", "signing")
