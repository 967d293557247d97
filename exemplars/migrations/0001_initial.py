import core.calendar
import core.derived
import core.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import exemplars.models.attachment
import exemplars.models.dossier
import exemplars.models.photo
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campaigns", "0001_initial"),
        ("law", "0001_initial"),
        ("organizations", "0001_initial"),
    ]

    operations = [
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
                    "about",
                    models.CharField(
                        choices=[("subject", "Gương điển hình"), ("model", "Mô hình")],
                        default="subject",
                        max_length=10,
                        verbose_name="loại điển hình",
                    ),
                ),
                (
                    "title",
                    core.fields.LineField(max_length=250, verbose_name="tên mô hình, việc làm tiêu biểu"),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1948)],
                        verbose_name="năm đăng ký",
                    ),
                ),
                ("practice", core.fields.ProseField(blank=True, verbose_name="cách làm")),
                ("cost", core.fields.ProseField(blank=True, verbose_name="kinh phí, nguồn lực")),
                (
                    "cost_dong",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="tổng kinh phí (đồng)"
                    ),
                ),
                ("effect", core.fields.ProseField(blank=True, verbose_name="hiệu quả")),
                ("causes", core.fields.ProseField(blank=True, verbose_name="nguyên nhân thành công")),
                ("needs", core.fields.ProseField(blank=True, verbose_name="điều kiện để nơi khác làm theo")),
                (
                    "contact",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="đầu mối liên hệ"),
                ),
                ("found_on", models.DateField(default=core.calendar.today, verbose_name="ngày phát hiện")),
                (
                    "moved_on",
                    models.DateField(editable=False, null=True, verbose_name="ngày chuyển giai đoạn"),
                ),
                (
                    "rhythm",
                    models.PositiveSmallIntegerField(
                        choices=[(3, "3 tháng"), (6, "6 tháng"), (12, "12 tháng"), (24, "24 tháng")],
                        default=6,
                        verbose_name="đánh giá định kỳ",
                    ),
                ),
                ("released_at", models.DateTimeField(editable=False, null=True, verbose_name="công bố lúc")),
                (
                    "shows_contact",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="công khai đầu mối liên hệ"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("found", "Phát hiện"),
                            ("registered", "Đã đăng ký"),
                            ("nurtured", "Đang bồi dưỡng"),
                            ("verified", "Đã kiểm chứng"),
                            ("spread", "Đang nhân rộng"),
                            ("commended", "Đã biểu dương, khen thưởng"),
                            ("dropped", "Thôi theo dõi"),
                        ],
                        default="found",
                        editable=False,
                        max_length=20,
                        verbose_name="giai đoạn",
                    ),
                ),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
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
                    "released_by",
                    models.ForeignKey(
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
                        related_name="exemplars",
                        to="organizations.unit",
                        verbose_name="đơn vị theo dõi",
                    ),
                ),
            ],
            options={
                "verbose_name": "điển hình tiên tiến",
                "verbose_name_plural": "điển hình tiên tiến",
                "ordering": ["-found_on", "title_key"],
            },
        ),
        migrations.CreateModel(
            name="Coverage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", core.fields.LineField(max_length=250, verbose_name="nội dung")),
                ("created_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "Tin, bài"),
                            ("column", "Chuyên trang, chuyên mục"),
                            ("radio", "Phát thanh, truyền thanh"),
                            ("television", "Truyền hình"),
                            ("clip", "Video, clip"),
                            ("post", "Trang mạng xã hội"),
                            ("other", "Hình thức khác"),
                        ],
                        default="article",
                        max_length=20,
                        verbose_name="thể loại",
                    ),
                ),
                ("outlet", core.fields.LineField(max_length=150, verbose_name="báo, đài, trang")),
                ("published_on", models.DateField(verbose_name="ngày đăng, phát")),
                (
                    "reach",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="số lượt đọc, nghe, xem"),
                ),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ trên mạng")),
                ("search_text", core.derived.SearchTextField(max_length=500, sources=("title", "outlet"))),
                (
                    "created_by",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.plan",
                        verbose_name="kế hoạch",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coverage",
                        to="organizations.unit",
                        verbose_name="đơn vị ghi nhận",
                    ),
                ),
                (
                    "exemplars",
                    models.ManyToManyField(
                        blank=True,
                        related_name="coverage",
                        to="exemplars.exemplar",
                        verbose_name="điển hình được nói đến",
                    ),
                ),
            ],
            options={
                "verbose_name": "tin, bài",
                "verbose_name_plural": "tin, bài",
                "ordering": ["-published_on", "-pk"],
                "indexes": [models.Index(fields=["unit", "published_on"], name="coverage_of_unit")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("link", ""), _negated=True),
                        fields=("link",),
                        name="coverage_once_by_its_link",
                        violation_error_message="Tin, bài có địa chỉ này đã được ghi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Adoption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("since", models.DateField(verbose_name="làm theo từ ngày")),
                ("evidence", core.fields.ProseField(blank=True, verbose_name="minh chứng")),
                ("effect", core.fields.ProseField(blank=True, verbose_name="hiệu quả")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ nơi làm theo xác nhận"),
                            ("accepted", "Chờ Thường trực xác nhận"),
                            ("confirmed", "Đang làm theo"),
                            ("ended", "Đã thôi làm theo"),
                            ("refused", "Không xác nhận"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=20,
                        verbose_name="tình trạng",
                    ),
                ),
                ("proposed_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=900, sources=("name", "unit", "source")),
                ),
                (
                    "learned_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taught",
                        to="exemplars.adoption",
                        verbose_name="học qua",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="Thường trực xác nhận",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="organizations.unit",
                        verbose_name="đơn vị làm theo",
                    ),
                ),
                (
                    "adopter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learned",
                        to="exemplars.exemplar",
                        verbose_name="điển hình của nơi làm theo",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="exemplars.exemplar",
                        verbose_name="điển hình được làm theo",
                    ),
                ),
            ],
            options={
                "verbose_name": "nơi làm theo",
                "verbose_name_plural": "nơi làm theo",
                "ordering": ["-since", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ExemplarFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=150, verbose_name="chỉ tiêu")),
                ("measure", core.fields.LineField(blank=True, max_length=40, verbose_name="đơn vị tính")),
                (
                    "before",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=15, null=True, verbose_name="trước"
                    ),
                ),
                (
                    "after",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=15, null=True, verbose_name="sau"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="exemplars.exemplar",
                    ),
                ),
            ],
            options={
                "verbose_name": "số liệu trước và sau",
                "verbose_name_plural": "số liệu trước và sau",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("before__isnull", False), ("after__isnull", False), _connector="OR"
                        ),
                        name="figure_says_before_or_after",
                        violation_error_message="Hãy ghi số liệu trước hoặc sau.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExemplarPhoto",
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
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="exemplars.exemplar",
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
                "verbose_name": "ảnh của điển hình",
                "verbose_name_plural": "ảnh của điển hình",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("caption", ""), _negated=True),
                        name="exemplarphoto_has_a_caption",
                        violation_error_message="Ảnh cần có chú thích.",
                    ),
                    models.UniqueConstraint(
                        fields=("exemplar", "sha256"),
                        name="photo_once_per_exemplar",
                        violation_error_message="Ảnh này đã có.",
                    ),
                ],
            },
        ),
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
            name="LearningEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", core.fields.LineField(max_length=250, verbose_name="nội dung")),
                ("created_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "Tham quan, học tập"),
                            ("exchange", "Trao đổi kinh nghiệm"),
                            ("talk", "Giao lưu điển hình"),
                            ("report", "Báo cáo kinh nghiệm"),
                        ],
                        default="visit",
                        max_length=20,
                        verbose_name="hình thức",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("place", core.fields.LineField(max_length=200, verbose_name="địa điểm")),
                ("attendance", models.PositiveIntegerField(verbose_name="số người dự")),
                ("result", core.fields.ProseField(blank=True, verbose_name="kết quả")),
                ("search_text", core.derived.SearchTextField(max_length=500, sources=("title", "place"))),
                (
                    "created_by",
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
                    "exemplars",
                    models.ManyToManyField(
                        blank=True,
                        related_name="learning_events",
                        to="exemplars.exemplar",
                        verbose_name="điển hình được giới thiệu",
                    ),
                ),
                (
                    "guests",
                    models.ManyToManyField(
                        blank=True,
                        related_name="learning_visits",
                        to="organizations.unit",
                        verbose_name="đơn vị đến dự",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.plan",
                        verbose_name="kế hoạch",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_events",
                        to="organizations.unit",
                        verbose_name="đơn vị tổ chức",
                    ),
                ),
            ],
            options={
                "verbose_name": "buổi học tập, giao lưu",
                "verbose_name_plural": "buổi học tập, giao lưu",
                "ordering": ["-held_on", "-pk"],
                "indexes": [models.Index(fields=["unit", "held_on"], name="learning_event_of_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("attendance__gt", 0)),
                        name="learning_event_has_attendance",
                        violation_error_message="Số người dự phải từ 1 trở lên.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
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
                        upload_to=exemplars.models.attachment.attachment_path,
                        verbose_name="tệp",
                    ),
                ),
                (
                    "adoption",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="exemplars.adoption",
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
                    "coverage",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="exemplars.coverage",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="exemplars.learningevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp kèm theo",
                "verbose_name_plural": "tệp kèm theo",
                "ordering": ["uploaded_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("adoption__isnull", False), ("coverage", None), ("event", None)),
                            models.Q(("adoption", None), ("coverage", None), ("event__isnull", False)),
                            models.Q(("adoption", None), ("coverage__isnull", False), ("event", None)),
                            _connector="OR",
                        ),
                        name="attachment_of_one_record",
                        violation_error_message="Tệp phải kèm theo đúng một nội dung.",
                    ),
                    models.UniqueConstraint(
                        fields=("adoption", "sha256"),
                        name="attachment_once_per_adoption",
                        violation_error_message="Tệp này đã có ở đây.",
                    ),
                    models.UniqueConstraint(
                        fields=("event", "sha256"),
                        name="attachment_once_per_event",
                        violation_error_message="Tệp này đã có ở đây.",
                    ),
                    models.UniqueConstraint(
                        fields=("coverage", "sha256"),
                        name="attachment_once_per_coverage",
                        violation_error_message="Tệp này đã có ở đây.",
                    ),
                ],
            },
        ),
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
                    "exemplar",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nominations",
                        to="exemplars.exemplar",
                        verbose_name="điển hình",
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
                ("title", core.fields.LineField(max_length=200, verbose_name="tên tài liệu")),
                ("content_type", models.CharField(editable=False, max_length=100)),
                ("size", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("uploaded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
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
                (
                    "file",
                    models.FileField(
                        max_length=255, upload_to=exemplars.models.dossier.evidence_path, verbose_name="tệp"
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
            name="Obstacle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", core.fields.ProseField(verbose_name="khó khăn, vướng mắc")),
                ("reported_on", models.DateField(default=core.calendar.today, verbose_name="ngày báo")),
                ("removed_on", models.DateField(editable=False, null=True, verbose_name="ngày tháo gỡ")),
                ("how", core.fields.ProseField(blank=True, editable=False, verbose_name="cách tháo gỡ")),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="obstacles",
                        to="exemplars.exemplar",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "khó khăn, vướng mắc",
                "verbose_name_plural": "khó khăn, vướng mắc",
                "ordering": ["-reported_on", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("removed_on", None)), fields=["exemplar"], name="obstacle_open"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_on__gte", models.F("reported_on")),
                            ("removed_on", None),
                            _connector="OR",
                        ),
                        name="obstacle_removed_after_it_was_reported",
                        violation_error_message="Ngày tháo gỡ không thể trước ngày báo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", ""), ("removed_by", None), ("removed_on", None)),
                            models.Q(
                                ("removed_by__isnull", False),
                                ("removed_on__isnull", False),
                                models.Q(("how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="obstacle_removal_says_how_and_by_whom",
                        violation_error_message="Hãy ghi ngày, cách tháo gỡ và người tháo gỡ.",
                    ),
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
        migrations.CreateModel(
            name="OpenMatter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("discipline", "Xem xét kỷ luật"),
                            ("inspection", "Thanh tra, kiểm tra"),
                            ("investigation", "Điều tra"),
                            ("denunciation", "Đơn tố cáo"),
                            ("press", "Báo chí phản ánh"),
                        ],
                        max_length=20,
                        verbose_name="loại việc",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="ngày bắt đầu")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="ngày kết thúc")),
                ("note", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                ("outcome", core.fields.ProseField(blank=True, verbose_name="kết luận")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_matters",
                        to="exemplars.subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc đang được xem xét",
                "verbose_name_plural": "việc đang được xem xét",
                "ordering": ["-opened_on", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_on", None)), fields=["subject"], name="matter_still_open"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__gte", models.F("opened_on")), ("closed_on", None), _connector="OR"
                        ),
                        name="open_matter_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc không thể trước ngày bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None), models.Q(("outcome", ""), _negated=True), _connector="OR"
                        ),
                        name="closed_matter_has_an_outcome",
                        violation_error_message="Việc đã kết thúc phải có kết luận.",
                    ),
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
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "collective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members_by_year",
                        to="exemplars.subject",
                        verbose_name="tập thể",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="exemplars.subject",
                        verbose_name="thành viên",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên tập thể",
                "verbose_name_plural": "thành viên tập thể",
                "ordering": ["-year", "person__name_key", "pk"],
                "indexes": [models.Index(fields=["collective", "year"], name="members_of_a_year")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("collective", "person", "year"),
                        name="membership_once_a_year",
                        violation_error_message="Người này đã là thành viên của tập thể trong năm này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("collective", models.F("person")), _negated=True),
                        name="membership_of_another",
                        violation_error_message="Tập thể không thể là thành viên của chính mình.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1945)),
                        name="membership_has_a_year",
                        violation_error_message="Năm phải từ 1945 trở đi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("name", core.fields.LineField(max_length=300, verbose_name="tên")),
                (
                    "kind",
                    models.CharField(
                        choices=[("initiative", "Sáng kiến"), ("topic", "Đề tài, đề án khoa học")],
                        default="initiative",
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("base", "Cơ sở"), ("province", "Tỉnh"), ("nation", "Toàn quốc")],
                        default="base",
                        max_length=20,
                        verbose_name="phạm vi",
                    ),
                ),
                ("recognised_on", models.DateField(verbose_name="ngày công nhận")),
                ("recognised_by", core.fields.LineField(max_length=200, verbose_name="nơi công nhận")),
                (
                    "decision",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="văn bản công nhận"),
                ),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "authors",
                    models.ManyToManyField(
                        related_name="initiatives", to="exemplars.subject", verbose_name="tác giả"
                    ),
                ),
            ],
            options={
                "verbose_name": "sáng kiến, đề tài",
                "verbose_name_plural": "sáng kiến, đề tài",
                "ordering": ["-recognised_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="exemplar",
            name="subject",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exemplars",
                to="exemplars.subject",
                verbose_name="đối tượng",
            ),
        ),
        migrations.CreateModel(
            name="Discipline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("reprimand", "Khiển trách"),
                            ("warning", "Cảnh cáo"),
                            ("pay_cut", "Hạ bậc lương"),
                            ("demotion", "Giáng chức"),
                            ("removal", "Cách chức"),
                            ("dismissal", "Buộc thôi việc"),
                        ],
                        max_length=20,
                        verbose_name="hình thức kỷ luật",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="có hiệu lực từ ngày")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("decision", core.fields.LineField(blank=True, max_length=200, verbose_name="quyết định")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disciplines",
                        to="exemplars.subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "kỷ luật",
                "verbose_name_plural": "kỷ luật",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")), ("ends_on", None), _connector="OR"
                        ),
                        name="discipline_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc không thể trước ngày bắt đầu.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="adoption",
            name="subject",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="adoptions",
                to="exemplars.subject",
                verbose_name="cá nhân, tập thể, hộ làm theo",
            ),
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("maternity", "Thai sản"),
                            ("rescue", "Điều trị do cứu người, cứu tài sản"),
                            ("study", "Học tập dài hạn"),
                            ("unpaid", "Nghỉ không lương"),
                            ("other", "Lý do khác"),
                        ],
                        max_length=20,
                        verbose_name="lý do nghỉ",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến hết ngày")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absences",
                        to="exemplars.subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "thời gian nghỉ",
                "verbose_name_plural": "thời gian nghỉ",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")), ("ends_on", None), _connector="OR"
                        ),
                        name="absence_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc không thể trước ngày bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("goal", core.fields.ProseField(verbose_name="mục tiêu bồi dưỡng")),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến hết ngày")),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_plans",
                        to="exemplars.exemplar",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế hoạch bồi dưỡng",
                "verbose_name_plural": "kế hoạch bồi dưỡng",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="support_ends_after_it_starts",
                        violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", core.fields.LineField(max_length=300, verbose_name="việc hỗ trợ")),
                (
                    "helper",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="nơi, người giúp khác"),
                ),
                (
                    "money",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="kinh phí (đồng)"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="ngày xong")),
                ("result", core.fields.ProseField(blank=True, verbose_name="kết quả")),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "helper_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support_tasks",
                        to="organizations.unit",
                        verbose_name="đơn vị giúp",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="exemplars.supportplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc hỗ trợ",
                "verbose_name_plural": "việc hỗ trợ",
                "ordering": ["order", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_on", None)), fields=["due_on"], name="support_task_due"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("helper_unit__isnull", False),
                            models.Q(("helper", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="support_task_has_a_helper",
                        violation_error_message="Hãy ghi đơn vị giúp, hoặc nơi, người giúp khác.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None), models.Q(("result", ""), _negated=True), _connector="OR"
                        ),
                        name="support_task_done_has_a_result",
                        violation_error_message="Việc đã xong phải có kết quả.",
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
                            ("planned", "Chờ đi"),
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
            name="VisitPhoto",
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
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="exemplars.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "ảnh của chuyến kiểm tra",
                "verbose_name_plural": "ảnh của chuyến kiểm tra",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("caption", ""), _negated=True),
                        name="visitphoto_has_a_caption",
                        violation_error_message="Ảnh cần có chú thích.",
                    ),
                    models.UniqueConstraint(
                        fields=("visit", "sha256"),
                        name="photo_once_per_visit",
                        violation_error_message="Ảnh này đã có.",
                    ),
                ],
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
        migrations.CreateModel(
            name="YearlyEvaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("not_met", "Không hoàn thành nhiệm vụ"),
                            ("met", "Hoàn thành nhiệm vụ"),
                            ("well", "Hoàn thành tốt nhiệm vụ"),
                            ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                        ],
                        max_length=20,
                        verbose_name="mức xếp loại",
                    ),
                ),
                (
                    "decision",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="văn bản xếp loại"),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations_by_year",
                        to="exemplars.subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "xếp loại năm",
                "verbose_name_plural": "xếp loại năm",
                "ordering": ["-year", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject", "year"),
                        name="yearly_evaluation_once_a_year",
                        violation_error_message="Năm này đã có xếp loại.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1945)),
                        name="yearly_evaluation_has_a_year",
                        violation_error_message="Năm phải từ 1945 trở đi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(default=core.calendar.today, verbose_name="ngày đánh giá")),
                (
                    "effect",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="tác dụng",
                    ),
                ),
                ("effect_ground", core.fields.LineField(max_length=400, verbose_name="căn cứ chấm tác dụng")),
                (
                    "efficiency",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="hiệu quả",
                    ),
                ),
                (
                    "efficiency_ground",
                    core.fields.LineField(max_length=400, verbose_name="căn cứ chấm hiệu quả"),
                ),
                (
                    "capacity",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="khả năng phát triển",
                    ),
                ),
                (
                    "capacity_ground",
                    core.fields.LineField(max_length=400, verbose_name="căn cứ chấm khả năng phát triển"),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="ảnh hưởng",
                    ),
                ),
                (
                    "influence_ground",
                    core.fields.LineField(max_length=400, verbose_name="căn cứ chấm ảnh hưởng"),
                ),
                (
                    "total",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("effect"), "+", models.F("efficiency")
                                ),
                                "+",
                                models.F("capacity"),
                            ),
                            "+",
                            models.F("influence"),
                        ),
                        output_field=models.PositiveSmallIntegerField(verbose_name="tổng điểm"),
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="exemplars.exemplar",
                    ),
                ),
            ],
            options={
                "verbose_name": "đánh giá định kỳ",
                "verbose_name_plural": "đánh giá định kỳ",
                "ordering": ["-on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("exemplar", "on"),
                        name="evaluation_once_a_day",
                        violation_error_message="Điển hình đã được đánh giá trong ngày này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("effect__range", (1, 5))),
                        name="evaluation_effect_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("efficiency__range", (1, 5))),
                        name="evaluation_efficiency_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("capacity__range", (1, 5))),
                        name="evaluation_capacity_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("influence__range", (1, 5))),
                        name="evaluation_influence_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["unit", "status"], name="nomination_of_unit"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["holder", "status"], name="nomination_at_office"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["name_key"], name="nomination_by_name"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["plan", "status"], name="nomination_of_plan"),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["year"], name="nomination_of_year"),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("achieved_to__gte", models.F("achieved_from")),
                    ("achieved_to", None),
                    ("achieved_from", None),
                    _connector="OR",
                ),
                name="nomination_achieved_in_order",
                violation_error_message="Ngày cuối của thành tích phải từ ngày đầu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("women__lte", models.F("headcount")),
                    ("women", None),
                    ("headcount", None),
                    _connector="OR",
                ),
                name="nomination_women_within_headcount",
                violation_error_message="Số nữ không thể nhiều hơn tổng số người.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ("draft", "ready", "withdrawn")),
                    ("holder__isnull", False),
                    _connector="OR",
                ),
                name="nomination_under_way_has_holder",
                violation_error_message="Hồ sơ đã trình phải có nơi xử lý.",
            ),
        ),
        migrations.AddIndex(
            model_name="exemplar",
            index=models.Index(fields=["unit", "status"], name="exemplar_of_unit"),
        ),
        migrations.AddConstraint(
            model_name="exemplar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("moved_on__gte", models.F("found_on")), ("moved_on", None), _connector="OR"
                ),
                name="exemplar_moved_once_found",
                violation_error_message="Ngày phát hiện không thể sau ngày chuyển giai đoạn.",
            ),
        ),
        migrations.AddIndex(
            model_name="adoption",
            index=models.Index(fields=["source", "status", "since"], name="adoption_of_source"),
        ),
        migrations.AddIndex(
            model_name="adoption",
            index=models.Index(fields=["unit", "status"], name="adoption_of_unit"),
        ),
        migrations.AddIndex(
            model_name="adoption",
            index=models.Index(fields=["office", "status"], name="adoption_at_office"),
        ),
        migrations.AddConstraint(
            model_name="adoption",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("subject__isnull", False), models.Q(("status", "refused"), _negated=True)
                ),
                fields=("source", "subject"),
                name="adopted_once_by_a_subject",
                violation_error_message="Nơi này đã được ghi là làm theo điển hình này.",
            ),
        ),
        migrations.AddConstraint(
            model_name="adoption",
            constraint=models.UniqueConstraint(
                condition=models.Q(("subject", None), models.Q(("status", "refused"), _negated=True)),
                fields=("source", "unit"),
                name="adopted_once_by_a_unit",
                violation_error_message="Đơn vị này đã được ghi là làm theo điển hình này.",
            ),
        ),
        migrations.AddConstraint(
            model_name="adoption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("adopter", None),
                    models.Q(("adopter", models.F("source")), _negated=True),
                    _connector="OR",
                ),
                name="adoption_of_another",
                violation_error_message="Điển hình không thể làm theo chính mình.",
            ),
        ),
        migrations.AddConstraint(
            model_name="adoption",
            constraint=models.CheckConstraint(
                condition=models.Q(("adopter", None), ("subject__isnull", False), _connector="OR"),
                name="adopting_exemplar_has_its_subject",
                violation_error_message="Cần ghi đối tượng của điển hình làm theo.",
            ),
        ),
    ]
