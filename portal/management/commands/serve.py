import socket
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.supervisor import supervise


class Command(BaseCommand):
    help = "Serve the portal together with its background worker, until Ctrl-C. Needs no other server."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, host, port, **options):
        if _answers(host, port):
            raise CommandError(
                f"Port {port} is in use. Stop what uses it, or choose another: --port {port + 1}"
            )
        _make_folders()
        supervise(_commands(host, port), while_running=self.tell_when_up(host, port))

    def tell_when_up(self, host, port):
        """A function that says once, when the portal answers, where it is."""
        told = False

        def tell():
            nonlocal told
            if not told and _answers(host, port):
                told = True
                self.stdout.write(f"Serving on http://{host}:{port} (Ctrl-C ends it)")
                self.stdout.flush()

        return tell


def _answers(host, port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def _make_folders():
    """Files and the queue's messages; whoever could write there could start jobs, so it is ours alone."""
    for folder in (settings.MEDIA_ROOT, settings.QUEUE_DIR / "messages", settings.QUEUE_DIR / "control"):
        folder.mkdir(parents=True, exist_ok=True)
    settings.QUEUE_DIR.chmod(0o700)


def _commands(host, port):
    web = ["gunicorn", "portal.wsgi", f"--bind={host}:{port}", "--worker-class=gthread"]
    web += ["--limit-request-line=8190"]  # a long search may stand in an address twice
    web += [
        "--preload",
        "--workers=2",
        "--threads=4",
        "--graceful-timeout=5",
        "--timeout=60",
        "--log-level=warning",
    ]
    worker = ["celery", "--quiet", "--app=portal", "worker", "--concurrency=2", "--loglevel=WARNING"]
    worker += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return {"web": [sys.executable, "-m", *web], "worker": [sys.executable, "-m", *worker]}
