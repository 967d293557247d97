from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from core.messages import replace_stock_messages


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Nền tảng"

    def ready(self):
        replace_stock_messages()
        # Web and worker alike know every kind of job: handlers are registered where they are written.
        autodiscover_modules("tasks")
