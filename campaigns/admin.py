"""Catalogues of the administrator: fields of work and movements, one by one or from a sheet."""

from django.contrib import admin
from import_export import fields, resources, widgets
from import_export.admin import ImportExportModelAdmin
from import_export.formats.base_formats import CSV, XLSX

from campaigns.models import Movement, WorkField
from organizations.models import Unit

DAY = widgets.DateWidget("%d/%m/%Y")


class WorkFieldResource(resources.ModelResource):
    """A sheet with the columns “Lĩnh vực” and “Thứ tự”; a field that is there already is renumbered."""

    name = fields.Field("name", "Lĩnh vực")
    order = fields.Field("order", "Thứ tự", widget=widgets.IntegerWidget(), default=0)

    class Meta:
        model = WorkField
        import_id_fields = ["name"]
        fields = ["name", "order"]
        clean_model_instances = True
        skip_unchanged = True


class MovementResource(resources.ModelResource):
    """A movement is known by its name and the code of the unit that launched it."""

    name = fields.Field("name", "Tên phong trào")
    unit = fields.Field("unit", "Mã đơn vị phát động", widget=widgets.ForeignKeyWidget(Unit, "code"))
    slogan = fields.Field("slogan", "Khẩu hiệu", default="")
    starts_on = fields.Field("starts_on", "Ngày phát động", widget=DAY)
    ends_on = fields.Field("ends_on", "Ngày tổng kết", widget=DAY)

    class Meta:
        model = Movement
        import_id_fields = ["name", "unit"]
        fields = ["name", "unit", "slogan", "starts_on", "ends_on"]
        clean_model_instances = True
        skip_unchanged = True


class CatalogueAdmin(ImportExportModelAdmin):
    formats = [XLSX, CSV]
    list_per_page = 50


@admin.register(WorkField)
class WorkFieldAdmin(CatalogueAdmin):
    resource_classes = [WorkFieldResource]
    list_display = ["name", "order"]
    list_editable = ["order"]
    search_fields = ["name"]


@admin.register(Movement)
class MovementAdmin(CatalogueAdmin):
    resource_classes = [MovementResource]
    list_display = ["name", "unit", "mode", "starts_on", "ends_on"]
    list_filter = ["mode"]
    list_select_related = ["unit"]
    search_fields = ["search_text"]
    raw_id_fields = ["unit", "above"]
    date_hierarchy = "starts_on"
