from django.contrib import admin

from organizations.models import IssuedNumber, NumberSeries


class ReadOnly:
    """What is shown here is written elsewhere, through its own door."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class IssuedNumberInline(ReadOnly, admin.TabularInline):
    model = IssuedNumber
    fields = ["text", "issued_on", "title", "taken_by", "taken_at"]
    readonly_fields = fields

    @admin.display(description="số, ký hiệu")
    def text(self, number):
        return number.text


@admin.register(NumberSeries)
class NumberSeriesAdmin(ReadOnly, admin.ModelAdmin):
    show_facets = admin.ShowFacets.NEVER
    list_display = ["symbol", "year", "unit", "last", "last_on"]
    list_filter = ["year"]
    list_select_related = ["unit"]
    search_fields = ["symbol", "unit__search_text"]
    inlines = [IssuedNumberInline]
