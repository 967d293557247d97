from django.core.management.base import BaseCommand, CommandError

from law.loading import CatalogueError, load_catalogue


class Command(BaseCommand):
    help = "Nạp danh mục quy định pháp luật. Dòng quản trị viên đã sửa hoặc tự nhập được giữ nguyên."

    def handle(self, **options):
        try:
            report = load_catalogue()
        except CatalogueError as error:
            raise CommandError(f"Danh mục tự mâu thuẫn: {error}") from error
        self.stdout.write(f"Quy định pháp luật: thêm {report.added} dòng, cập nhật {report.updated} dòng.")
        for row in report.kept:
            self.stdout.write(f"Giữ nguyên theo quản trị viên: {row}")
