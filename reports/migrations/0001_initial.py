import core.calendar
import core.derived
import core.fields
import django.core.validators
import django.db.models.deletion
import reports.models.certificate
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("awards", "0001_initial"),
        ("campaigns", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0002_initial"),
        ("exemplars", "0001_initial"),
        ("law", "0001_initial"),
        ("organizations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Blank",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=120, verbose_name="tên phôi")),
                (
                    "sheet",
                    models.CharField(
                        choices=[("a4", "297 × 210 mm"), ("a3", "420 × 297 mm")],
                        default="a4",
                        max_length=5,
                        verbose_name="khổ giấy",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("overprint", "In lên phôi mua sẵn"),
                            ("full", "Bản đầy đủ, in trên giấy trắng"),
                        ],
                        default="full",
                        max_length=10,
                        verbose_name="cách in",
                    ),
                ),
                (
                    "picture",
                    models.FileField(blank=True, max_length=255, upload_to="", verbose_name="ảnh chụp phôi"),
                ),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("name",))),
                (
                    "awards",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Không chọn mục nào thì phôi dùng cho mọi danh hiệu, hình thức.",
                        related_name="blanks",
                        to="law.awardtype",
                        verbose_name="dùng cho danh hiệu, hình thức",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="blanks",
                        to="organizations.unit",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "phôi giấy khen",
                "verbose_name_plural": "phôi giấy khen",
                "ordering": ["name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "name"),
                        name="blank_named_once_in_its_office",
                        violation_error_message="Cơ quan đã có phôi tên này.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BlankField",
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
                            ("emblem", "Quốc huy"),
                            ("nation", "Quốc hiệu"),
                            ("motto", "Tiêu ngữ"),
                            ("authority", "Người quyết định khen"),
                            ("gives", "Chữ “Tặng”"),
                            ("form", "Tên hình thức, danh hiệu"),
                            ("name", "Tên đối tượng"),
                            ("description", "Chức vụ, địa chỉ"),
                            ("achievement", "Thành tích"),
                            ("decision", "Số, ngày quyết định"),
                            ("book", "Số sổ vàng"),
                            ("place_date", "Địa danh, ngày tháng"),
                            ("office", "Chức vụ người ký"),
                            ("signer", "Họ tên người ký"),
                            ("qr", "Mã QR"),
                        ],
                        max_length=15,
                        verbose_name="ô",
                    ),
                ),
                ("shown", models.BooleanField(default=True, verbose_name="in")),
                (
                    "x",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=4,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="cách trái",
                    ),
                ),
                (
                    "y",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=4,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="cách trên",
                    ),
                ),
                (
                    "width",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=4,
                        validators=[django.core.validators.MinValueValidator(10)],
                        verbose_name="rộng",
                    ),
                ),
                (
                    "size",
                    models.DecimalField(
                        decimal_places=1,
                        default=14,
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="cỡ chữ",
                    ),
                ),
                (
                    "min_size",
                    models.DecimalField(
                        decimal_places=1,
                        default=11,
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="nhỏ nhất",
                    ),
                ),
                (
                    "lines",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(6),
                        ],
                        verbose_name="số dòng",
                    ),
                ),
                (
                    "style",
                    models.CharField(
                        choices=[
                            ("regular", "thường"),
                            ("bold", "đậm"),
                            ("italic", "nghiêng"),
                            ("bold_italic", "đậm nghiêng"),
                        ],
                        default="regular",
                        max_length=12,
                        verbose_name="kiểu chữ",
                    ),
                ),
                (
                    "align",
                    models.CharField(
                        choices=[("left", "trái"), ("center", "giữa"), ("right", "phải")],
                        default="center",
                        max_length=6,
                        verbose_name="căn",
                    ),
                ),
                ("capitals", models.BooleanField(default=False, verbose_name="chữ hoa")),
                (
                    "colour",
                    models.CharField(
                        choices=[("black", "đen"), ("red", "đỏ"), ("blue", "xanh"), ("gold", "vàng đồng")],
                        default="black",
                        max_length=6,
                        verbose_name="màu",
                    ),
                ),
                (
                    "blank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="fields", to="reports.blank"
                    ),
                ),
            ],
            options={
                "verbose_name": "ô trên phôi",
                "verbose_name_plural": "các ô trên phôi",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("blank", "kind"),
                        name="blank_field_once",
                        violation_error_message="Ô này đã có trên phôi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("min_size__lte", models.F("size"))),
                        name="blank_field_shrinks",
                        violation_error_message="Cỡ nhỏ nhất không được lớn hơn cỡ chữ.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("number", models.PositiveIntegerField(verbose_name="số sổ vàng")),
                (
                    "token",
                    models.CharField(
                        default=reports.models.certificate.new_token,
                        editable=False,
                        max_length=30,
                        unique=True,
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate",
                        to="awards.awardentry",
                        verbose_name="khen thưởng",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="organizations.unit",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "giấy khen, bằng khen",
                "verbose_name_plural": "giấy khen, bằng khen",
                "ordering": ["year", "number", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "year", "number"),
                        name="golden_book_number_once",
                        violation_error_message="Số sổ vàng này đã dùng.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CertificateBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dx", models.DecimalField(decimal_places=1, default=0, max_digits=3)),
                ("dy", models.DecimalField(decimal_places=1, default=0, max_digits=3)),
                ("file", models.FileField(blank=True, max_length=255, upload_to="", verbose_name="tệp")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="số trang")),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="dung lượng")),
                ("asked_at", models.DateTimeField(default=core.calendar.now, verbose_name="yêu cầu lúc")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="lập xong lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate_batches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "blank",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="batches",
                        to="reports.blank",
                        verbose_name="phôi",
                    ),
                ),
                (
                    "certificates",
                    models.ManyToManyField(
                        related_name="batches", to="reports.certificate", verbose_name="giấy khen, bằng khen"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate_batches",
                        to="awards.decision",
                        verbose_name="quyết định",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="certificate_batches",
                        to="core.job",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần in giấy khen",
                "verbose_name_plural": "các lần in giấy khen",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_at", None), models.Q(("sha256", ""), _negated=True), _connector="OR"
                        ),
                        name="made_batch_has_its_digest",
                        violation_error_message="Tệp đã lập phải có mã SHA-256.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("made_at", None)),
                        fields=("decision",),
                        name="one_batch_in_the_making",
                        violation_error_message="Giấy khen của quyết định này đang được lập.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MilestoneReview",
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
                ("period_from", models.DateField(verbose_name="từ ngày")),
                ("period_to", models.DateField(verbose_name="số liệu đến hết ngày")),
                (
                    "addressees",
                    core.fields.ProseField(
                        blank=True,
                        help_text="Mỗi nơi một dòng; để trống nếu không gửi cấp trên.",
                        verbose_name="kính gửi",
                    ),
                ),
                (
                    "recipients",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi nơi nhận một dòng.", verbose_name="nơi nhận"
                    ),
                ),
                ("figures", models.JSONField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Dự thảo"),
                            ("for_signature", "Chờ ký"),
                            ("signed", "Đã ký, chờ số"),
                            ("issued", "Đã ban hành"),
                            ("replaced", "Đã được thay thế"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("edited_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("title",))),
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
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="campaigns.milestone",
                        verbose_name="mốc",
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="campaigns.plan",
                        verbose_name="kế hoạch",
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
                        to="reports.milestonereview",
                        verbose_name="thay thế báo cáo",
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
                        related_name="reviews",
                        to="organizations.unit",
                        verbose_name="cơ quan báo cáo",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo sơ kết, tổng kết",
                "verbose_name_plural": "báo cáo sơ kết, tổng kết",
                "ordering": ["-period_to", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", None)),
                        fields=("milestone",),
                        name="one_first_review_of_a_milestone",
                        violation_error_message="Mốc này đã có báo cáo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period_to__gte", models.F("period_from"))),
                        name="review_period_in_order",
                        violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("issued", "replaced")), _negated=True),
                            models.Q(
                                ("figures__isnull", False),
                                ("issued_on__isnull", False),
                                ("number__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="issued_review_has_number_and_frozen_figures",
                        violation_error_message="Báo cáo đã ban hành phải có số, ngày và số liệu đã chốt.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
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
                            ("plan", "Kế hoạch"),
                            ("assignment", "Công văn giao nhiệm vụ"),
                            ("registration", "Phiếu đăng ký điển hình"),
                            ("registrations", "Danh sách đăng ký điển hình"),
                            ("verification", "Biên bản kiểm chứng"),
                            ("achievement", "Báo cáo thành tích"),
                            ("judging", "Biên bản bình xét"),
                            ("appraisal", "Phiếu thẩm định"),
                            ("return", "Phiếu trả hồ sơ"),
                            ("result", "Thông báo kết quả xét hồ sơ"),
                            ("ballot", "Phiếu bầu"),
                            ("tally", "Biên bản kiểm phiếu"),
                            ("minutes", "Biên bản họp"),
                            ("proposal", "Tờ trình Chủ tịch"),
                            ("submission", "Tờ trình"),
                            ("decision", "Quyết định"),
                            ("annulment", "Quyết định hủy bỏ"),
                            ("notice", "Thông báo kết quả khen thưởng"),
                            ("payment", "Danh sách chi tiền thưởng"),
                            ("golden-book", "Trang sổ vàng"),
                            ("interim", "Báo cáo sơ kết"),
                            ("final", "Báo cáo tổng kết"),
                            ("part", "Báo cáo của đơn vị"),
                            ("directions", "Phương hướng, nhiệm vụ"),
                            ("statistics", "Báo cáo thống kê"),
                            ("conference", "Kế hoạch hội nghị"),
                            ("invitation", "Giấy mời"),
                            ("programme", "Chương trình hội nghị"),
                            ("delegates", "Danh sách đại biểu"),
                            ("script", "Kịch bản hội nghị"),
                            ("confirmation", "Công văn xác nhận gương người tốt"),
                            ("card", "Thẻ nhân rộng"),
                            ("cluster-contract", "Giao ước thi đua"),
                            ("cluster-result", "Biên bản xếp hạng cụm, khối thi đua"),
                            ("opinion-minutes", "Biên bản lấy ý kiến Nhân dân"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("object_id", models.PositiveBigIntegerField()),
                ("title", core.fields.LineField(max_length=400, verbose_name="tên văn bản")),
                ("draft", models.BooleanField(default=True, verbose_name="bản dự thảo")),
                ("file", models.FileField(blank=True, max_length=255, upload_to="", verbose_name="tệp")),
                (
                    "word_file",
                    models.FileField(blank=True, max_length=255, upload_to="", verbose_name="bản Word"),
                ),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="số trang")),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="dung lượng")),
                ("asked_at", models.DateTimeField(default=core.calendar.now, verbose_name="yêu cầu lúc")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="lập xong lúc")),
                ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="in lại lúc")),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("title",))),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="papers",
                        to="core.job",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="organizations.unit",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "văn bản in",
                "verbose_name_plural": "văn bản in",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [
                    models.Index(fields=["content_type", "object_id", "kind"], name="paper_of_source")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_at", None), models.Q(("sha256", ""), _negated=True), _connector="OR"
                        ),
                        name="made_paper_has_its_digest",
                        violation_error_message="Văn bản đã lập phải có mã SHA-256.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("made_at", None)),
                        fields=("content_type", "object_id", "kind"),
                        name="one_paper_in_the_making",
                        violation_error_message="Văn bản này đang được lập.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("draft", False), ("made_at__isnull", False)),
                        fields=("content_type", "object_id", "kind"),
                        name="one_final_paper",
                        violation_error_message="Bản chính thức của văn bản này đã có.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Printer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.LineField(max_length=80, verbose_name="tên máy in")),
                (
                    "dx",
                    models.DecimalField(
                        decimal_places=1,
                        default=0,
                        max_digits=3,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("-20")),
                            django.core.validators.MaxValueValidator(Decimal("20")),
                        ],
                        verbose_name="dịch sang phải (mm)",
                    ),
                ),
                (
                    "dy",
                    models.DecimalField(
                        decimal_places=1,
                        default=0,
                        max_digits=3,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("-20")),
                            django.core.validators.MaxValueValidator(Decimal("20")),
                        ],
                        verbose_name="dịch xuống dưới (mm)",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printers",
                        to="organizations.unit",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "máy in",
                "verbose_name_plural": "máy in",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "name"),
                        name="printer_named_once_in_its_office",
                        violation_error_message="Cơ quan đã có máy in tên này.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("due_on", models.DateField(verbose_name="hạn gửi")),
                (
                    "remarks",
                    core.fields.ProseField(
                        blank=True,
                        help_text="Số nào khác, đơn vị đếm được bao nhiêu, vì sao. Để trống nếu số liệu trên cổng đúng.",
                        verbose_name="số liệu đơn vị đếm khác",
                    ),
                ),
                ("figures", models.JSONField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Chờ đơn vị gửi"),
                            ("sent", "Chờ tiếp nhận"),
                            ("returned", "Trả lại để bổ sung"),
                            ("taken", "Đã tiếp nhận"),
                            ("recalled", "Đơn vị xin rút lại"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, editable=False, null=True, verbose_name="ngày gửi")),
                (
                    "changed_after_issue",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="thay đổi sau khi ban hành"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="reports.milestonereview",
                        verbose_name="báo cáo",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review_parts",
                        to="organizations.unit",
                        verbose_name="đơn vị báo cáo",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần báo cáo của đơn vị",
                "verbose_name_plural": "phần báo cáo của đơn vị",
                "ordering": ["unit__name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "unit"),
                        name="review_part_once_a_unit",
                        violation_error_message="Đơn vị này đã được yêu cầu gửi báo cáo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("asked", "returned")),
                            models.Q(("figures__isnull", False), ("sent_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="sent_part_has_day_and_figures",
                        violation_error_message="Phần đã gửi phải có ngày gửi và số liệu khi gửi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartSection",
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
                            ("direction", "Công tác lãnh đạo, chỉ đạo"),
                            ("communication", "Phát động, tuyên truyền"),
                            ("discovery", "Phát hiện, bồi dưỡng, nhân rộng"),
                            ("awards", "Công tác khen thưởng"),
                            ("limits", "Khó khăn, hạn chế và nguyên nhân"),
                            ("lessons", "Bài học kinh nghiệm"),
                            ("tasks", "Phương hướng, nhiệm vụ"),
                            ("proposals", "Đề xuất, kiến nghị"),
                        ],
                        max_length=20,
                        verbose_name="mục",
                    ),
                ),
                ("body", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.reviewpart",
                    ),
                ),
            ],
            options={
                "verbose_name": "mục trong phần của đơn vị",
                "verbose_name_plural": "các mục trong phần của đơn vị",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("part", "kind"),
                        name="part_section_once",
                        violation_error_message="Mục này đã có.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewSection",
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
                            ("direction", "Công tác lãnh đạo, chỉ đạo"),
                            ("communication", "Phát động, tuyên truyền"),
                            ("discovery", "Phát hiện, bồi dưỡng, nhân rộng"),
                            ("awards", "Công tác khen thưởng"),
                            ("limits", "Khó khăn, hạn chế và nguyên nhân"),
                            ("lessons", "Bài học kinh nghiệm"),
                            ("tasks", "Phương hướng, nhiệm vụ"),
                            ("proposals", "Đề xuất, kiến nghị"),
                        ],
                        max_length=20,
                        verbose_name="phần",
                    ),
                ),
                ("body", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.milestonereview",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần của báo cáo",
                "verbose_name_plural": "các phần của báo cáo",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "kind"),
                        name="review_section_once",
                        violation_error_message="Phần này đã có.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignedCopy",
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
                            ("plan", "Kế hoạch"),
                            ("submission", "Tờ trình"),
                            ("minutes", "Biên bản họp"),
                            ("tally", "Biên bản kiểm phiếu"),
                            ("decision", "Quyết định"),
                            ("annulment", "Quyết định hủy bỏ"),
                            ("interim", "Báo cáo sơ kết"),
                            ("final", "Báo cáo tổng kết"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("object_id", models.PositiveBigIntegerField()),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên tệp")),
                ("file", models.FileField(max_length=255, upload_to="", verbose_name="tệp")),
                ("size", models.PositiveIntegerField(verbose_name="dung lượng")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("uploaded_at", models.DateTimeField(default=core.calendar.now, verbose_name="đính lúc")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                    ),
                ),
                (
                    "signed_on",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signed_copies",
                        to="reports.paper",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bản ký",
                "verbose_name_plural": "bản ký",
                "ordering": ["uploaded_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("content_type", "object_id", "kind", "sha256"),
                        name="signed_copy_once",
                        violation_error_message="Tệp này đã được đính vào văn bản.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CopySignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("signer", models.CharField(max_length=250, verbose_name="người ký")),
                ("organization", models.CharField(blank=True, max_length=250, verbose_name="cơ quan")),
                ("issuer", models.CharField(blank=True, max_length=250, verbose_name="nơi cấp chứng thư")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="ký lúc")),
                ("is_stamped", models.BooleanField(default=False, verbose_name="có dấu thời gian")),
                (
                    "covers",
                    models.CharField(
                        choices=[
                            ("file", "toàn bộ tệp"),
                            ("before_others", "toàn bộ nội dung, trước khi có chữ ký số tiếp theo"),
                        ],
                        max_length=20,
                        verbose_name="bao trùm",
                    ),
                ),
                ("is_trusted", models.BooleanField(default=False, verbose_name="nơi cấp được tin cậy")),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="reports.signedcopy",
                    ),
                ),
            ],
            options={
                "verbose_name": "chữ ký số",
                "verbose_name_plural": "chữ ký số",
                "ordering": ["order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("copy", "order"),
                        name="signatures_of_a_copy_in_order",
                        violation_error_message="Chữ ký này đã được ghi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Archive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm")),
                ("with_dossiers", models.BooleanField(default=False, verbose_name="kèm hồ sơ đề nghị")),
                ("title", core.fields.LineField(max_length=400, verbose_name="tên gói")),
                ("file", models.FileField(blank=True, max_length=255, upload_to="", verbose_name="tệp")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("size", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="dung lượng")),
                ("files", models.PositiveIntegerField(blank=True, null=True, verbose_name="số tệp")),
                ("faults", models.JSONField(blank=True, default=list, verbose_name="tệp có vấn đề")),
                ("asked_at", models.DateTimeField(default=core.calendar.now, verbose_name="yêu cầu lúc")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="lập xong lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archives",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="archives",
                        to="core.job",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archives",
                        to="exemplars.nomination",
                        verbose_name="hồ sơ",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archives",
                        to="organizations.unit",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "gói lưu trữ",
                "verbose_name_plural": "gói lưu trữ",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nomination__isnull", False), ("unit", None), ("year", None)),
                            models.Q(("nomination", None), ("unit__isnull", False), ("year__isnull", False)),
                            _connector="OR",
                        ),
                        name="archive_of_a_dossier_or_of_a_year",
                        violation_error_message="Gói lưu trữ là của một hồ sơ hoặc của một năm.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_at", None), models.Q(("sha256", ""), _negated=True), _connector="OR"
                        ),
                        name="made_archive_has_its_digest",
                        violation_error_message="Gói đã lập phải có mã SHA-256.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("made_at", None)),
                        fields=("nomination", "asked_by"),
                        name="one_archive_of_a_dossier_in_the_making",
                        violation_error_message="Gói này đang được lập.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("made_at", None)),
                        fields=("unit", "year", "asked_by"),
                        name="one_archive_of_a_year_in_the_making",
                        violation_error_message="Gói này đang được lập.",
                    ),
                ],
            },
        ),
    ]
