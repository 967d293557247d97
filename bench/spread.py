#!/usr/bin/env python
"""Queries and times of the picture of a model's spread, at two numbers of adoptions.

    bench/spread.py [--small 200] [--large 2000] [--runs 15]

Plays into the demonstration that bench/pages.py keeps under var/bench/ (loaded first if it is not there),
and takes back what it added. Ends with status 1 when the page asks more than 25 queries or asks more of
them at the large number.
"""

import argparse
import datetime
import os
import sys

from pages import MOST_QUERIES, ROOT, measure, prepare

NOMINATIONS = 200  # of the demonstration around it
CHAIN = 10  # each tenth place has an exemplar of its own, from whom the next nine learn


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", type=int, default=200)
    parser.add_argument("--large", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    set_up()
    found = [measured(size, options.runs) for size in (options.small, options.large)]
    for size, (queries, median, p95) in zip((options.small, options.large), found, strict=True):
        print(f"{size:>6} adoptions: {queries:>3} queries, median {median} ms, p95 {p95} ms")
    return int(found[1][0] > MOST_QUERIES or found[1][0] > found[0][0])


def set_up():
    """Django in the demonstration, which is loaded first where it is not there."""
    environment = os.environ | {"PORTAL_MODE": "demo", "SECRET_KEY": "bench", "PORTAL_LOG_LEVEL": "ERROR"}
    environment["PORTAL_DATA_DIR"] = str(ROOT / "var" / "bench" / str(NOMINATIONS))
    prepare(NOMINATIONS, environment)
    os.environ.update(environment, DJANGO_SETTINGS_MODULE="portal.settings")
    sys.path.insert(0, str(ROOT))
    import django  # the environment names the database first

    django.setup()


def measured(size, runs):
    """(queries, median ms, p95 ms) of the page with so many adoptions."""
    from django.db import transaction
    from django.test import Client

    from organizations.models import User

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(username="thuongtruc"), "django.contrib.auth.backends.ModelBackend")
    with transaction.atomic():
        model = adopted(size)
        answer = measure(client, f"/dien-hinh/{model.pk}/nhan-rong/", runs)
        transaction.set_rollback(True)
    return answer


def adopted(size):
    """An exemplar in the office's territory with so many adoptions in all its units."""
    from exemplars.models import Adoption, AdoptionStatus, Exemplar, Stage, Subject
    from organizations.models import Unit

    units = list(Unit.objects.existing().order_by("pk"))
    model = Exemplar.objects.filter(unit__path__startswith=Unit.objects.get(code="N28651").path).first()
    subjects = Subject.objects.bulk_create(
        Subject(name=f"Tổ {n}", kind="collective", unit=units[n % len(units)]) for n in range(size)
    )
    own = Exemplar.objects.bulk_create(
        Exemplar(subject=subject, unit=subject.unit, title="Học theo", status=Stage.VERIFIED)
        for subject in subjects[::CHAIN]
    )
    day = datetime.date(2021, 1, 1)
    Adoption.objects.bulk_create(
        Adoption(
            source=own[n // CHAIN] if n % CHAIN else model,
            unit=subject.unit,
            subject=subject,
            adopter=None if n % CHAIN else own[n // CHAIN],
            since=day + datetime.timedelta(days=n % 2_000),
            status=AdoptionStatus.CONFIRMED,
        )
        for n, subject in enumerate(subjects)
    )
    return model


if __name__ == "__main__":
    sys.exit(main())
