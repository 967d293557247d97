from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "gatherings"
    verbose_name = "Hội nghị và cuộc thi"
