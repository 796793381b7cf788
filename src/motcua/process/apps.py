from django.apps import AppConfig


class ProcessConfig(AppConfig):
    name = "motcua.process"
    verbose_name = "Quy trình nội bộ"
