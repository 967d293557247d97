from django.core.management.base import BaseCommand

from portal.demo.accounts import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "Print the demonstration's accounts and their one password."

    def handle(self, **options):
        self.stdout.write(f"Tài khoản dùng thử (mật khẩu chung: {PASSWORD}):")
        width = max(len(account.username) for account in ACCOUNTS)
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username:<{width}}  {account.shown}")
