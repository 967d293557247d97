from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Bring the database, the law and the static files to the state of the code; before every start."

    def handle(self, **options):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_law")
        call_command("collectstatic", interactive=False, verbosity=0)
