import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
import exemplars.models.dossier
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campaigns", "0001_initial"),
        ("law", "0001_initial"),
        ("organizations", "0001_initial"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Nomination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="ngày sinh")),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("female", "Nữ"), ("male", "Nam")],
                        max_length=10,
                        verbose_name="giới tính",
                    ),
                ),
                (
                    "id_number",
                    core.fields.LineField(
                        blank=True, max_length=20, verbose_name="số CCCD hoặc mã công chức, viên chức"
                    ),
                ),
                (
                    "position",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="chức vụ, nghề nghiệp"),
                ),
                (
                    "workplace",
                    core.fields.LineField(blank=True, max_length=250, verbose_name="nơi công tác hoặc nơi ở"),
                ),
                (
                    "worker_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leader", "Lãnh đạo, quản lý"),
                            ("direct", "Người trực tiếp lao động, công tác"),
                            ("entrepreneur", "Doanh nhân"),
                        ],
                        max_length=20,
                        verbose_name="nhóm",
                    ),
                ),
                ("ethnicity", core.fields.LineField(blank=True, max_length=50, verbose_name="dân tộc")),
                ("party_member", models.BooleanField(default=False, verbose_name="đảng viên")),
                (
                    "collective_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("office", "Cơ quan, đơn vị"),
                            ("residential", "Ấp, khu phố, thôn"),
                            ("school", "Trường học"),
                            ("enterprise", "Doanh nghiệp, hợp tác xã"),
                            ("group", "Tổ, nhóm, câu lạc bộ, mô hình"),
                        ],
                        max_length=20,
                        verbose_name="loại tập thể",
                    ),
                ),
                (
                    "headcount",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="tổng số người"),
                ),
                ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="trong đó nữ")),
                (
                    "party_members",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="số đảng viên"),
                ),
                (
                    "household_size",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số nhân khẩu"),
                ),
                (
                    "hamlet",
                    core.fields.LineField(blank=True, max_length=120, verbose_name="ấp, khu phố, thôn"),
                ),
                ("address", core.fields.LineField(blank=True, max_length=250, verbose_name="địa chỉ")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "cá nhân"),
                            ("collective", "tập thể"),
                            ("household", "hộ gia đình"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="loại đối tượng",
                    ),
                ),
                (
                    "merit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("service", "công trạng"),
                            ("exceptional", "đột xuất"),
                            ("movement", "phong trào thi đua"),
                            ("devotion", "quá trình cống hiến"),
                            ("seniority", "niên hạn"),
                            ("foreign", "đối ngoại"),
                            ("resistance", "thành tích kháng chiến"),
                        ],
                        max_length=20,
                        verbose_name="loại hình khen thưởng",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm xét")),
                ("achieved_from", models.DateField(blank=True, null=True, verbose_name="thành tích từ ngày")),
                ("achieved_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "summary",
                    core.fields.LineField(
                        blank=True, max_length=400, verbose_name="tóm tắt thành tích ghi trong quyết định"
                    ),
                ),
                (
                    "background",
                    core.fields.ProseField(blank=True, verbose_name="sơ lược đặc điểm, hoàn cảnh"),
                ),
                ("achievements", core.fields.ProseField(blank=True, verbose_name="thành tích đạt được")),
                ("past_awards", core.fields.ProseField(blank=True, verbose_name="đã được khen thưởng")),
                (
                    "route",
                    models.CharField(
                        choices=[("territory", "Theo địa bàn"), ("sector", "Theo ngành")],
                        default="territory",
                        max_length=20,
                        verbose_name="tuyến trình",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Đang lập"),
                            ("ready", "Chờ thủ trưởng trình"),
                            ("submitted", "Chờ tiếp nhận"),
                            ("forwarded", "Đã trình cấp trên"),
                            ("received", "Đang thẩm định"),
                            ("returned", "Trả lại để bổ sung"),
                            ("appraised", "Đủ điều kiện, chờ họp"),
                            ("ineligible", "Không đủ điều kiện"),
                            ("on_agenda", "Đã đưa vào phiên họp"),
                            ("passed", "Hội đồng thông qua"),
                            ("not_passed", "Hội đồng không thông qua"),
                            ("awarded", "Đã khen thưởng"),
                            ("annulled", "Đã hủy khen thưởng"),
                            ("withdrawn", "Đã rút"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày trình"),
                ),
                (
                    "received_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày tiếp nhận"),
                ),
                ("due_on", models.DateField(blank=True, editable=False, null=True, verbose_name="hạn xử lý")),
                (
                    "appraisal",
                    core.fields.ProseField(blank=True, editable=False, verbose_name="ý kiến thẩm định"),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=core.calendar.now, editable=False, verbose_name="sửa lần cuối"
                    ),
                ),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("name_key", core.derived.PersonKeyField(max_length=400, sources=("name",))),
                (
                    "search_text",
                    core.derived.SearchTextField(
                        max_length=1300,
                        sources=("name", "position", "workplace", "hamlet", "address", "summary"),
                    ),
                ),
                (
                    "award",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="law.awardtype",
                        verbose_name="danh hiệu, hình thức đề nghị",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="campaigns.workfield",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_nominations",
                        to="organizations.unit",
                        verbose_name="nơi đang xử lý",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        help_text="Để trống khi đề nghị khen thưởng đột xuất.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="campaigns.plan",
                        verbose_name="kế hoạch",
                    ),
                ),
                (
                    "regime",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="law.regime",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="organizations.unit",
                        verbose_name="đơn vị đề nghị",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ đề nghị",
                "verbose_name_plural": "hồ sơ đề nghị",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["unit", "status"], name="nomination_of_unit"),
                    models.Index(fields=["holder", "status"], name="nomination_at_office"),
                    models.Index(fields=["name_key"], name="nomination_by_name"),
                    models.Index(fields=["plan", "status"], name="nomination_of_plan"),
                    models.Index(fields=["year"], name="nomination_of_year"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("achieved_to__gte", models.F("achieved_from")),
                            ("achieved_to", None),
                            ("achieved_from", None),
                            _connector="OR",
                        ),
                        name="nomination_achieved_in_order",
                        violation_error_message="Ngày cuối của thành tích phải từ ngày đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("women__lte", models.F("headcount")),
                            ("women", None),
                            ("headcount", None),
                            _connector="OR",
                        ),
                        name="nomination_women_within_headcount",
                        violation_error_message="Số nữ không thể nhiều hơn tổng số người.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("draft", "ready", "withdrawn")),
                            ("holder__isnull", False),
                            _connector="OR",
                        ),
                        name="nomination_under_way_has_holder",
                        violation_error_message="Hồ sơ đã trình phải có nơi xử lý.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReturnSlip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=core.calendar.now)),
                ("note", core.fields.ProseField(blank=True, verbose_name="ý kiến chung")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="returns",
                        to="exemplars.nomination",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.unit"
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu trả hồ sơ",
                "verbose_name_plural": "phiếu trả hồ sơ",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="ngày sinh")),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("female", "Nữ"), ("male", "Nam")],
                        max_length=10,
                        verbose_name="giới tính",
                    ),
                ),
                (
                    "id_number",
                    core.fields.LineField(
                        blank=True, max_length=20, verbose_name="số CCCD hoặc mã công chức, viên chức"
                    ),
                ),
                (
                    "position",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="chức vụ, nghề nghiệp"),
                ),
                (
                    "workplace",
                    core.fields.LineField(blank=True, max_length=250, verbose_name="nơi công tác hoặc nơi ở"),
                ),
                (
                    "worker_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leader", "Lãnh đạo, quản lý"),
                            ("direct", "Người trực tiếp lao động, công tác"),
                            ("entrepreneur", "Doanh nhân"),
                        ],
                        max_length=20,
                        verbose_name="nhóm",
                    ),
                ),
                ("ethnicity", core.fields.LineField(blank=True, max_length=50, verbose_name="dân tộc")),
                ("party_member", models.BooleanField(default=False, verbose_name="đảng viên")),
                (
                    "collective_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("office", "Cơ quan, đơn vị"),
                            ("residential", "Ấp, khu phố, thôn"),
                            ("school", "Trường học"),
                            ("enterprise", "Doanh nghiệp, hợp tác xã"),
                            ("group", "Tổ, nhóm, câu lạc bộ, mô hình"),
                        ],
                        max_length=20,
                        verbose_name="loại tập thể",
                    ),
                ),
                (
                    "headcount",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="tổng số người"),
                ),
                ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="trong đó nữ")),
                (
                    "party_members",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="số đảng viên"),
                ),
                (
                    "household_size",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số nhân khẩu"),
                ),
                (
                    "hamlet",
                    core.fields.LineField(blank=True, max_length=120, verbose_name="ấp, khu phố, thôn"),
                ),
                ("address", core.fields.LineField(blank=True, max_length=250, verbose_name="địa chỉ")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "cá nhân"),
                            ("collective", "tập thể"),
                            ("household", "hộ gia đình"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("name_key", core.derived.PersonKeyField(max_length=400, sources=("name",))),
                ("folded_name", core.derived.FoldedField(max_length=200, sources=("name",))),
                (
                    "search_text",
                    core.derived.SearchTextField(
                        max_length=900, sources=("name", "position", "workplace", "hamlet", "address")
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="organizations.unit",
                        verbose_name="thuộc đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "đối tượng",
                "verbose_name_plural": "đối tượng",
                "ordering": ["name_key", "pk"],
                "indexes": [
                    models.Index(fields=["kind", "name_key"], name="subject_by_name"),
                    models.Index(fields=["unit", "folded_name"], name="subject_of_unit_by_name"),
                    models.Index(fields=["id_number"], name="subject_by_id_number"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("women__lte", models.F("headcount")),
                            ("women", None),
                            ("headcount", None),
                            _connector="OR",
                        ),
                        name="subject_women_within_headcount",
                        violation_error_message="Số nữ không thể nhiều hơn tổng số người.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="nomination",
            name="subject",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="nominations",
                to="exemplars.subject",
                verbose_name="đối tượng",
            ),
        ),
        migrations.CreateModel(
            name="Exemplar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "title",
                    core.fields.LineField(max_length=250, verbose_name="tên mô hình, việc làm tiêu biểu"),
                ),
                ("practice", core.fields.ProseField(blank=True, verbose_name="cách làm")),
                ("effect", core.fields.ProseField(blank=True, verbose_name="hiệu quả, số liệu")),
                ("learned_by", core.fields.ProseField(blank=True, verbose_name="nơi đã học tập, làm theo")),
                ("found_on", models.DateField(default=core.calendar.today, verbose_name="ngày phát hiện")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("found", "Phát hiện"),
                            ("registered", "Đã đăng ký"),
                            ("nurtured", "Đang bồi dưỡng"),
                            ("verified", "Đã kiểm chứng"),
                            ("spread", "Đang nhân rộng"),
                            ("dropped", "Thôi theo dõi"),
                        ],
                        default="found",
                        editable=False,
                        max_length=20,
                        verbose_name="giai đoạn",
                    ),
                ),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=700, sources=("title", "subject"))),
                (
                    "field",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemplars",
                        to="campaigns.workfield",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "movement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemplars",
                        to="campaigns.movement",
                        verbose_name="phong trào",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemplars",
                        to="campaigns.plan",
                        verbose_name="kế hoạch",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemplars",
                        to="organizations.unit",
                        verbose_name="đơn vị theo dõi",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemplars",
                        to="exemplars.subject",
                        verbose_name="đối tượng",
                    ),
                ),
            ],
            options={
                "verbose_name": "điển hình tiên tiến",
                "verbose_name_plural": "điển hình tiên tiến",
                "ordering": ["-found_on", "title_key"],
                "indexes": [models.Index(fields=["unit", "status"], name="exemplar_of_unit")],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                            ("report", "Báo cáo thành tích"),
                            ("minutes", "Biên bản bình xét"),
                            ("initiative", "Chứng nhận sáng kiến, đề tài"),
                            ("confirmation", "Xác nhận"),
                            ("photo", "Ảnh"),
                            ("other", "Tài liệu khác"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="loại tài liệu",
                    ),
                ),
                ("title", core.fields.LineField(max_length=200, verbose_name="tên tài liệu")),
                (
                    "file",
                    models.FileField(
                        max_length=255, upload_to=exemplars.models.dossier.evidence_path, verbose_name="tệp"
                    ),
                ),
                ("content_type", models.CharField(editable=False, max_length=100)),
                ("size", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("uploaded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
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
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="exemplars.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "minh chứng",
                "verbose_name_plural": "minh chứng",
                "ordering": ["uploaded_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "sha256"),
                        name="evidence_once_per_dossier",
                        violation_error_message="Tệp này đã có trong hồ sơ.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeStay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[("territory", "Theo địa bàn"), ("sector", "Theo ngành")],
                        default="territory",
                        max_length=20,
                        verbose_name="tuyến",
                    ),
                ),
                ("arrived_on", models.DateField(verbose_name="đến ngày")),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stays",
                        to="exemplars.nomination",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="organizations.unit",
                        verbose_name="nơi xử lý",
                    ),
                ),
                (
                    "sent_by_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="nơi gửi",
                    ),
                ),
            ],
            options={
                "verbose_name": "nơi đã xử lý",
                "verbose_name_plural": "các nơi đã xử lý",
                "ordering": ["arrived_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "office"),
                        name="stay_once_per_office",
                        violation_error_message="Hồ sơ đã đến nơi này.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReturnItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=40, verbose_name="mục")),
                ("request", core.fields.LineField(max_length=400, verbose_name="cần bổ sung, chỉnh sửa")),
                (
                    "slip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="exemplars.returnslip",
                    ),
                ),
            ],
            options={
                "verbose_name": "nội dung cần sửa",
                "verbose_name_plural": "nội dung cần sửa",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("request", ""), _negated=True),
                        name="return_item_says_what_to_mend",
                        violation_error_message="Cần ghi rõ nội dung phải sửa.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SelfScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("points", models.PositiveSmallIntegerField(verbose_name="điểm")),
                ("reason", core.fields.LineField(blank=True, max_length=300, verbose_name="căn cứ chấm")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="self_scores",
                        to="campaigns.criterion",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="self_scores",
                        to="exemplars.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm tự chấm",
                "verbose_name_plural": "điểm tự chấm",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "criterion"),
                        name="self_score_once",
                        violation_error_message="Tiêu chí này đã được chấm.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần trình")),
                ("content", models.JSONField()),
                ("at", models.DateTimeField(default=core.calendar.now)),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="snapshots",
                        to="exemplars.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản đã trình",
                "verbose_name_plural": "các bản đã trình",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "number"),
                        name="snapshot_numbered_once",
                        violation_error_message="Lần trình này đã được ghi.",
                    )
                ],
            },
        ),
    ]
