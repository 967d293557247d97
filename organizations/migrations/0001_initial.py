import core.calendar
import core.derived
import core.fields
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("full_name", core.fields.LineField(max_length=120, verbose_name="họ và tên")),
                ("name_key", core.derived.PersonKeyField(max_length=400, sources=("full_name",))),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=400, sources=("full_name", "username")),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "tài khoản",
                "verbose_name_plural": "tài khoản",
                "ordering": ["name_key", "pk"],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=255, unique=True)),
                ("depth", models.PositiveIntegerField()),
                ("numchild", models.PositiveIntegerField(default=0)),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên đơn vị")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("province", "tỉnh, thành phố trực thuộc Trung ương"),
                            ("district", "huyện"),
                            ("town", "thị xã"),
                            ("city", "thành phố thuộc tỉnh"),
                            ("commune", "xã"),
                            ("ward", "phường"),
                            ("township", "thị trấn"),
                            ("special_zone", "đặc khu"),
                            ("hamlet", "ấp"),
                            ("quarter", "khu phố"),
                            ("village", "thôn"),
                            ("agency", "cơ quan, phòng, ban"),
                            ("association", "Mặt trận, đoàn thể"),
                            ("school", "trường học"),
                            ("enterprise", "doanh nghiệp, hợp tác xã"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("code", core.fields.LineField(max_length=30, unique=True, verbose_name="mã")),
                (
                    "authority",
                    core.fields.LineField(
                        blank=True,
                        help_text="Để trống nếu chính đơn vị ban hành văn bản.",
                        max_length=200,
                        verbose_name="cơ quan ban hành",
                    ),
                ),
                (
                    "symbol",
                    core.fields.LineField(
                        blank=True, max_length=30, verbose_name="chữ viết tắt trong ký hiệu văn bản"
                    ),
                ),
                (
                    "place",
                    core.fields.LineField(
                        blank=True, max_length=100, verbose_name="địa danh ghi trên văn bản"
                    ),
                ),
                (
                    "head_title",
                    core.fields.LineField(blank=True, max_length=100, verbose_name="chức vụ người đứng đầu"),
                ),
                (
                    "has_council",
                    models.BooleanField(default=False, verbose_name="có Hội đồng Thi đua - Khen thưởng"),
                ),
                ("starts_on", models.DateField(verbose_name="tồn tại từ ngày")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "legal_basis",
                    core.fields.LineField(
                        blank=True, max_length=300, verbose_name="văn bản thành lập, sắp xếp"
                    ),
                ),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("name", "code"))),
                (
                    "sector_parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sector_children",
                        to="organizations.unit",
                        verbose_name="cơ quan quản lý ngành",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị",
                "verbose_name_plural": "đơn vị",
                "indexes": [models.Index(fields=["name_key"], name="unit_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")), ("ends_on", None), _connector="OR"
                        ),
                        name="unit_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="từ ngày")),
                (
                    "takes_files",
                    models.BooleanField(
                        default=True,
                        help_text="Người ở đơn vị kế thừa xem được và xử lý tiếp hồ sơ của đơn vị trước.",
                        verbose_name="nhận bàn giao hồ sơ",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="organizations.unit",
                        verbose_name="đơn vị trước",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="organizations.unit",
                        verbose_name="đơn vị kế thừa",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc kế thừa",
                "verbose_name_plural": "việc kế thừa",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"),
                        name="succession_once",
                        violation_error_message="Việc kế thừa này đã được ghi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="succession_between_two_units",
                        violation_error_message="Đơn vị không thể kế thừa chính mình.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("officer", "cán bộ lập hồ sơ"),
                            ("head", "thủ trưởng đơn vị"),
                            ("standing", "thường trực Hội đồng"),
                            ("member", "ủy viên Hội đồng"),
                            ("chairman", "chủ tịch"),
                            ("clerk", "văn thư"),
                            ("admin", "quản trị"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("title", core.fields.LineField(max_length=150, verbose_name="chức vụ")),
                (
                    "authority",
                    models.CharField(
                        blank=True,
                        choices=[(None, "Không"), ("TL", "Thừa lệnh (TL.)"), ("TUQ", "Thừa ủy quyền (TUQ.)")],
                        help_text="Chỉ chọn khi người ký không phải thủ trưởng hoặc cấp phó, ví dụ Chánh Văn phòng.",
                        max_length=3,
                        verbose_name="ký thay thủ trưởng",
                    ),
                ),
                (
                    "council_seat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("chair", "Chủ tịch Hội đồng"),
                            ("vice", "Phó Chủ tịch Hội đồng"),
                            ("standing", "Ủy viên thường trực"),
                            ("member", "Ủy viên"),
                        ],
                        max_length=20,
                        verbose_name="ghế trong Hội đồng",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="organizations.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "chức trách",
                "verbose_name_plural": "chức trách",
                "ordering": ["-starts_on", "pk"],
                "indexes": [models.Index(fields=["unit", "role"], name="post_of_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")), ("ends_on", None), _connector="OR"
                        ),
                        name="post_ends_after_it_starts",
                        violation_error_message="Ngày thôi giữ chức phải từ ngày bắt đầu trở đi.",
                    ),
                    models.UniqueConstraint(
                        fields=("user", "unit", "role", "starts_on"),
                        name="post_once",
                        violation_error_message="Chức trách này đã được ghi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("symbol", core.fields.LineField(max_length=40, verbose_name="ký hiệu")),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="số cuối đã cấp")),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="ngày của số cuối")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="organizations.unit",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
            ],
            options={
                "verbose_name": "sổ số văn bản",
                "verbose_name_plural": "sổ số văn bản",
                "ordering": ["-year", "symbol", "unit"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "symbol", "year"),
                        name="series_once_a_year",
                        violation_error_message="Sổ số này đã có.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                (
                    "kind",
                    models.CharField(
                        choices=[("reminder", "Nhắc việc"), ("urging", "Đôn đốc")],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("subject", core.fields.LineField(max_length=200, verbose_name="tiêu đề")),
                ("text", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                ("items", models.JSONField(blank=True, default=list, verbose_name="các việc")),
                ("url", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                ("created_at", models.DateTimeField(default=core.calendar.now, verbose_name="lúc")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="đọc lúc")),
                (
                    "emailed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="gửi thư điện tử lúc"),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người gửi",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "thông báo",
                "verbose_name_plural": "thông báo",
                "ordering": ["-day", "-pk"],
                "indexes": [
                    models.Index(condition=models.Q(("read_at", None)), fields=["to"], name="unread_message")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("to", "day"),
                        name="one_message_a_person_a_day",
                        violation_error_message="Người này đã có thông báo trong ngày.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MessageChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by_email", models.BooleanField(default=True, verbose_name="gửi cả qua thư điện tử")),
                (
                    "days_before",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="nhắc trước hạn"),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="message_choice",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "cách nhận thông báo",
                "verbose_name_plural": "cách nhận thông báo",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("days_before", None),
                            models.Q(("days_before__gte", 1), ("days_before__lte", 30)),
                            _connector="OR",
                        ),
                        name="reminded_1_to_30_days_before",
                        violation_error_message="Nhắc trước hạn từ 1 đến 30 ngày làm việc.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IssuedNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="số")),
                ("issued_on", models.DateField(verbose_name="ngày văn bản")),
                ("title", core.fields.LineField(max_length=400, verbose_name="trích yếu")),
                ("taken_at", models.DateTimeField(default=core.calendar.now, verbose_name="lúc cấp")),
                (
                    "outside",
                    models.BooleanField(default=False, editable=False, verbose_name="văn bản ngoài cổng"),
                ),
                ("signatory", core.fields.LineField(blank=True, max_length=120, verbose_name="người ký")),
                (
                    "recipients",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi nơi nhận một dòng.", verbose_name="nơi nhận văn bản"
                    ),
                ),
                (
                    "kept_by",
                    core.fields.LineField(
                        blank=True, max_length=200, verbose_name="đơn vị, người nhận bản lưu"
                    ),
                ),
                (
                    "copies",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số lượng bản"),
                ),
                ("remarks", core.fields.LineField(blank=True, max_length=400, verbose_name="ghi chú")),
                (
                    "status",
                    models.CharField(
                        choices=[("given", "Đã cấp"), ("cancelled", "Đã hủy số")],
                        default="given",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "cancelled_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="hủy số ngày"),
                ),
                (
                    "cancelled_for",
                    core.fields.LineField(
                        blank=True, editable=False, max_length=400, verbose_name="lý do hủy số"
                    ),
                ),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=600, sources=("text", "title", "signatory")),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người cấp số",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="organizations.numberseries",
                        verbose_name="sổ",
                    ),
                ),
            ],
            options={
                "verbose_name": "số văn bản đã cấp",
                "verbose_name_plural": "số văn bản đã cấp",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "number"),
                        name="number_given_once",
                        violation_error_message="Số này đã được cấp.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancelled_on", None), ("status", "given")),
                            models.Q(
                                ("cancelled_on__isnull", False), ("outside", True), ("status", "cancelled")
                            ),
                            _connector="OR",
                        ),
                        name="cancelled_number_is_an_outside_papers_and_has_its_day",
                        violation_error_message="Chỉ hủy được số cấp cho văn bản ngoài cổng.",
                    ),
                ],
            },
        ),
    ]
