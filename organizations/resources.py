"""Import of units and of accounts with their posts: what each column means, and what is refused and why."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from import_export.results import Result

from core.text import fold
from organizations.models import CouncilSeat, Post, Role, Unit, UnitKind, User
from organizations.sheets import ROW, SheetError, with_header
from organizations.widgets import (
    HIDDEN,
    ChoiceWidget,
    DayWidget,
    LineWidget,
    SecretWidget,
    UnitWidget,
    YesWidget,
)

MOST_PASSWORDS = 50  # hashing one takes a good part of a second, on purpose


class SheetDiff(Diff):
    """What a row changes, as pairs (before, after) for the preview; before is "" in new rows."""

    def as_html(self):
        before = [""] * len(self.right) if self.new else self.left
        return list(zip(before, self.right, strict=True))


class SheetResult(Result):
    """Counts rows as the file does, with the title and the empty rows."""

    encoding = ""  # from before Unicode, in which the file was written

    def append_invalid_row(self, number, row, validation_error):
        super().append_invalid_row(row.get(ROW, number), row, validation_error)

    def append_error_row(self, number, row, errors):
        super().append_error_row(row.get(ROW, number), row, errors)


class SheetResource(ModelResource):
    """Rows of a sheet as offices fill it in; errors name the row and the column of the file."""

    required = ()  # headings without which the sheet is not ours
    key = ()  # headings that together may stand only once in a file
    guide = ()  # (heading, what to write there) for the template's second sheet
    sample = ()

    class Meta:
        store_row_values = True
        clean_model_instances = True

    @classmethod
    def get_diff_class(cls):
        return SheetDiff

    @classmethod
    def get_result_class(cls):
        return SheetResult

    @property
    def columns(self):
        return [field.column_name for field in self.get_import_fields()]

    def before_import(self, dataset, **kwargs):
        rows = list(dataset)
        dataset.wipe()
        records = with_header(rows, self.columns, self.required)
        if not records:
            raise SheetError("Dưới dòng tiêu đề không có dòng nào.")
        dataset.headers = list(records[0])
        dataset.extend(list(record.values()) for record in records)
        self.seen = {}

    def after_import(self, dataset, result, **kwargs):
        result.encoding = dataset.title

    def before_import_row(self, row, **kwargs):
        key = tuple(fold(str(row.get(column, ""))) for column in self.key)
        if key in self.seen:
            raise ValidationError({self.key[0]: f"Trùng với dòng {self.seen[key]} trong tệp."})
        self.seen[key] = row[ROW]

    def import_row(self, row, instance_loader, **kwargs):
        result = super().import_row(row, instance_loader, **kwargs)
        if result.validation_error is not None:
            result.validation_error = self._by_column(result.validation_error)
        return result

    def _by_column(self, error):
        """The same errors under the headings of the file instead of our names."""
        headings = {field.attribute: field.column_name for field in self.get_import_fields()}
        found = {}
        for name, errors in error.update_error_dict({}).items():
            known = name in headings.values() or name == NON_FIELD_ERRORS
            heading = name if known else headings.get(name, NON_FIELD_ERRORS)
            found.setdefault(heading, []).extend(errors)
        return ValidationError(found)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        errors = dict(import_validation_errors or {})
        for check in (self._check_fields, self.check):
            try:
                check(instance, errors)
            except ValidationError as error:
                errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def _check_fields(self, instance, errors):
        """Only what the file gives is checked: the rest (a place in the tree) follows on saving."""
        given = {field.attribute for field in self.get_import_fields()}
        left_out = {field.name for field in instance._meta.fields} - given
        instance.full_clean(exclude=left_out | errors.keys())

    def check(self, instance, errors):
        """A rule of the subclass on the whole row."""


class UnitResource(SheetResource):
    code = Field("code", "Mã", LineWidget())
    name = Field("name", "Tên đơn vị", LineWidget())
    kind = Field("kind", "Loại", ChoiceWidget(UnitKind))
    above = Field(
        "above", "Mã đơn vị cấp trên", UnitWidget("Đơn vị cấp trên phải có sẵn hoặc ở dòng trên trong tệp.")
    )
    starts_on = Field("starts_on", "Tồn tại từ ngày", DayWidget())
    ends_on = Field("ends_on", "Đến hết ngày", DayWidget())
    authority = Field("authority", "Cơ quan ban hành", LineWidget())
    symbol = Field("symbol", "Chữ viết tắt", LineWidget())
    place = Field("place", "Địa danh", LineWidget())
    head_title = Field("head_title", "Chức vụ người đứng đầu", LineWidget())
    has_council = Field("has_council", "Có Hội đồng", YesWidget())
    sector_parent = Field("sector_parent", "Mã cơ quan quản lý ngành", UnitWidget())
    legal_basis = Field("legal_basis", "Văn bản thành lập", LineWidget())

    required = ("Mã", "Tên đơn vị", "Loại", "Tồn tại từ ngày")
    key = ("Mã",)
    sample = (
        "XMAU", "xã Mẫu", "xã", "TMAU", "01/07/2025", "", "Ủy ban nhân dân xã Mẫu", "UBND", "Mẫu",
        "CHỦ TỊCH", "có", "", "Nghị quyết về sắp xếp đơn vị hành chính",
    )  # fmt: skip
    guide = (
        ("Mã", "Bắt buộc. Mỗi đơn vị một mã riêng. Mã đã có trên cổng thì dòng này sửa đơn vị đó."),
        ("Loại", "; ".join(UnitKind.labels)),
        ("Mã đơn vị cấp trên", "Để trống với đơn vị trên cùng. Đơn vị cấp trên ghi ở dòng trên."),
        ("Tồn tại từ ngày", "Ngày/tháng/năm, ví dụ 01/07/2025."),
        ("Đến hết ngày", "Để trống nếu đơn vị còn hoạt động."),
        ("Có Hội đồng", "Ghi “có” nếu đơn vị có Hội đồng Thi đua - Khen thưởng."),
    )

    class Meta(SheetResource.Meta):
        model = Unit
        import_id_fields = ["code"]
        fields = (
            "code", "name", "kind", "above", "starts_on", "ends_on", "authority", "symbol", "place",
            "head_title", "has_council", "sector_parent", "legal_basis",
        )  # fmt: skip

    def before_import(self, dataset, **kwargs):
        self.units = {unit.code: unit for unit in Unit.objects.all()}
        self.by_path = {unit.path: unit for unit in self.units.values()}
        for name in ("above", "sector_parent"):
            self.fields[name].widget.units = self.units
        super().before_import(dataset, **kwargs)

    def get_instance(self, instance_loader, row):
        return self.units.get(str(row["Mã"]))

    def after_init_instance(self, instance, new, row, **kwargs):
        instance.above = None if new else self.by_path.get(instance.path[: -instance.steplen])
        instance.was_above = instance.above

    def check(self, instance, errors):
        if instance.pk and instance.above != instance.was_above:
            raise ValidationError(
                {"above": "Đơn vị này đang thuộc cấp trên khác. Hãy đổi cấp trên tại trang của đơn vị."}
            )

    def do_instance_save(self, instance, is_create):
        if not is_create:
            instance.save()
        elif instance.above:
            Unit.objects.add_child(instance.above, instance=instance)
        else:
            Unit.objects.add_root(instance=instance)
        self.units[instance.code] = self.by_path[instance.path] = instance


class AccountResource(SheetResource):
    """One row is one post; the account is made with its first post."""

    username = Field("user__username", "Tên đăng nhập", LineWidget())
    full_name = Field("user__full_name", "Họ và tên", LineWidget())
    unit = Field("unit", "Mã đơn vị", UnitWidget())
    role = Field("role", "Vai trò", ChoiceWidget(Role))
    title = Field("title", "Chức vụ", LineWidget())
    starts_on = Field("starts_on", "Từ ngày", DayWidget())
    ends_on = Field("ends_on", "Đến hết ngày", DayWidget())
    council_seat = Field("council_seat", "Ghế trong Hội đồng", ChoiceWidget(CouncilSeat))
    password = Field("new_password", "Mật khẩu tạm", SecretWidget())

    required = ("Tên đăng nhập", "Họ và tên", "Mã đơn vị", "Vai trò", "Chức vụ", "Từ ngày")
    key = ("Tên đăng nhập", "Mã đơn vị", "Vai trò", "Từ ngày")
    sample = (
        "nguyenvanmau", "Nguyễn Văn Mẫu", "XMAU", "cán bộ lập hồ sơ", "Công chức văn hóa - xã hội",
        "01/07/2025", "", "", "",
    )  # fmt: skip
    guide = (
        ("Tên đăng nhập", "Bắt buộc. Người giữ nhiều chức trách thì ghi nhiều dòng cùng tên đăng nhập."),
        ("Mã đơn vị", "Mã của đơn vị đã có trên cổng."),
        ("Vai trò", "; ".join(Role.labels)),
        ("Từ ngày", "Ngày/tháng/năm, ví dụ 01/07/2025."),
        ("Đến hết ngày", "Để trống nếu còn giữ chức trách."),
        ("Ghế trong Hội đồng", "; ".join(CouncilSeat.labels) + ". Để trống nếu không dự Hội đồng."),
        (
            "Mật khẩu tạm",
            f"Chỉ dùng khi tạo tài khoản mới; từ 10 ký tự; mỗi tệp nhiều nhất {MOST_PASSWORDS} mật khẩu. "
            "Để trống thì quản trị viên đặt mật khẩu sau tại trang của tài khoản.",
        ),
    )

    class Meta(SheetResource.Meta):
        model = Post
        fields = (
            "username", "full_name", "unit", "role", "title", "starts_on", "ends_on", "council_seat",
            "password",
        )  # fmt: skip

    def before_import(self, dataset, **kwargs):
        self.fields["unit"].widget.units = {unit.code: unit for unit in Unit.objects.all()}
        self.users = {fold(user.username): user for user in User.objects.all()}
        self.passwords = 0
        super().before_import(dataset, **kwargs)

    def get_instance(self, instance_loader, row):
        """The post that the row changes; None for a new one, and where a cell of the key cannot be read."""
        try:
            key = {name: self.fields[name].clean(row) for name in ("unit", "role", "starts_on")}
        except ValueError:
            return None
        posts = Post.objects.filter(user=self._user(row).pk, **key)
        return posts.select_related("user", "unit").first() if all(key.values()) else None

    def import_row(self, row, instance_loader, **kwargs):
        result = super().import_row(row, instance_loader, **kwargs)
        if row.get("Mật khẩu tạm"):
            row["Mật khẩu tạm"] = HIDDEN  # the preview shows rows as they are
        return result

    def _user(self, row):
        name = str(row["Tên đăng nhập"])
        return self.users.get(fold(name)) or User(username=name)

    def after_init_instance(self, instance, new, row, **kwargs):
        instance.user = self._user(row)
        instance.new_password = ""
        row["Tên đăng nhập"] = instance.user.username  # as the account has it, whatever the case typed

    def check(self, instance, errors):
        user = instance.user
        try:
            user.full_clean(exclude={"password"})
        except ValidationError as error:
            found = {f"user__{name}": errors for name, errors in error.error_dict.items()}
            raise ValidationError(found) from None
        if instance.new_password and not user.pk:
            self._check_password(instance.new_password, user)

    def _check_password(self, password, user):
        self.passwords += 1
        if self.passwords > MOST_PASSWORDS:
            raise ValidationError(
                {"new_password": f"Mỗi tệp nhận nhiều nhất {MOST_PASSWORDS} mật khẩu. Hãy tách tệp."}
            )
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise ValidationError({"new_password": error.messages}) from None

    def before_save_instance(self, instance, row, dry_run=False, **kwargs):
        """A new account gets its password; not in the preview, where hashing would be for nothing."""
        if instance.user.pk:
            return
        if instance.new_password and not dry_run:
            instance.user.set_password(instance.new_password)
        else:
            instance.user.set_unusable_password()

    def do_instance_save(self, instance, is_create):
        user = instance.user
        user.save()
        self.users[fold(user.username)] = instance.user = user
        instance.save(force_insert=is_create)
