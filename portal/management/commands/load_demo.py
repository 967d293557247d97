import datetime
import time

from django.core.management.base import BaseCommand, CommandError

from portal.demo.loading import LAST_DAY, NOMINATIONS, NotEmpty, load_demo


class Command(BaseCommand):
    help = "Play the demonstration into an empty database, up to a day."

    def add_arguments(self, parser):
        parser.add_argument("--until", type=datetime.date.fromisoformat, default=LAST_DAY)
        parser.add_argument("--nominations", type=int, default=NOMINATIONS)

    def handle(self, *, until, nominations, **options):
        started = time.monotonic()
        try:
            load_demo(until=until, count=nominations)
        except NotEmpty as error:
            raise CommandError(
                "The database already holds data; the demonstration needs an empty one."
            ) from error
        self.stdout.write(
            f"Demonstration loaded up to {until:%d/%m/%Y} in {time.monotonic() - started:.0f} s."
        )
