from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "motcua.surfaces.portal"
    label = "portal"
