import core.derived
import core.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organizations", "0001_initial"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkField",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=120, unique=True, verbose_name="lĩnh vực")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "lĩnh vực",
                "verbose_name_plural": "lĩnh vực",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=250, verbose_name="tên phong trào")),
                ("slogan", core.fields.LineField(blank=True, max_length=250, verbose_name="khẩu hiệu")),
                (
                    "mode",
                    models.CharField(
                        choices=[("regular", "thường xuyên"), ("thematic", "theo chuyên đề")],
                        default="regular",
                        max_length=20,
                        verbose_name="hình thức",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="ngày phát động")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ngày tổng kết")),
                ("content", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("name", "slogan"))),
                (
                    "above",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="campaigns.movement",
                        verbose_name="hưởng ứng phong trào",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="organizations.unit",
                        verbose_name="đơn vị phát động",
                    ),
                ),
            ],
            options={
                "verbose_name": "phong trào thi đua",
                "verbose_name_plural": "phong trào thi đua",
                "ordering": ["name_key", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")), ("ends_on", None), _connector="OR"
                        ),
                        name="movement_ends_after_it_starts",
                        violation_error_message="Ngày tổng kết phải từ ngày phát động trở đi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                ("signatory", core.fields.LineField(blank=True, max_length=120, verbose_name="người ký")),
                (
                    "signatory_title",
                    core.fields.LineField(blank=True, max_length=120, verbose_name="chức vụ người ký"),
                ),
                ("title", core.fields.LineField(max_length=400, verbose_name="trích yếu")),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến hết ngày")),
                (
                    "legal_bases",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi căn cứ một dòng.", verbose_name="căn cứ"
                    ),
                ),
                (
                    "recipients",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi nơi nhận một dòng.", verbose_name="nơi nhận"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Dự thảo"),
                            ("recording", "Đang ghi lại"),
                            ("for_signature", "Chờ ký"),
                            ("signed", "Đã ký, chờ số"),
                            ("issued", "Đã ban hành"),
                            ("ended", "Đã kết thúc"),
                            ("replaced", "Đã được thay thế"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "outside_number",
                    core.fields.LineField(
                        blank=True,
                        help_text="Của kế hoạch đã ban hành ngoài cổng và được ghi lại ở đây.",
                        max_length=60,
                        verbose_name="số, ký hiệu ghi trên văn bản",
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recorded_plans",
                        to="organizations.unit",
                    ),
                ),
                ("edited_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("unfinished", models.JSONField(blank=True, default=dict, editable=False)),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("title",))),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="copies",
                        to="campaigns.plan",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="campaigns.plan",
                        verbose_name="thay thế kế hoạch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafted_plans",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edited_by",
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
                    "implements",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="implemented_by",
                        to="campaigns.plan",
                        verbose_name="thực hiện kế hoạch của cấp trên",
                    ),
                ),
                (
                    "movements",
                    models.ManyToManyField(
                        blank=True, related_name="plans", to="campaigns.movement", verbose_name="phong trào"
                    ),
                ),
                (
                    "number",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="organizations.issuednumber",
                        verbose_name="số, ký hiệu",
                    ),
                ),
                (
                    "signed_by",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="organizations.unit",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế hoạch",
                "verbose_name_plural": "kế hoạch",
                "ordering": ["-starts_on", "title_key"],
                "indexes": [models.Index(fields=["unit", "status"], name="plan_of_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="plan_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("issued", "ended", "replaced")), _negated=True),
                            models.Q(
                                ("issued_on__isnull", False),
                                models.Q(
                                    ("number__isnull", False),
                                    models.Q(("outside_number", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="issued_plan_has_number_and_date",
                        violation_error_message="Kế hoạch đã ban hành phải có số và ngày.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "Phát hiện, lựa chọn, đăng ký"),
                            ("interim", "Sơ kết"),
                            ("final", "Tổng kết"),
                            ("conference", "Hội nghị điển hình tiên tiến"),
                            ("other", "Mốc khác"),
                        ],
                        max_length=20,
                        verbose_name="loại mốc",
                    ),
                ),
                ("name", core.fields.LineField(max_length=250, verbose_name="tên mốc")),
                ("due_on", models.DateField(verbose_name="ngày")),
                ("covers_from", models.DateField(blank=True, null=True, verbose_name="đánh giá từ ngày")),
                ("covers_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("occasion", core.fields.LineField(blank=True, max_length=250, verbose_name="nhân dịp")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="campaigns.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "mốc thời gian",
                "verbose_name_plural": "mốc thời gian",
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("covers_from__isnull", False),
                                ("covers_to__gte", models.F("covers_from")),
                                ("covers_to__isnull", False),
                            ),
                            models.Q(("covers_from", None), ("covers_to", None)),
                            _connector="OR",
                        ),
                        name="milestone_covers_both_ends",
                        violation_error_message="Giai đoạn đánh giá cần đủ hai ngày, ngày cuối không trước ngày đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("person", "cá nhân"),
                            ("collective", "tập thể"),
                            ("household", "hộ gia đình"),
                        ],
                        max_length=20,
                        verbose_name="đối tượng",
                    ),
                ),
                ("text", core.fields.LineField(max_length=400, verbose_name="tiêu chí")),
                ("max_points", models.PositiveSmallIntegerField(verbose_name="điểm tối đa")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criteria",
                        to="campaigns.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiêu chí",
                "verbose_name_plural": "tiêu chí",
                "ordering": ["subject_kind", "order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("max_points__gte", 1), ("max_points__lte", 100)),
                        name="criterion_points_1_to_100",
                        violation_error_message="Điểm tối đa của một tiêu chí từ 1 đến 100.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", core.fields.ProseField(verbose_name="nhiệm vụ")),
                (
                    "partners",
                    core.fields.LineField(blank=True, max_length=300, verbose_name="đơn vị phối hợp"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="hoàn thành ngày")),
                ("result", core.fields.ProseField(blank=True, verbose_name="kết quả")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="organizations.unit",
                        verbose_name="đơn vị chủ trì",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="campaigns.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "phân công",
                "verbose_name_plural": "phân công",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None), models.Q(("result", ""), _negated=True), _connector="OR"
                        ),
                        name="assignment_done_has_result",
                        violation_error_message="Việc đã hoàn thành phải ghi kết quả.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("purpose", "Mục đích, yêu cầu"),
                            ("communication", "Nội dung tuyên truyền"),
                            ("criteria", "Tiêu chí lựa chọn"),
                            ("nurturing", "Bồi dưỡng, xây dựng và nhân rộng"),
                            ("timetable", "Tiến độ thực hiện"),
                            ("organization", "Tổ chức thực hiện"),
                            ("funding", "Kinh phí thực hiện"),
                        ],
                        max_length=20,
                        verbose_name="phần",
                    ),
                ),
                ("body", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="campaigns.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần của kế hoạch",
                "verbose_name_plural": "các phần của kế hoạch",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "kind"),
                        name="plan_section_once",
                        violation_error_message="Phần này đã có.",
                    )
                ],
            },
        ),
    ]
