import campaigns.models.assignment
import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organizations", "0001_initial"),
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
            name="Cluster",
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
                        choices=[("cluster", "Cụm thi đua"), ("block", "Khối thi đua")],
                        default="cluster",
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên cụm, khối")),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clusters",
                        to="organizations.unit",
                        verbose_name="cơ quan tổ chức",
                    ),
                ),
            ],
            options={
                "verbose_name": "cụm, khối thi đua",
                "verbose_name_plural": "cụm, khối thi đua",
                "ordering": ["name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "name"),
                        name="cluster_name_once_an_office",
                        violation_error_message="Cơ quan này đã có cụm, khối cùng tên.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClusterYear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "cross",
                    models.CharField(
                        choices=[
                            ("all", "Mỗi đơn vị chấm tất cả đơn vị khác"),
                            ("next", "Mỗi đơn vị chấm đơn vị kế tiếp trong danh sách"),
                        ],
                        default="all",
                        max_length=20,
                        verbose_name="chấm chéo",
                    ),
                ),
                ("tie_rules", models.JSONField(blank=True, default=list, verbose_name="khi bằng điểm")),
                ("contract", core.fields.ProseField(blank=True, verbose_name="nội dung giao ước thi đua")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="ngày ký giao ước")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("forming", "Đang lập"),
                            ("contracted", "Đã ký giao ước"),
                            ("scoring", "Đang chấm điểm"),
                            ("ranked", "Đã xếp hạng"),
                            ("closed", "Đã công nhận"),
                        ],
                        default="forming",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("cluster", "year"))),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="years",
                        to="campaigns.cluster",
                        verbose_name="cụm, khối",
                    ),
                ),
            ],
            options={
                "verbose_name": "cụm, khối thi đua theo năm",
                "verbose_name_plural": "cụm, khối thi đua theo năm",
                "ordering": ["-year", "cluster__name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cluster", "year"),
                        name="cluster_year_once",
                        violation_error_message="Cụm, khối này đã được lập cho năm đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2004), ("year__lte", 2100)),
                        name="cluster_year_from_2004",
                        violation_error_message="Năm thi đua từ 2004 đến 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "forming"), ("signed_on__isnull", False), _connector="OR"
                        ),
                        name="cluster_contract_has_its_day",
                        violation_error_message="Giao ước đã ký phải có ngày ký.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClusterMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "seat",
                    models.CharField(
                        choices=[
                            ("leader", "Cụm trưởng, khối trưởng"),
                            ("deputy", "Cụm phó, khối phó"),
                            ("member", "Thành viên"),
                        ],
                        default="member",
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "signed_by",
                    core.fields.LineField(blank=True, max_length=120, verbose_name="người ký giao ước"),
                ),
                (
                    "signed_title",
                    core.fields.LineField(blank=True, max_length=150, verbose_name="chức vụ người ký"),
                ),
                (
                    "total",
                    models.DecimalField(
                        decimal_places=2, editable=False, max_digits=7, null=True, verbose_name="tổng điểm"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="hạng")),
                (
                    "tie_note",
                    core.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="xét khi bằng điểm"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cluster_places",
                        to="organizations.unit",
                        verbose_name="đơn vị thành viên",
                    ),
                ),
                (
                    "cluster_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="campaigns.clusteryear",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên cụm, khối",
                "verbose_name_plural": "thành viên cụm, khối",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cluster_year", "unit"),
                        name="cluster_member_once",
                        violation_error_message="Đơn vị này đã có trong cụm, khối.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("seat", "leader")),
                        fields=("cluster_year",),
                        name="cluster_has_one_leader",
                        violation_error_message="Mỗi cụm, khối có một đơn vị trưởng và một đơn vị phó.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("seat", "deputy")),
                        fields=("cluster_year",),
                        name="cluster_has_one_deputy",
                        violation_error_message="Mỗi cụm, khối có một đơn vị trưởng và một đơn vị phó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rank", None), ("total", None)),
                            models.Q(("rank__isnull", False), ("total__isnull", False)),
                            _connector="OR",
                        ),
                        name="cluster_rank_has_total",
                        violation_error_message="Hạng và tổng điểm phải có cùng nhau.",
                    ),
                ],
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
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[
                            (None, "Không"),
                            ("urgent", "Khẩn"),
                            ("very-urgent", "Thượng khẩn"),
                            ("express", "Hỏa tốc"),
                        ],
                        max_length=20,
                        verbose_name="mức độ khẩn",
                    ),
                ),
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
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("task",))),
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
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assignments",
                        to="campaigns.milestone",
                        verbose_name="phục vụ mốc",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="answers",
                        to="campaigns.plan",
                        verbose_name="kế hoạch thực hiện của đơn vị",
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
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", None),
                            models.Q(("answered_by", models.F("plan")), _negated=True),
                            _connector="OR",
                        ),
                        name="assignment_answered_by_another_plan",
                        violation_error_message="Kế hoạch không thể thực hiện phân công của chính mình.",
                    ),
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
        migrations.CreateModel(
            name="PointLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", core.fields.LineField(max_length=200, verbose_name="nhóm nội dung")),
                ("text", core.fields.LineField(max_length=400, verbose_name="nội dung")),
                (
                    "kind",
                    models.CharField(
                        choices=[("basic", "Điểm chuẩn"), ("bonus", "Điểm thưởng"), ("minus", "Điểm trừ")],
                        default="basic",
                        max_length=20,
                        verbose_name="loại điểm",
                    ),
                ),
                (
                    "max_points",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="điểm tối đa"),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "cluster_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="campaigns.clusteryear",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng bảng điểm",
                "verbose_name_plural": "bảng điểm",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("max_points__gt", 0), ("max_points__lte", 1000)),
                        name="point_line_within_1000",
                        violation_error_message="Điểm tối đa của một dòng lớn hơn 0 và không quá 1.000.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(default=core.calendar.today, verbose_name="tính đến ngày")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đã làm được (%)"),
                ),
                ("text", core.fields.ProseField(blank=True, verbose_name="kết quả, việc đang làm")),
                ("is_final", models.BooleanField(default=False, verbose_name="đã hoàn thành nhiệm vụ")),
                ("at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="campaigns.assignment",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo tiến độ",
                "verbose_name_plural": "báo cáo tiến độ",
                "ordering": ["-on", "-pk"],
                "indexes": [
                    models.Index(fields=["assignment", "-on", "-id"], name="last_word_on_assignment")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent", None), ("percent__lte", 100), _connector="OR"),
                        name="progress_up_to_100_percent",
                        violation_error_message="Tỷ lệ đã làm được từ 0 đến 100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent__isnull", False), models.Q(("text", ""), _negated=True), _connector="OR"
                        ),
                        name="progress_in_percent_or_words",
                        violation_error_message="Hãy ghi tỷ lệ đã làm được hoặc việc đang làm.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_final", False), models.Q(("text", ""), _negated=True), _connector="OR"
                        ),
                        name="final_progress_has_result",
                        violation_error_message="Việc đã hoàn thành phải ghi kết quả.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.LineField(max_length=200, verbose_name="tên tài liệu")),
                ("content_type", models.CharField(editable=False, max_length=100)),
                ("size", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("uploaded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                (
                    "file",
                    models.FileField(
                        max_length=255,
                        upload_to=campaigns.models.assignment.progress_path,
                        verbose_name="tệp",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="campaigns.progressreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "minh chứng tiến độ",
                "verbose_name_plural": "minh chứng tiến độ",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "sha256"),
                        name="progress_file_once_per_report",
                        violation_error_message="Tệp này đã có trong báo cáo.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoreSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                (
                    "scored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="got_sheets",
                        to="campaigns.clustermember",
                    ),
                ),
                (
                    "scorer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given_sheets",
                        to="campaigns.clustermember",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu chấm điểm cụm, khối",
                "verbose_name_plural": "phiếu chấm điểm cụm, khối",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scorer", "scored"),
                        name="score_sheet_once",
                        violation_error_message="Phiếu chấm này đã có.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SettledPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "points",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="điểm thống nhất"),
                ),
                ("reason", core.fields.LineField(max_length=300, verbose_name="lý do")),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settled",
                        to="campaigns.pointline",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settled",
                        to="campaigns.clustermember",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm thống nhất",
                "verbose_name_plural": "điểm thống nhất",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "line"),
                        name="settled_point_once",
                        violation_error_message="Nội dung này đã được thống nhất.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points__gte", 0)),
                        name="settled_point_not_negative",
                        violation_error_message="Điểm không được âm.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "points",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="điểm"
                    ),
                ),
                ("ground", core.fields.LineField(blank=True, max_length=300, verbose_name="căn cứ chấm")),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given",
                        to="campaigns.pointline",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="campaigns.scoresheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm chấm chéo",
                "verbose_name_plural": "điểm chấm chéo",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "line"),
                        name="sheet_point_once",
                        violation_error_message="Nội dung này đã được chấm.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points", None), ("points__gte", 0), _connector="OR"),
                        name="sheet_point_not_negative",
                        violation_error_message="Điểm không được âm.",
                    ),
                ],
            },
        ),
    ]
