from django.contrib import admin

from core.models import Holiday, PublicSwitch


@admin.register(Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ["day", "name", "works"]
    list_filter = ["works"]
    date_hierarchy = "day"
    search_fields = ["name"]


@admin.register(PublicSwitch)
class PublicSwitchAdmin(admin.ModelAdmin):
    """A kind without a row is public; a row switches it off and on again."""

    list_display = ["kind", "is_on"]
    list_editable = ["is_on"]
