from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = "Xét khen thưởng"

    def ready(self):
        from awards.judging import judge_move
        from core.workflow import moved
        from exemplars.models import Nomination

        moved.connect(judge_move, sender=Nomination)
