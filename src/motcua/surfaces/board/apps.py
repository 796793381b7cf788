from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "motcua.surfaces.board"
    label = "board"
