#!/usr/bin/env python
"""Queries and seconds of judging a whole unit against one award, at two numbers of people.

    bench/eligibility.py [--small 500] [--large 5000] [--years 5]

Plays into the demonstration that bench/pages.py keeps under var/bench/ (loaded first if it is not there),
and takes back what it added. Ends with status 1 when it asks more than 40 queries, asks more of them of the
large number, or takes over 1.3 times as long for each person there.
"""

import argparse
import datetime
import sys
import time

from spread import set_up

MOST_QUERIES = 40
WORST_GROWTH = 1.3  # of the time for one person
ON, AWARD = datetime.date(2026, 11, 30), "CSTDCS"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", type=int, default=500)
    parser.add_argument("--large", type=int, default=5_000)
    parser.add_argument("--years", type=int, default=5, help="of history that each person has")
    options = parser.parse_args()
    set_up()
    sizes = options.small, options.large
    (few, quick), (many, slow) = [measured(size, options.years) for size in sizes]
    growth = (slow / options.large) / (quick / options.small)
    print(f"{options.small:>6} people: {few:>3} queries, {quick:.2f} s")
    print(f"{options.large:>6} people: {many:>3} queries, {slow:.2f} s; {growth:.2f} times as long for each")
    return int(many > MOST_QUERIES or many > few or growth > WORST_GROWTH)


def measured(people, years):
    """(queries, seconds) for so many people with so many years of evaluations and initiatives."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    from awards.eligibility.possible import possibilities
    from exemplars.models import Subject
    from law.models import AwardType

    award = AwardType.objects.get(code=AWARD)
    with transaction.atomic():
        unit = staffed(people, years)
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            found = possibilities(Subject.objects.filter(unit=unit), [award], ON.year, ON)
        seconds = time.perf_counter() - began
        assert len(found) >= people
        transaction.set_rollback(True)
    return len(queries), seconds


def staffed(people, years):
    """A unit with so many people, of whom the portal knows every year."""
    from exemplars.models import Initiative, Subject, YearlyEvaluation
    from organizations.models import Unit

    unit = Unit.objects.existing(ON).order_by("pk").last()
    staff = Subject.objects.bulk_create(
        Subject(name=f"Người Thứ {n}", kind="person", unit=unit) for n in range(people)
    )
    past = range(ON.year - years + 1, ON.year + 1)
    YearlyEvaluation.objects.bulk_create(
        YearlyEvaluation(subject=person, year=year, grade="excellent" if n % 3 else "well")
        for n, person in enumerate(staff)
        for year in past
    )
    works = Initiative.objects.bulk_create(
        Initiative(name=f"Sáng kiến {n}", recognised_on=ON, recognised_by="Hội đồng sáng kiến")
        for n in range(people)
    )
    written = Initiative.authors.through
    written.objects.bulk_create(
        written(initiative=work, subject=person) for work, person in zip(works, staff, strict=True)
    )
    return unit


if __name__ == "__main__":
    sys.exit(main())
