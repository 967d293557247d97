from hashlib import sha256
from io import StringIO

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Bring the database, the law and the static files to the state of the code; before every start."

    def handle(self, **options):
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_holidays", stdout=StringIO())
        call_command("load_law")
        _collect_static()


def _collect_static():
    """Collect the static files unless they are still those of the last time: hashing takes seconds."""
    stamp = settings.STATIC_ROOT / "collected"
    sources = _fingerprint()
    if stamp.exists() and stamp.read_text() == sources:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(sources)


def _fingerprint():
    digest = sha256()
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=None):
            digest.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    return digest.hexdigest()
