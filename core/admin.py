from django.contrib import admin

from core.models import Holiday


@admin.register(Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ["day", "name", "works"]
    list_filter = ["works"]
    date_hierarchy = "day"
    search_fields = ["name"]
