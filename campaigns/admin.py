"""Catalogues of the administrator: fields of work and movements, one by one or from a sheet."""

from django.contrib import admin

from campaigns.models import Movement, WorkField
from campaigns.resources import MovementResource, WorkFieldResource
from organizations.admin.importing import SheetImportMixin
from organizations.admin.unit import FoldedSearch


@admin.register(WorkField)
class WorkFieldAdmin(SheetImportMixin, admin.ModelAdmin):
    resource_classes = [WorkFieldResource]
    import_title = "Nhập danh mục lĩnh vực từ tệp"
    template_name = "mau-nhap-linh-vuc.xlsx"
    list_display = ["name", "order"]
    list_editable = ["order"]


@admin.register(Movement)
class MovementAdmin(SheetImportMixin, FoldedSearch, admin.ModelAdmin):
    resource_classes = [MovementResource]
    import_title = "Nhập phong trào thi đua từ tệp"
    template_name = "mau-nhap-phong-trao.xlsx"
    list_display = ["name", "unit", "mode", "starts_on", "ends_on"]
    list_filter = ["mode"]
    list_select_related = ["unit"]
    search_fields = ["search_text"]
    autocomplete_fields = ["unit", "above"]
    date_hierarchy = "starts_on"
