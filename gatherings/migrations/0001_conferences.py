import core.derived
import core.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("awards", "0001_initial"),
        ("campaigns", "0001_initial"),
        ("exemplars", "0001_initial"),
        ("organizations", "0001_initial"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("women", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="nữ")),
                (
                    "minorities",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="dân tộc thiểu số"),
                ),
                (
                    "workers",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="trực tiếp lao động"
                    ),
                ),
                (
                    "collectives",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đại diện tập thể"),
                ),
                (
                    "households",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="đại diện hộ gia đình"
                    ),
                ),
                ("name", core.fields.LineField(max_length=300, verbose_name="tên hội nghị")),
                ("starts_at", models.DateTimeField(verbose_name="bắt đầu")),
                ("ends_at", models.DateTimeField(verbose_name="kết thúc (dự kiến)")),
                ("place", core.fields.LineField(blank=True, max_length=250, verbose_name="địa điểm")),
                ("chair", core.fields.LineField(blank=True, max_length=200, verbose_name="chủ trì")),
                ("secretary", core.fields.LineField(blank=True, max_length=200, verbose_name="thư ký")),
                ("purpose", core.fields.ProseField(blank=True, verbose_name="mục đích")),
                ("demands", core.fields.ProseField(blank=True, verbose_name="yêu cầu")),
                ("standards", core.fields.ProseField(blank=True, verbose_name="tiêu chuẩn đại biểu")),
                ("funding", core.fields.ProseField(blank=True, verbose_name="kinh phí")),
                (
                    "recipients",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi nơi nhận một dòng.", verbose_name="nơi nhận"
                    ),
                ),
                ("delegates_due_on", models.DateField(blank=True, null=True, verbose_name="hạn cử đại biểu")),
                (
                    "delegates_total",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="tổng số đại biểu chính thức"
                    ),
                ),
                (
                    "asked_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="ngày đề nghị cử đại biểu"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị"),
                            ("nominating", "Đang cử đại biểu"),
                            ("called", "Đã mời"),
                            ("held", "Đã tổ chức"),
                            ("closed", "Đã kết thúc"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="preparing",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "signatory",
                    core.fields.LineField(
                        blank=True, editable=False, max_length=120, verbose_name="người ký"
                    ),
                ),
                (
                    "signatory_title",
                    core.fields.LineField(
                        blank=True, editable=False, max_length=120, verbose_name="chức vụ người ký"
                    ),
                ),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                ("search_text", core.derived.SearchTextField(max_length=700, sources=("name", "place"))),
                (
                    "above",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="gatherings.conference",
                        verbose_name="tiến tới hội nghị cấp trên",
                    ),
                ),
                (
                    "invitation_number",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inviting_conference",
                        to="organizations.issuednumber",
                        verbose_name="số giấy mời",
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="campaigns.milestone",
                        verbose_name="mốc của kế hoạch",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="campaigns.plan",
                        verbose_name="theo kế hoạch",
                    ),
                ),
                (
                    "plan_number",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_conference",
                        to="organizations.issuednumber",
                        verbose_name="số kế hoạch",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="organizations.unit",
                        verbose_name="cơ quan tổ chức",
                    ),
                ),
            ],
            options={
                "verbose_name": "hội nghị",
                "verbose_name_plural": "hội nghị",
                "ordering": ["-starts_at", "pk"],
                "indexes": [models.Index(fields=["unit", "status"], name="conference_of_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="conference_ends_after_it_starts",
                        violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("above", None),
                            models.Q(("above", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="conference_is_no_step_to_itself",
                        violation_error_message="Hội nghị không thể tiến tới chính nó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asked_on__isnull", False),
                            ("status__in", ("preparing", "cancelled")),
                            _connector="OR",
                        ),
                        name="conference_asked_has_its_day",
                        violation_error_message="Hội nghị đã đề nghị cử đại biểu phải có ngày đề nghị.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("women", None),
                                ("delegates_total", None),
                                ("women__lte", models.F("delegates_total")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("minorities", None),
                                ("delegates_total", None),
                                ("minorities__lte", models.F("delegates_total")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("workers", None),
                                ("delegates_total", None),
                                ("workers__lte", models.F("delegates_total")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("collectives", None),
                                ("delegates_total", None),
                                ("collectives__lte", models.F("delegates_total")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("households", None),
                                ("delegates_total", None),
                                ("households__lte", models.F("delegates_total")),
                                _connector="OR",
                            ),
                        ),
                        name="conference_groups_within_total",
                        violation_error_message="Số của mỗi nhóm không thể nhiều hơn tổng số đại biểu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Block",
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
                            ("performance", "Văn nghệ chào mừng"),
                            ("ceremony", "Nghi thức"),
                            ("speech", "Phát biểu"),
                            ("report", "Báo cáo"),
                            ("talks", "Tham luận của điển hình"),
                            ("honours", "Trao khen thưởng"),
                            ("break", "Giải lao"),
                            ("other", "Nội dung khác"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("title", core.fields.LineField(max_length=250, verbose_name="nội dung")),
                ("by", core.fields.LineField(blank=True, max_length=200, verbose_name="người thực hiện")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="thời lượng (phút)")),
                (
                    "begins_at",
                    models.TimeField(
                        blank=True,
                        help_text="Để trống thì bắt đầu ngay sau mục trước. Ví dụ: 13:30",
                        null=True,
                        verbose_name="bắt đầu đúng lúc",
                    ),
                ),
                ("said", core.fields.ProseField(blank=True, verbose_name="lời dẫn, việc chuẩn bị")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blocks",
                        to="gatherings.conference",
                    ),
                ),
            ],
            options={
                "verbose_name": "mục chương trình",
                "verbose_name_plural": "chương trình",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 600)),
                        name="block_lasts_1_to_600_minutes",
                        violation_error_message="Một mục chương trình dài từ 1 đến 600 phút.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "cá nhân"),
                            ("collective", "tập thể"),
                            ("household", "hộ gia đình"),
                        ],
                        default="person",
                        max_length=20,
                        verbose_name="dự với tư cách",
                    ),
                ),
                ("name", core.fields.LineField(max_length=200, verbose_name="họ và tên")),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm sinh"),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[("female", "Nữ"), ("male", "Nam")], max_length=10, verbose_name="giới tính"
                    ),
                ),
                ("ethnicity", core.fields.LineField(default="Kinh", max_length=50, verbose_name="dân tộc")),
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
                (
                    "position",
                    core.fields.LineField(
                        blank=True, max_length=300, verbose_name="chức vụ, nơi công tác, địa chỉ"
                    ),
                ),
                (
                    "represents",
                    core.fields.LineField(
                        blank=True, max_length=200, verbose_name="tập thể, hộ gia đình được đại diện"
                    ),
                ),
                (
                    "seat",
                    models.CharField(
                        choices=[("official", "Đại biểu chính thức"), ("invited", "Khách mời")],
                        default="official",
                        max_length=20,
                        verbose_name="thành phần",
                    ),
                ),
                (
                    "standard",
                    models.CharField(
                        choices=[
                            ("award", "Được khen thưởng"),
                            ("exemplar", "Điển hình tiên tiến"),
                            ("assigned", "Được phân công"),
                        ],
                        default="exemplar",
                        max_length=20,
                        verbose_name="tiêu chuẩn",
                    ),
                ),
                ("ground", core.fields.LineField(blank=True, max_length=300, verbose_name="căn cứ")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ duyệt"),
                            ("accepted", "Đã duyệt"),
                            ("refused", "Không duyệt"),
                            ("replaced", "Đã thay người khác"),
                            ("confirmed", "Xác nhận dự"),
                            ("attended", "Có mặt"),
                            ("absent", "Vắng mặt"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("name_key", core.derived.PersonKeyField(max_length=400, sources=("name",))),
                ("identity", core.derived.FoldedField(max_length=220, sources=("name", "birth_year"))),
                (
                    "search_text",
                    core.derived.SearchTextField(
                        max_length=1000, sources=("name", "position", "represents", "ground")
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegates",
                        to="gatherings.conference",
                    ),
                ),
                (
                    "proposed_by",
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
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacement",
                        to="gatherings.delegate",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="exemplars.subject",
                        verbose_name="đối tượng",
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="taken_up",
                        to="gatherings.delegate",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegates",
                        to="organizations.unit",
                        verbose_name="đơn vị cử hoặc mời",
                    ),
                ),
            ],
            options={
                "verbose_name": "đại biểu",
                "verbose_name_plural": "đại biểu",
                "ordering": ["name_key", "pk"],
                "indexes": [models.Index(fields=["conference", "status"], name="delegate_of_conference")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ("proposed", "accepted", "confirmed", "attended", "absent"))
                        ),
                        fields=("conference", "identity"),
                        name="delegate_once_by_name_and_year",
                        violation_error_message="Đã có đại biểu cùng họ tên, năm sinh. Nếu là người khác, hãy ghi năm sinh để phân biệt.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ("proposed", "accepted", "confirmed", "attended", "absent")),
                            ("subject__isnull", False),
                        ),
                        fields=("conference", "subject", "kind"),
                        name="delegate_once_for_a_subject",
                        violation_error_message="Đối tượng này đã có đại biểu tại hội nghị.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", core.fields.LineField(max_length=300, verbose_name="công việc")),
                ("by", core.fields.LineField(max_length=200, verbose_name="đơn vị, người chủ trì")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="xong trước ngày")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="duties",
                        to="gatherings.conference",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc chuẩn bị hội nghị",
                "verbose_name_plural": "việc chuẩn bị hội nghị",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Honour",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("batch", models.PositiveSmallIntegerField(default=1, verbose_name="lượt lên sân khấu")),
                ("handed_by", core.fields.LineField(blank=True, max_length=200, verbose_name="người trao")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="honours",
                        to="gatherings.conference",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="honours",
                        to="awards.awardentry",
                        verbose_name="khen thưởng",
                    ),
                ),
            ],
            options={
                "verbose_name": "trao khen thưởng",
                "verbose_name_plural": "trao khen thưởng",
                "ordering": ["batch", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conference", "entry"),
                        name="honour_once_at_a_conference",
                        violation_error_message="Khen thưởng này đã có trong danh sách trao.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Quota",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("women", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="nữ")),
                (
                    "minorities",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="dân tộc thiểu số"),
                ),
                (
                    "workers",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="trực tiếp lao động"
                    ),
                ),
                (
                    "collectives",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đại diện tập thể"),
                ),
                (
                    "households",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="đại diện hộ gia đình"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="số đại biểu")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotas",
                        to="gatherings.conference",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conference_quotas",
                        to="organizations.unit",
                        verbose_name="đơn vị cử đại biểu",
                    ),
                ),
            ],
            options={
                "verbose_name": "chỉ tiêu đại biểu",
                "verbose_name_plural": "chỉ tiêu đại biểu",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conference", "unit"),
                        name="quota_once_for_a_unit",
                        violation_error_message="Đơn vị này đã có chỉ tiêu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="quota_of_one_at_least",
                        violation_error_message="Chỉ tiêu ít nhất là một đại biểu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("women", None),
                                ("number", None),
                                ("women__lte", models.F("number")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("minorities", None),
                                ("number", None),
                                ("minorities__lte", models.F("number")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("workers", None),
                                ("number", None),
                                ("workers__lte", models.F("number")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("collectives", None),
                                ("number", None),
                                ("collectives__lte", models.F("number")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("households", None),
                                ("number", None),
                                ("households__lte", models.F("number")),
                                _connector="OR",
                            ),
                        ),
                        name="quota_groups_within_number",
                        violation_error_message="Số của mỗi nhóm không thể nhiều hơn số đại biểu của đơn vị.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Talk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.LineField(max_length=300, verbose_name="tên tham luận")),
                ("speaker", core.fields.LineField(max_length=200, verbose_name="người trình bày")),
                ("minutes", models.PositiveSmallIntegerField(default=10, verbose_name="thời lượng (phút)")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn gửi bài")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="ngày nhận bài")),
                (
                    "file",
                    models.FileField(
                        blank=True, max_length=255, upload_to="tham-luan/%Y/%m", verbose_name="tệp bài viết"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="talks",
                        to="gatherings.conference",
                    ),
                ),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="talks",
                        to="exemplars.exemplar",
                        verbose_name="điển hình",
                    ),
                ),
            ],
            options={
                "verbose_name": "tham luận",
                "verbose_name_plural": "tham luận",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conference", "exemplar"),
                        name="talk_once_for_an_exemplar",
                        violation_error_message="Điển hình này đã có tham luận tại hội nghị.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 60)),
                        name="talk_lasts_1_to_60_minutes",
                        violation_error_message="Một tham luận dài từ 1 đến 60 phút.",
                    ),
                ],
            },
        ),
    ]
