"""A start that must not be says in a sentence what to set."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent.parent
KEEP = {"PATH", "HOME", "LANG", "LD_LIBRARY_PATH"}


def start(**env):
    """What `manage.py check` says on an otherwise bare machine, as (exit code, last line)."""
    bare = {name: value for name, value in os.environ.items() if name in KEEP}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=TOP, env={**bare, **env}, capture_output=True, text=True
    )
    return done.returncode, done.stderr.strip().rpartition("\n")[2].partition("ImproperlyConfigured: ")[2]


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({}, "SECRET_KEY is not set. Set it in the environment to a long random string that only this"),
        ({"SECRET_KEY": "x", "DEBUG": "on"}, "DEBUG is on in production. Unset DEBUG, or set DEBUG=off"),
        (
            {"SECRET_KEY": "x", "PORTAL_TODAY": "2024-11-15"},
            "PORTAL_TODAY is for training only. Unset it in production.",
        ),
        (
            {"SECRET_KEY": "x", "PORTAL_MODE": "demo", "PORTAL_TODAY": "15/11/2024"},
            "PORTAL_TODAY must be a date such as 2024-11-15.",
        ),
        ({"SECRET_KEY": "x", "PORTAL_MODE": "live"}, "PORTAL_MODE must be one of: production, demo, test."),
    ],
    ids=["no key", "debug in production", "training in production", "no date", "no mode"],
)
def test_a_wrong_start_says_what_to_set(env, sentence):
    code, said = start(**env)

    assert code == 1
    assert said.startswith(sentence)


def test_every_variable_that_the_settings_read_is_documented():
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (TOP / "portal/settings.py").read_text()))
    documented = set(re.findall(r"^\| `(\w+)` \|", (TOP / "docs/settings.md").read_text(), re.MULTILINE))

    assert documented == read


def test_compose_passes_on_only_variables_that_are_documented_and_listed_in_the_example():
    wanted = set(re.findall(r"\$\{(\w+)", (TOP / "docker-compose.yml").read_text()))
    listed = set(re.findall(r"^(\w+)=", (TOP / ".env.example").read_text(), re.MULTILINE))

    assert listed == wanted


def test_a_day_that_there_never_was_is_refused_before_anything_is_made():
    command = [TOP / "script" / "server", "--today", "2024-02-31"]

    done = subprocess.run(command, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (1, "There is no such day as 2024-02-31.\n")
    assert not (TOP / "var" / "2024-02-31.new").exists()
