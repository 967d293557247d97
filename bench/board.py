#!/usr/bin/env python
"""Queries and times of the pages of a province's plan: 170 communes and 40 offices with 12 assignments each.

    bench/board.py [--runs 15]

Compares with a tenth of that size, each built once under var/bench/ on SQLite. Times are of the whole
request inside one process, rendering included. Ends with status 1 when a page asks more than 25 queries or
asks more of them at the large size.
"""

import argparse
import datetime
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_QUERIES = 25
SIZES = {"small": (17, 4), "large": (170, 40)}  # communes, offices
EACH, MILESTONES = 12, 6  # assignments of a unit, milestones of the plan
DAY = datetime.date(2026, 11, 27)
PAGES = [  # page, address
    ("Bảng tiến độ", "/ke-hoach/1/tien-do/"),
    ("Bảng tiến độ, lọc loại", "/ke-hoach/1/tien-do/?group=territories"),
    ("Từng việc", "/phan-cong/?plan=1"),
    ("Từng việc, quá hạn", "/phan-cong/?plan=1&state=overdue"),
    ("Từng việc, trang cuối", "/phan-cong/?plan=1&page=last"),
    ("Việc của một đơn vị", "/phan-cong/?plan=1&unit=2"),
    ("Xuất Excel", "/xuat/assignments.xlsx?plan=1"),
    ("Đôn đốc", "/ke-hoach/1/don-doc/"),
    ("Việc của tôi", "/"),
]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--measure", choices=SIZES, help=argparse.SUPPRESS)  # in a process of its own
    options = parser.parse_args()
    if options.measure:
        measure_all(options.measure, options.runs)
        return 0
    small, large = (measured(size, options.runs) for size in SIZES)
    return print_table(small, large)


def measured(size, runs):
    """{page: (queries, median ms, p95 ms)} of one size, measured in a fresh process."""
    folder = ROOT / "var" / "bench" / f"board-{size}"
    environment = os.environ | {"PORTAL_MODE": "demo", "SECRET_KEY": "bench", "PORTAL_LOG_LEVEL": "ERROR"}
    environment |= {"PORTAL_DATA_DIR": str(folder), "PORTAL_TODAY": DAY.isoformat()}
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "manage.py", "prepare"], env=environment, cwd=ROOT, check=True)
    command = [sys.executable, __file__, "--measure", size, "--runs", str(runs)]
    answer = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    rows = [line.split("\t") for line in answer.stdout.splitlines() if "\t" in line]
    return {page: (int(n), float(median), float(p95)) for page, n, median, p95 in rows}


def measure_all(size, runs):
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django  # the environment names the database first

    django.setup()
    from django.test import Client

    from organizations.models import User

    if not User.objects.exists():
        build(*SIZES[size])
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(username="thuongtruc"), "django.contrib.auth.backends.ModelBackend")
    for page, address in PAGES:
        print(page, *measure(client, address, runs), sep="\t")


def build(communes, offices):
    """A province with its plan; every unit has an officer, and every third assignment a report or two."""
    from campaigns.models import Assignment, Milestone, Plan
    from organizations.models import Post, Role, Unit, User

    since = datetime.date(2015, 1, 1)
    root = {"name": "tỉnh Đo", "kind": "province", "code": "T", "has_council": True, "starts_on": since}
    province = Unit.objects.add_root(root)
    kinds = [("commune", "xã Đo")] * communes + [("agency", "Sở Đo")] * offices
    units = [
        Unit.objects.add_child(
            province, {"name": f"{name} {n}", "kind": kind, "code": f"U{n}", "starts_on": since}
        )
        for n, (kind, name) in enumerate(kinds)
    ]
    people = [User(username="thuongtruc", full_name="Người Đo")]
    people += [User(username=f"canbo{n}", full_name=f"Nguyễn Văn Đo {n}") for n in range(len(units))]
    people = User.objects.bulk_create(people)
    posts = [Post(user=people[0], unit=province, role=Role.STANDING, title="Trưởng ban", starts_on=since)]
    posts += [
        Post(user=person, unit=unit, role=Role.OFFICER, title="Công chức", starts_on=since)
        for person, unit in zip(people[1:], units, strict=True)
    ]
    Post.objects.bulk_create(posts)
    plan = Plan.objects.create(
        unit=province,
        title="Nhân rộng điển hình của tỉnh",
        starts_on=datetime.date(2026, 1, 1),
        ends_on=datetime.date(2030, 12, 31),
        outside_number="1/KH-UBND",
        issued_on=datetime.date(2026, 1, 5),
    )
    Plan.objects.filter(pk=plan.pk).update(status="issued")
    milestones = Milestone.objects.bulk_create(
        Milestone(plan=plan, kind="other", name=f"Mốc {n}", due_on=datetime.date(2026, 2 * n, 28))
        for n in range(1, MILESTONES + 1)
    )
    rows = Assignment.objects.bulk_create(
        assignment(plan, unit, number, milestones) for unit in units for number in range(EACH)
    )
    report(rows, dict(zip(units, people[1:], strict=True)))


def assignment(plan, unit, number, milestones):
    from campaigns.models import Assignment

    done = DAY if number % 4 == 0 else None
    return Assignment(
        plan=plan,
        unit=unit,
        milestone=milestones[number % MILESTONES] if number % 5 else None,
        task=f"Việc thứ {number} của kế hoạch",
        due_on=datetime.date(2026 + number // 6, 1 + (5 * number) % 12, 15),
        done_on=done,
        result="Đã xong." if done else "",
        order=number,
    )


def report(rows, people):
    from campaigns.models import ProgressReport

    days = (datetime.date(2026, 5, 4), datetime.date(2026, 11, 9))
    ProgressReport.objects.bulk_create(
        ProgressReport(assignment=row, on=day, percent=40, text="Đang làm.", by=people[row.unit])
        for place, row in enumerate(rows)
        if place % 3
        for day in days[: place % 3]
    )


def measure(client, address, runs):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        b"".join(response)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    asked = len(queries)  # before the next request empties the log
    times = sorted(timed(client, address) for _run in range(runs))
    return asked, f"{statistics.median(times):.1f}", f"{times[int(len(times) * 0.95)]:.1f}"


def timed(client, address):
    started = time.perf_counter()
    b"".join(client.get(address))
    return (time.perf_counter() - started) * 1000


def print_table(small, large):
    print(f"{'page':<26}{'queries':>12}{'median ms':>17}{'p95 ms':>17}{'ratio':>7}")
    bad = 0
    for page, (queries, median, p95) in small.items():
        more, median_large, p95_large = large[page]
        fault = more > MOST_QUERIES or more > queries
        bad += fault
        print(
            f"{page:<26}{queries:>6}{more:>6}{median:>9.1f}{median_large:>8.1f}"
            f"{p95:>9.1f}{p95_large:>8.1f}{median_large / median:>7.1f}{'  <<<' if fault else ''}"
        )
    fine = "No page asks more than 25 queries or more as rows grow."
    print(f"{bad} pages ask too many queries." if bad else fine)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
