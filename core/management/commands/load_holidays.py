from django.core.management.base import BaseCommand

from core.holidays import YEARS, days_off, days_worked
from core.models import Holiday


def known_holidays():
    """Unsaved rows of all the years known, days off and days worked."""
    for year in YEARS:
        yield from (Holiday(day=day, name=name) for day, name in days_off(year).items())
        yield from (Holiday(day=day, name=name, works=True) for day, name in days_worked(year).items())


class Command(BaseCommand):
    help = "Nạp lịch nghỉ lễ, tết 2020–2030. Ngày đã có trong lịch được giữ nguyên."

    def handle(self, **options):
        before = Holiday.objects.count()
        Holiday.objects.bulk_create(known_holidays(), ignore_conflicts=True)
        self.stdout.write(f"Đã thêm {Holiday.objects.count() - before} ngày vào lịch nghỉ.")
