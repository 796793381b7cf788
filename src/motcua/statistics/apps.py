from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "motcua.statistics"
    verbose_name = "Số liệu"
