from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    name = "motcua.surfaces.components"
    label = "components"
