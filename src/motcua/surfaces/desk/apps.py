from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "motcua.surfaces.desk"
    label = "desk"
