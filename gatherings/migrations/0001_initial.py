import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
import exemplars.models.photo
import gatherings.models.entry
import gatherings.models.programme
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("awards", "0001_initial"),
        ("campaigns", "0001_initial"),
        ("exemplars", "0001_initial"),
        ("organizations", "0001_initial"),
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
            name="Contest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên cuộc thi")),
                (
                    "edition",
                    core.fields.LineField(
                        help_text="Ví dụ: lần thứ III, 2025-2026.",
                        max_length=100,
                        verbose_name="lần, thời gian",
                    ),
                ),
                (
                    "organisers",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi đơn vị một dòng.", verbose_name="đơn vị phối hợp"
                    ),
                ),
                (
                    "about",
                    core.fields.ProseField(
                        help_text="Ai được dự thi, viết về ai, giải thưởng, nơi giải đáp.",
                        verbose_name="nội dung, thể lệ",
                    ),
                ),
                ("min_words", models.PositiveIntegerField(default=500, verbose_name="ít nhất (chữ)")),
                ("max_words", models.PositiveIntegerField(default=1500, verbose_name="nhiều nhất (chữ)")),
                ("opens_on", models.DateField(verbose_name="nhận bài từ ngày")),
                ("closes_on", models.DateField(verbose_name="đến hết ngày")),
                (
                    "entries_each",
                    models.PositiveSmallIntegerField(default=2, verbose_name="số bài mỗi người"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị"),
                            ("open", "Đang nhận bài"),
                            ("judging", "Đang chấm"),
                            ("published", "Đã công bố kết quả"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="preparing",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày công bố"),
                ),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("name", "edition"))),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contests",
                        to="campaigns.plan",
                        verbose_name="theo kế hoạch",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contests",
                        to="organizations.unit",
                        verbose_name="cơ quan tổ chức",
                    ),
                ),
            ],
            options={
                "verbose_name": "cuộc thi viết",
                "verbose_name_plural": "cuộc thi viết",
                "ordering": ["-opens_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="contest_closes_after_it_opens",
                        violation_error_message="Ngày cuối nhận bài phải từ ngày đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("max_words__gte", models.F("min_words")), ("min_words__gte", 1)),
                        name="contest_words_in_order",
                        violation_error_message="Số chữ nhiều nhất phải từ số chữ ít nhất trở lên.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("entries_each__gte", 1)),
                        name="contest_takes_an_entry_each",
                        violation_error_message="Mỗi người được gửi ít nhất một bài.",
                    ),
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
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "code",
                    models.CharField(
                        default=gatherings.models.entry.new_code,
                        max_length=10,
                        unique=True,
                        verbose_name="mã bài dự thi",
                    ),
                ),
                ("request_id", models.UUIDField(editable=False, unique=True)),
                ("author", core.fields.LineField(max_length=120, verbose_name="họ và tên người viết")),
                ("folded_author", core.derived.FoldedField(max_length=200, sources=("author",))),
                ("address", core.fields.LineField(max_length=250, verbose_name="nơi ở, nơi làm việc")),
                (
                    "contact",
                    core.fields.LineField(max_length=120, verbose_name="điện thoại hoặc thư điện tử"),
                ),
                ("hero", core.fields.LineField(max_length=200, verbose_name="tên người, tập thể được viết")),
                ("hero_key", core.derived.PersonKeyField(max_length=400, sources=("hero",))),
                (
                    "hero_kind",
                    models.CharField(
                        choices=[
                            ("person", "cá nhân"),
                            ("collective", "tập thể"),
                            ("household", "hộ gia đình"),
                        ],
                        default="person",
                        max_length=20,
                        verbose_name="là",
                    ),
                ),
                (
                    "hero_about",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="nghề nghiệp, chức vụ"),
                ),
                ("title", core.fields.LineField(max_length=200, verbose_name="tên bài")),
                ("text", core.fields.ProseField(verbose_name="nội dung bài viết")),
                ("words", models.PositiveIntegerField(editable=False, verbose_name="số chữ")),
                (
                    "sent_at",
                    models.DateTimeField(default=core.calendar.now, editable=False, verbose_name="gửi lúc"),
                ),
                ("source", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "Chờ kiểm tra"),
                            ("refused", "Không hợp lệ"),
                            ("accepted", "Hợp lệ, chờ xác nhận"),
                            ("confirmed", "Đã xác nhận"),
                            ("denied", "Nơi cư trú không xác nhận"),
                        ],
                        default="received",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("prize", core.fields.LineField(blank=True, max_length=100, verbose_name="giải thưởng")),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=900, sources=("hero", "title", "author", "code")),
                ),
                (
                    "contest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="gatherings.contest",
                        verbose_name="cuộc thi",
                    ),
                ),
                (
                    "exemplar",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contest_entry",
                        to="exemplars.exemplar",
                    ),
                ),
                (
                    "letter_number",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.issuednumber",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="nơi cư trú, công tác",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài dự thi",
                "verbose_name_plural": "bài dự thi",
                "ordering": ["-sent_at", "pk"],
                "indexes": [
                    models.Index(fields=["contest", "folded_author"], name="entries_of_author"),
                    models.Index(fields=["source", "sent_at"], name="entries_of_source"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EntryPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        max_length=255, upload_to=exemplars.models.photo.photo_path, verbose_name="ảnh"
                    ),
                ),
                ("caption", core.fields.LineField(max_length=200, verbose_name="chú thích")),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="ngày chụp")),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("width", models.PositiveIntegerField(editable=False)),
                ("height", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("uploaded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="gatherings.entry",
                    ),
                ),
                (
                    "uploaded_by",
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
                "verbose_name": "ảnh của bài dự thi",
                "verbose_name_plural": "ảnh của bài dự thi",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("caption", ""), _negated=True),
                        name="entryphoto_has_a_caption",
                        violation_error_message="Ảnh cần có chú thích.",
                    ),
                    models.UniqueConstraint(
                        fields=("entry", "sha256"),
                        name="photo_once_per_entry",
                        violation_error_message="Ảnh này đã có.",
                    ),
                ],
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
            name="Judge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "contest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="judges",
                        to="gatherings.contest",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="giám khảo",
                    ),
                ),
            ],
            options={
                "verbose_name": "giám khảo",
                "verbose_name_plural": "giám khảo",
                "ordering": ["user__name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contest", "user"),
                        name="contest_judge_once",
                        violation_error_message="Người này đã là giám khảo.",
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
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="vòng thứ")),
                ("name", core.fields.LineField(max_length=60, verbose_name="tên vòng")),
                ("places", models.PositiveSmallIntegerField(verbose_name="số bài được chọn")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="kết thúc lúc"),
                ),
                (
                    "contest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="gatherings.contest",
                    ),
                ),
            ],
            options={
                "verbose_name": "vòng chấm",
                "verbose_name_plural": "vòng chấm",
                "ordering": ["order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contest", "order"),
                        name="contest_round_once",
                        violation_error_message="Vòng này đã có.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places__gte", 1)),
                        name="round_has_a_place",
                        violation_error_message="Mỗi vòng chọn ít nhất một bài.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundEntry",
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
                        decimal_places=2, editable=False, max_digits=6, null=True, verbose_name="điểm"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="hạng")),
                ("goes_on", models.BooleanField(default=False, editable=False, verbose_name="được chọn")),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="gatherings.entry",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="gatherings.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài trong vòng chấm",
                "verbose_name_plural": "bài trong vòng chấm",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "entry"),
                        name="round_entry_once",
                        violation_error_message="Bài này đã ở trong vòng.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JudgeScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("points", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="điểm (0–100)")),
                ("comment", core.fields.ProseField(blank=True, verbose_name="nhận xét")),
                (
                    "sent_at",
                    models.DateTimeField(default=core.calendar.now, editable=False, verbose_name="chấm lúc"),
                ),
                (
                    "judge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="gatherings.judge",
                    ),
                ),
                (
                    "round_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="gatherings.roundentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm của giám khảo",
                "verbose_name_plural": "điểm của giám khảo",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round_entry", "judge"),
                        name="judge_score_once",
                        violation_error_message="Giám khảo đã chấm bài này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points__gte", 0), ("points__lte", 100)),
                        name="judge_points_0_to_100",
                        violation_error_message="Điểm từ 0 đến 100.",
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
                        blank=True,
                        max_length=255,
                        upload_to=gatherings.models.programme.talk_path,
                        verbose_name="tệp bài viết",
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
