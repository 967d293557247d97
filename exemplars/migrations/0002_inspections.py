import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0001_initial"),
        ("exemplars", "0001_initial"),
        ("organizations", "0001_initial"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="InspectionRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", core.fields.LineField(max_length=250, verbose_name="tên đợt kiểm tra")),
                ("purpose", core.fields.ProseField(blank=True, verbose_name="mục đích, nội dung kiểm tra")),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến hết ngày")),
                (
                    "outside_members",
                    core.fields.ProseField(
                        blank=True,
                        help_text="Người không có tài khoản: mỗi người một dòng, ghi cả chức vụ.",
                        verbose_name="thành viên ngoài cổng",
                    ),
                ),
                (
                    "paper",
                    core.fields.LineField(
                        blank=True,
                        help_text="Ví dụ: Quyết định số 15/QĐ-UBND ngày 02/3/2024.",
                        max_length=250,
                        verbose_name="văn bản thành lập đoàn",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Đang chuẩn bị"),
                            ("called", "Đã triệu tập đoàn"),
                            ("closed", "Đã kết thúc"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                ("search_text", core.derived.SearchTextField(max_length=700, sources=("name", "paper"))),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspection_rounds",
                        to="campaigns.plan",
                        verbose_name="theo kế hoạch",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspection_rounds",
                        to="organizations.unit",
                        verbose_name="cơ quan kiểm tra",
                    ),
                ),
            ],
            options={
                "verbose_name": "đợt kiểm tra",
                "verbose_name_plural": "đợt kiểm tra",
                "ordering": ["-starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="round_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.LineField(max_length=150, verbose_name="chức vụ")),
                ("leads", models.BooleanField(default=False, verbose_name="trưởng đoàn")),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="exemplars.inspectionround",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspection_seats",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên đoàn kiểm tra",
                "verbose_name_plural": "thành viên đoàn kiểm tra",
                "ordering": ["-leads", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "user"),
                        name="round_member_once",
                        violation_error_message="Người này đã có trong đoàn.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("leads", True)),
                        fields=("round",),
                        name="round_has_one_leader",
                        violation_error_message="Đoàn chỉ có một trưởng đoàn.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("planned_on", models.DateField(verbose_name="ngày dự kiến")),
                ("visited_at", models.DateTimeField(blank=True, null=True, verbose_name="bắt đầu lúc")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
                ("place", core.fields.LineField(blank=True, max_length=250, verbose_name="địa điểm")),
                (
                    "team",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi người một dòng.", verbose_name="người của đoàn có mặt"
                    ),
                ),
                (
                    "hosts",
                    core.fields.ProseField(
                        blank=True,
                        help_text="Mỗi người một dòng, ghi cả chức vụ; người đầu tiên ký biên bản.",
                        verbose_name="đại diện đơn vị, nơi cư trú có mặt",
                    ),
                ),
                ("practice", core.fields.ProseField(blank=True, verbose_name="việc đã thấy tại chỗ")),
                (
                    "neighbours",
                    core.fields.LineField(
                        blank=True, max_length=250, verbose_name="đã hỏi ý kiến ai ở nơi cư trú"
                    ),
                ),
                ("opinion", core.fields.ProseField(blank=True, verbose_name="họ nói gì")),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("meets", "Đạt"), ("needs_more", "Cần bổ sung"), ("not_yet", "Chưa đạt")],
                        max_length=20,
                        verbose_name="kết luận",
                    ),
                ),
                ("recommendations", core.fields.ProseField(blank=True, verbose_name="kiến nghị")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Chờ đi kiểm tra"),
                            ("recorded", "Đã gửi biên bản"),
                            ("returned", "Trả lại để bổ sung"),
                            ("accepted", "Đã chấp nhận"),
                            ("cancelled", "Không đi"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="gửi biên bản lúc"
                    ),
                ),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=900, sources=("exemplar", "subject", "place")),
                ),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="exemplars.exemplar",
                        verbose_name="điển hình",
                    ),
                ),
                (
                    "recorded_by",
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="exemplars.inspectionround",
                        verbose_name="đợt",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuyến kiểm tra",
                "verbose_name_plural": "chuyến kiểm tra",
                "ordering": ["planned_on", "pk"],
                "indexes": [models.Index(fields=["exemplar", "status"], name="visit_of_exemplar")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "exemplar"),
                        name="visit_once_per_round",
                        violation_error_message="Điển hình này đã có trong đợt kiểm tra.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__gt", models.F("visited_at")), ("ended_at", None), _connector="OR"
                        ),
                        name="visit_ends_after_it_starts",
                        violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("recorded", "accepted")), _negated=True),
                            models.Q(("visited_at__isnull", False), models.Q(("verdict", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="recorded_visit_has_day_and_verdict",
                        violation_error_message="Biên bản phải có thời gian và kết luận.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[("met", "Đạt"), ("partly", "Đạt một phần"), ("not_met", "Chưa đạt")],
                        max_length=20,
                        verbose_name="kết quả",
                    ),
                ),
                ("words", core.fields.LineField(blank=True, max_length=400, verbose_name="nhận xét")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="campaigns.criterion",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="exemplars.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả theo tiêu chí",
                "verbose_name_plural": "kết quả theo tiêu chí",
                "ordering": ["criterion__order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "criterion"),
                        name="finding_once_per_criterion",
                        violation_error_message="Tiêu chí này đã được ghi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=200, verbose_name="nội dung, chỉ tiêu")),
                (
                    "before",
                    core.fields.LineField(blank=True, max_length=60, verbose_name="trước khi thực hiện"),
                ),
                ("after", core.fields.LineField(blank=True, max_length=60, verbose_name="khi kiểm chứng")),
                ("note", core.fields.LineField(blank=True, max_length=200, verbose_name="ghi chú")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="exemplars.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "số liệu kiểm chứng",
                "verbose_name_plural": "số liệu kiểm chứng",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="VisitSubmission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("request_id", models.UUIDField(unique=True)),
                ("content", models.JSONField()),
                ("at", models.DateTimeField(default=core.calendar.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submissions",
                        to="exemplars.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "biên bản đã gửi",
                "verbose_name_plural": "biên bản đã gửi",
                "ordering": ["at", "pk"],
            },
        ),
    ]
