"""Import of fields of work and of movements: what each column means, and what is refused and why."""

from import_export.fields import Field

from campaigns.models import Movement, WorkField
from core.text import fold
from organizations.models import Unit
from organizations.resources import SheetResource
from organizations.widgets import ChoiceWidget, DayWidget, LineWidget, UnitWidget


class PlaceWidget(LineWidget):
    """A place in an order; 0, before all numbered ones, when nothing is written."""

    def clean(self, value, row=None, **kwargs):
        text = str(value).strip()
        if not text.isdecimal() and text:
            raise ValueError(f"“{value}” không phải là số thứ tự. Hãy ghi số nguyên, ví dụ 3.")
        return int(text or 0)


class WorkFieldResource(SheetResource):
    name = Field("name", "Lĩnh vực", LineWidget())
    order = Field("order", "Thứ tự", PlaceWidget())

    required = ("Lĩnh vực",)
    key = ("Lĩnh vực",)
    sample = ("Giáo dục và đào tạo", "1")
    guide = (
        ("Lĩnh vực", "Bắt buộc. Lĩnh vực đã có trên cổng thì dòng này sửa thứ tự."),
        ("Thứ tự", "Số nguyên; số nhỏ đứng trước."),
    )

    class Meta(SheetResource.Meta):
        model = WorkField
        fields = ("name", "order")

    def before_import(self, dataset, **kwargs):
        self.known = {fold(work_field.name): work_field for work_field in WorkField.objects.all()}
        super().before_import(dataset, **kwargs)

    def get_instance(self, instance_loader, row):
        """The field that is there already, whatever the accents in the sheet; its name stays as it is."""
        known = self.known.get(fold(str(row["Lĩnh vực"])))
        row["Lĩnh vực"] = known.name if known else row["Lĩnh vực"]
        return known


class MovementResource(SheetResource):
    """A movement is known by its name and the unit that launched it."""

    name = Field("name", "Tên phong trào", LineWidget())
    unit = Field("unit", "Mã đơn vị phát động", UnitWidget("Đơn vị phải có sẵn trên cổng."))
    mode = Field("mode", "Hình thức", ChoiceWidget(Movement.Mode))
    slogan = Field("slogan", "Khẩu hiệu", LineWidget())
    starts_on = Field("starts_on", "Ngày phát động", DayWidget())
    ends_on = Field("ends_on", "Ngày tổng kết", DayWidget())

    required = ("Tên phong trào", "Mã đơn vị phát động", "Hình thức", "Ngày phát động")
    key = ("Tên phong trào", "Mã đơn vị phát động")
    sample = (
        "Chung sức xây dựng nông thôn mới", "XMAU", "theo chuyên đề", "", "01/01/2026", "31/12/2030",
    )  # fmt: skip
    guide = (
        ("Tên phong trào", "Bắt buộc. Phong trào cùng tên của cùng đơn vị đã có trên cổng thì dòng này sửa."),
        ("Mã đơn vị phát động", "Mã của đơn vị đã có trên cổng."),
        ("Hình thức", "; ".join(Movement.Mode.labels)),
        ("Ngày phát động", "Ngày/tháng/năm, ví dụ 01/01/2026."),
        ("Ngày tổng kết", "Để trống nếu chưa định ngày."),
    )

    class Meta(SheetResource.Meta):
        model = Movement
        fields = ("name", "unit", "mode", "slogan", "starts_on", "ends_on")

    def before_import(self, dataset, **kwargs):
        self.fields["unit"].widget.units = {unit.code: unit for unit in Unit.objects.all()}
        movements = Movement.objects.select_related("unit")
        self.known = {(fold(movement.name), movement.unit.code): movement for movement in movements}
        super().before_import(dataset, **kwargs)

    def get_instance(self, instance_loader, row):
        """The movement that is there already, whatever the accents in the sheet; its name stays as it is."""
        known = self.known.get((fold(str(row["Tên phong trào"])), str(row["Mã đơn vị phát động"])))
        row["Tên phong trào"] = known.name if known else row["Tên phong trào"]
        return known

    def check(self, instance, errors):
        if not errors:
            instance.validate_constraints()
