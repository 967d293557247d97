#!/usr/bin/env python
"""Queries and times of every page that a role uses daily, at two sizes of the same demonstration.

    bench/pages.py [--small 200] [--large 20000] [--runs 15]

Builds the data once for each size under var/bench/, on SQLite unless BENCH_DATABASE_URL names an
(empty) PostgreSQL database per size with {size} in it. Times are of the whole request inside one
process, rendering included, without the network. Ends with status 1 when a page asks more than 25
queries or asks more of them at the large size.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_QUERIES = 25
PAGES = [  # role, page, address; an address that ends in "first" takes the first row's page of that list
    ("canbo", "Việc của tôi", "/"),
    ("canbo", "Hồ sơ", "/ho-so/"),
    ("canbo", "Hồ sơ, tìm", "/ho-so/?q=nguyen+thi"),
    ("canbo", "Hồ sơ, lọc và sắp xếp", "/ho-so/?status=awarded&sort=name"),
    ("canbo", "Một hồ sơ", "first /ho-so/"),
    ("canbo", "Điển hình", "/dien-hinh/"),
    ("thutruong", "Việc của tôi", "/"),
    ("thuongtruc", "Việc của tôi", "/"),
    ("thuongtruc", "Hồ sơ", "/ho-so/"),
    ("thuongtruc", "Hồ sơ, trang cuối", "/ho-so/?page=last"),
    ("thuongtruc", "Hồ sơ chờ tôi", "/ho-so/?status=waiting"),
    ("thuongtruc", "Hội đồng", "/hoi-dong/"),
    ("thuongtruc", "Một phiên họp", "first /hoi-dong/"),
    ("thuongtruc", "Quyết định", "/quyet-dinh/"),
    ("thuongtruc", "Một quyết định", "first /quyet-dinh/"),
    ("thuongtruc", "Sổ khen thưởng", "/so-khen-thuong/"),
    ("thuongtruc", "Sổ khen thưởng, tìm", "/so-khen-thuong/?q=tran"),
    ("thuongtruc", "Báo cáo", "/bao-cao/"),
    ("thuongtruc", "Một báo cáo", "first /bao-cao/"),
    ("thuongtruc", "Tìm kiếm chung", "/tim-kiem/?q=nguyen"),
    ("uyvien1", "Việc của tôi", "/"),
    ("uyvien1", "Hội đồng", "/hoi-dong/"),
    ("chutich", "Việc của tôi", "/"),
    ("vanthu", "Việc của tôi", "/"),
    ("vanthu", "Số văn bản", "/so-van-ban/"),
    ("vanthu", "Văn bản", "/van-ban/"),
    ("canbo", "Kế hoạch", "/ke-hoach/"),
    ("canbo", "Một kế hoạch", "first /ke-hoach/"),
    ("canbo", "Đơn vị", "/don-vi/"),
]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", type=int, default=200)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)  # one size, in a process of its own
    options = parser.parse_args()
    if options.measure:
        measure_all(options.measure, options.runs)
        return 0
    small, large = (measured(size, options.runs) for size in (options.small, options.large))
    return print_table(small, large, options)


def measured(size, runs):
    """{(role, page): (queries, median ms, p95 ms)} of one size, measured in a fresh process."""
    environment = os.environ | {"PORTAL_MODE": "demo", "SECRET_KEY": "bench", "PORTAL_LOG_LEVEL": "ERROR"}
    environment["PORTAL_DATA_DIR"] = str(ROOT / "var" / "bench" / str(size))
    if url := os.environ.get("BENCH_DATABASE_URL"):
        environment["DATABASE_URL"] = url.format(size=size)
    prepare(size, environment)
    command = [sys.executable, __file__, "--measure", str(size), "--runs", str(runs)]
    answer = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    rows = [line.split("\t") for line in answer.stdout.splitlines() if "\t" in line]
    return {(role, page): (int(n), float(median), float(p95)) for role, page, n, median, p95 in rows}


def prepare(size, environment):
    done = Path(environment["PORTAL_DATA_DIR"]) / "loaded"
    if done.exists():
        return
    done.parent.mkdir(parents=True, exist_ok=True)
    for command in (["prepare"], ["load_demo", "--nominations", str(size)]):
        subprocess.run([sys.executable, "manage.py", *command], env=environment, cwd=ROOT, check=True)
    done.touch()


def measure_all(size, runs):
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django  # the environment names the database first

    django.setup()
    from django.test import Client

    from organizations.models import User

    clients = {}
    for role, page, address in PAGES:
        if role not in clients:
            clients[role] = Client(headers={"host": "127.0.0.1"})
            clients[role].force_login(
                User.objects.get(username=role), "django.contrib.auth.backends.ModelBackend"
            )
        address = resolve(clients[role], address)
        print(role, page, *measure(clients[role], address, runs), sep="\t")


def resolve(client, address):
    """The page of the first row of a list, for “first /list/”; any other address as it is."""
    if not address.startswith("first "):
        return address
    listing = address.removeprefix("first ")
    rows = re.findall(rf'href="({re.escape(listing)}\d+/)', client.get(listing).content.decode())
    return rows[0] if rows else listing


def measure(client, address, runs):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    asked = len(queries)  # before the next request empties the log
    times = sorted(timed(client, address) for _run in range(runs))
    return asked, f"{statistics.median(times):.1f}", f"{times[int(len(times) * 0.95)]:.1f}"


def timed(client, address):
    started = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - started) * 1000


def print_table(small, large, options):
    head = f"{'role':<11}{'page':<26}{'queries':>12}{'median ms':>17}{'p95 ms':>17}{'ratio':>7}"
    print(f"{options.small} and {options.large} nominations, {options.runs} runs each", head, sep="\n")
    bad = 0
    for (role, page), (queries, median, p95) in small.items():
        more, median_large, p95_large = large[role, page]
        fault = more > MOST_QUERIES or more > queries
        bad += fault
        print(
            f"{role:<11}{page:<26}{queries:>6}{more:>6}{median:>9.1f}{median_large:>8.1f}"
            f"{p95:>9.1f}{p95_large:>8.1f}{median_large / median:>7.1f}{'  <<<' if fault else ''}"
        )
    print(
        f"{bad} pages ask too many queries."
        if bad
        else "No page asks more than 25 queries or more as rows grow."
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
