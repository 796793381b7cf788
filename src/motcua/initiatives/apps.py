from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "motcua.initiatives"
    verbose_name = "Mô hình, sáng kiến"
