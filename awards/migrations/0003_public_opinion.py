import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0002_urgency"),
        ("exemplars", "0006_nurture_and_evaluation"),
        ("law", "0002_reminding"),
        ("organizations", "0003_messages"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpinionList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", core.fields.LineField(max_length=300, verbose_name="tên danh sách")),
                (
                    "opens_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="công khai từ ngày"),
                ),
                (
                    "closes_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="đến hết ngày"),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày kết thúc"),
                ),
                ("conclusion", core.fields.ProseField(blank=True, verbose_name="kết luận")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị"),
                            ("posted", "Đang lấy ý kiến"),
                            ("closed", "Đã kết thúc"),
                            ("cancelled", "Đã gỡ"),
                        ],
                        default="preparing",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("title",))),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="law.parameter",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinion_lists",
                        to="awards.session",
                        verbose_name="cho phiên họp",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinion_lists",
                        to="organizations.unit",
                        verbose_name="cơ quan lấy ý kiến",
                    ),
                ),
            ],
            options={
                "verbose_name": "danh sách lấy ý kiến Nhân dân",
                "verbose_name_plural": "danh sách lấy ý kiến Nhân dân",
                "ordering": ["-opens_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_on__gt", models.F("opens_on")),
                            models.Q(("closes_on", None), ("opens_on", None)),
                            _connector="OR",
                        ),
                        name="opinion_list_closes_after_it_opens",
                        violation_error_message="Ngày cuối lấy ý kiến phải sau ngày công khai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("posted", "closed")), _negated=True),
                            ("opens_on__isnull", False),
                            _connector="OR",
                        ),
                        name="posted_opinion_list_has_its_days",
                        violation_error_message="Danh sách đã công khai phải có ngày đầu và ngày cuối.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "closed"), _negated=True),
                            ("ended_on__isnull", False),
                            _connector="OR",
                        ),
                        name="closed_opinion_list_has_its_end",
                        violation_error_message="Danh sách đã kết thúc phải có ngày kết thúc.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpinionItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                ("achievement", core.fields.LineField(blank=True, max_length=400, verbose_name="thành tích")),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinion_items",
                        to="exemplars.nomination",
                    ),
                ),
                (
                    "opinion_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="awards.opinionlist",
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ lấy ý kiến",
                "verbose_name_plural": "hồ sơ lấy ý kiến",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opinion_list", "nomination"),
                        name="opinion_item_once",
                        violation_error_message="Hồ sơ đã có trong danh sách lấy ý kiến.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("request_id", models.UUIDField(editable=False, unique=True)),
                ("name", core.fields.LineField(max_length=120, verbose_name="họ và tên")),
                (
                    "contact",
                    core.fields.LineField(
                        max_length=250, verbose_name="điện thoại, thư điện tử hoặc địa chỉ"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("agrees", "Đồng tình"),
                            ("objects", "Không đồng tình"),
                            ("other", "Ý kiến khác"),
                        ],
                        max_length=10,
                        verbose_name="ý kiến",
                    ),
                ),
                ("text", core.fields.ProseField(verbose_name="nội dung")),
                (
                    "sent_at",
                    models.DateTimeField(default=core.calendar.now, editable=False, verbose_name="gửi lúc"),
                ),
                ("source", models.CharField(blank=True, editable=False, max_length=64)),
                ("answer", core.fields.ProseField(blank=True, verbose_name="trả lời, cách xử lý")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="trả lời lúc"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="awards.opinionitem",
                        verbose_name="về",
                    ),
                ),
                (
                    "opinion_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="awards.opinionlist",
                    ),
                ),
            ],
            options={
                "verbose_name": "ý kiến của người dân",
                "verbose_name_plural": "ý kiến của người dân",
                "ordering": ["sent_at", "pk"],
                "indexes": [models.Index(fields=["source", "sent_at"], name="remarks_of_source")],
            },
        ),
    ]
