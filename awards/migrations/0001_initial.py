import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("campaigns", "0001_initial"),
        ("exemplars", "0001_initial"),
        ("law", "0001_initial"),
        ("organizations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                ("votes_for", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đồng ý")),
                (
                    "votes_against",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="không đồng ý"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("passed", "Thông qua"), ("not_passed", "Không thông qua")],
                        max_length=20,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda_items",
                        to="exemplars.nomination",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="law.voterule",
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ trong phiên họp",
                "verbose_name_plural": "hồ sơ trong phiên họp",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Annulment",
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
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("deceit", "Gian dối trong kê khai thành tích"),
                            ("false_papers", "Cung cấp thông tin sai sự thật, làm giả hồ sơ, giấy tờ"),
                            ("procedure", "Thẩm định, xét, đề nghị khen thưởng trái quy định"),
                            (
                                "violation",
                                "Có vi phạm trong thời gian tính thành tích, không bảo đảm tiêu chuẩn",
                            ),
                        ],
                        max_length=20,
                        verbose_name="trường hợp hủy bỏ",
                    ),
                ),
                ("reasons", core.fields.LineField(max_length=1000, verbose_name="lý do cụ thể")),
                (
                    "recovery",
                    core.fields.LineField(
                        blank=True, max_length=500, verbose_name="việc thu hồi hiện vật, tiền thưởng"
                    ),
                ),
                (
                    "legal_bases",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi căn cứ một dòng.", verbose_name="căn cứ"
                    ),
                ),
                (
                    "executors",
                    core.fields.LineField(blank=True, max_length=400, verbose_name="trách nhiệm thi hành"),
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
                            ("for_signature", "Chờ ký"),
                            ("signed", "Đã ký, chờ số"),
                            ("issued", "Đã ban hành"),
                            ("dropped", "Đã hủy dự thảo"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=1500, sources=("title", "reasons"))),
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
                        related_name="annulments",
                        to="organizations.unit",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
            ],
            options={
                "verbose_name": "quyết định hủy bỏ",
                "verbose_name_plural": "quyết định hủy bỏ",
                "ordering": ["-issued_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AwardEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        verbose_name="loại hình",
                    ),
                ),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên ghi trong quyết định")),
                (
                    "description",
                    core.fields.LineField(blank=True, max_length=500, verbose_name="chức vụ, địa chỉ khi đó"),
                ),
                ("period_from", models.DateField(verbose_name="thành tích từ ngày")),
                ("period_to", models.DateField(verbose_name="đến hết ngày")),
                ("awarded_on", models.DateField(verbose_name="ngày quyết định")),
                (
                    "prize",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="tiền thưởng (đồng)"),
                ),
                ("annulled_on", models.DateField(blank=True, null=True, verbose_name="hủy bỏ ngày")),
                ("name_key", core.derived.PersonKeyField(max_length=400, sources=("name",))),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=800, sources=("name", "description")),
                ),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="law.awardtype",
                        verbose_name="danh hiệu, hình thức",
                    ),
                ),
                (
                    "nomination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry",
                        to="exemplars.nomination",
                        verbose_name="hồ sơ",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awards",
                        to="exemplars.subject",
                        verbose_name="đối tượng",
                    ),
                ),
            ],
            options={
                "verbose_name": "khen thưởng",
                "verbose_name_plural": "sổ khen thưởng",
                "ordering": ["-awarded_on", "name_key"],
            },
        ),
        migrations.CreateModel(
            name="AnnulmentItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "annulment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="awards.annulment",
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annulment_item",
                        to="awards.awardentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "khen thưởng bị hủy bỏ",
                "verbose_name_plural": "danh sách bị hủy bỏ",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                ("achievement", core.fields.LineField(max_length=400, verbose_name="thành tích được khen")),
                ("period_from", models.DateField(verbose_name="thành tích từ ngày")),
                ("period_to", models.DateField(verbose_name="đến hết ngày")),
                (
                    "legal_bases",
                    core.fields.ProseField(
                        blank=True, help_text="Mỗi căn cứ một dòng.", verbose_name="căn cứ"
                    ),
                ),
                (
                    "funding",
                    core.fields.LineField(blank=True, max_length=300, verbose_name="nguồn tiền thưởng"),
                ),
                (
                    "executors",
                    core.fields.LineField(blank=True, max_length=400, verbose_name="trách nhiệm thi hành"),
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
                            ("for_signature", "Chờ ký"),
                            ("signed", "Đã ký, chờ số"),
                            ("issued", "Đã ban hành"),
                            ("annulled", "Đã bị hủy bỏ"),
                            ("dropped", "Đã hủy dự thảo"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                (
                    "search_text",
                    core.derived.SearchTextField(max_length=900, sources=("title", "achievement")),
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
                        related_name="decisions",
                        to="organizations.unit",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
            ],
            options={
                "verbose_name": "quyết định",
                "verbose_name_plural": "quyết định",
                "ordering": ["-issued_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="awardentry",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="awards.decision",
                verbose_name="quyết định",
            ),
        ),
        migrations.AddField(
            model_name="annulment",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="annulments",
                to="awards.decision",
                verbose_name="quyết định bị hủy bỏ",
            ),
        ),
        migrations.CreateModel(
            name="DecisionItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="awards.decision",
                    ),
                ),
                (
                    "nomination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision_item",
                        to="exemplars.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng trong danh sách",
                "verbose_name_plural": "danh sách kèm theo",
                "ordering": ["order", "pk"],
            },
        ),
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
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("comment", core.fields.ProseField(blank=True, verbose_name="nhận xét")),
                (
                    "advice",
                    models.CharField(
                        blank=True,
                        choices=[("agree", "Đồng ý khen thưởng"), ("disagree", "Không đồng ý")],
                        max_length=20,
                        verbose_name="đề xuất",
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="awards.agendaitem",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu nhận xét",
                "verbose_name_plural": "phiếu nhận xét",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "user"),
                        name="review_once",
                        violation_error_message="Phiếu nhận xét này đã có.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("points", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="điểm")),
                ("reason", core.fields.LineField(blank=True, max_length=300, verbose_name="lý do")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council_scores",
                        to="campaigns.criterion",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="awards.review"
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm chấm",
                "verbose_name_plural": "điểm chấm",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "criterion"),
                        name="score_once",
                        violation_error_message="Tiêu chí này đã được chấm.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", core.fields.LineField(max_length=300, verbose_name="nội dung phiên họp")),
                ("held_at", models.DateTimeField(verbose_name="thời gian họp")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc")),
                ("place", core.fields.LineField(max_length=200, verbose_name="địa điểm")),
                ("opening", core.fields.ProseField(blank=True, verbose_name="nội dung, ý kiến thảo luận")),
                ("conclusion", core.fields.ProseField(blank=True, verbose_name="kết luận")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Đang chuẩn bị"),
                            ("convened", "Đã triệu tập"),
                            ("counted", "Đã kiểm phiếu"),
                            ("closed", "Đã kết thúc"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=600, sources=("title", "place"))),
                (
                    "number",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="session",
                        to="organizations.issuednumber",
                    ),
                ),
                (
                    "secretary",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="thư ký",
                    ),
                ),
                (
                    "tally_number",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counted_session",
                        to="organizations.issuednumber",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="organizations.unit",
                        verbose_name="Hội đồng của",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên họp",
                "verbose_name_plural": "phiên họp",
                "ordering": ["-held_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__gt", models.F("held_at")), ("ended_at", None), _connector="OR"
                        ),
                        name="session_ends_after_it_starts",
                        violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="opinionlist",
            name="session",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opinion_lists",
                to="awards.session",
                verbose_name="cho phiên họp",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="session",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="awards.session",
                verbose_name="phiên họp",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="awards.session"
            ),
        ),
        migrations.CreateModel(
            name="SessionMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.LineField(max_length=150, verbose_name="chức vụ")),
                (
                    "seat",
                    models.CharField(
                        choices=[
                            ("chair", "Chủ tịch Hội đồng"),
                            ("vice", "Phó Chủ tịch Hội đồng"),
                            ("standing", "Ủy viên thường trực"),
                            ("member", "Ủy viên"),
                        ],
                        default="member",
                        max_length=20,
                        verbose_name="ghế",
                    ),
                ),
                ("present", models.BooleanField(blank=True, null=True, verbose_name="có mặt")),
                (
                    "absence_reason",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="lý do vắng"),
                ),
                ("written_opinion", core.fields.ProseField(blank=True, verbose_name="ý kiến bằng văn bản")),
                ("teller", models.BooleanField(default=False, verbose_name="tham gia kiểm phiếu")),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="awards.session",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="session_seats",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên dự họp",
                "verbose_name_plural": "thành viên dự họp",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "user"),
                        name="session_member_once",
                        violation_error_message="Người này đã có trong danh sách dự họp.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmissionLetter",
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
                (
                    "route",
                    models.CharField(
                        choices=[("territory", "Theo địa bàn"), ("sector", "Theo ngành")],
                        default="territory",
                        max_length=20,
                        verbose_name="tuyến trình",
                    ),
                ),
                ("title", core.fields.LineField(max_length=400, verbose_name="trích yếu")),
                ("reasons", core.fields.ProseField(blank=True, verbose_name="nội dung trình")),
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
                            ("for_signature", "Chờ ký"),
                            ("signed", "Đã ký, chờ số"),
                            ("issued", "Đã gửi"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title_key", core.derived.TextKeyField(max_length=400, sources=("title",))),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("title",))),
                (
                    "nominations",
                    models.ManyToManyField(
                        related_name="letters", to="exemplars.nomination", verbose_name="hồ sơ"
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
                    "to_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters_in",
                        to="organizations.unit",
                        verbose_name="trình lên",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="organizations.unit",
                        verbose_name="cơ quan trình",
                    ),
                ),
            ],
            options={
                "verbose_name": "tờ trình",
                "verbose_name_plural": "tờ trình",
                "ordering": ["-issued_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "issued"), _negated=True),
                            models.Q(("issued_on__isnull", False), ("number__isnull", False)),
                            _connector="OR",
                        ),
                        name="issued_letter_has_number_and_date",
                        violation_error_message="Tờ trình đã gửi phải có số và ngày.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("handed_out", models.PositiveSmallIntegerField(verbose_name="số phiếu phát ra")),
                ("returned", models.PositiveSmallIntegerField(verbose_name="số phiếu thu vào")),
                ("valid", models.PositiveSmallIntegerField(verbose_name="số phiếu hợp lệ")),
                ("invalid", models.PositiveSmallIntegerField(verbose_name="số phiếu không hợp lệ")),
                ("entered_at", models.DateTimeField(default=core.calendar.now)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("objection", core.fields.ProseField(blank=True, verbose_name="lý do đề nghị kiểm lại")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tally", to="awards.session"
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả kiểm phiếu",
                "verbose_name_plural": "kết quả kiểm phiếu",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("returned__lte", models.F("handed_out"))),
                        name="tally_returned_within_handed_out",
                        violation_error_message="Số phiếu thu vào không thể nhiều hơn số phiếu phát ra.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "returned",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("valid"), "+", models.F("invalid")
                                ),
                            )
                        ),
                        name="tally_returned_is_valid_and_invalid",
                        violation_error_message="Số phiếu thu vào phải bằng tổng số phiếu hợp lệ và không hợp lệ.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("entered_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="tally_confirmed_by_the_other_teller",
                        violation_error_message="Người xác nhận phải là người kiểm phiếu thứ hai.",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="awardentry",
            index=models.Index(fields=["-awarded_on"], name="entry_by_day"),
        ),
        migrations.AddIndex(
            model_name="awardentry",
            index=models.Index(fields=["name_key"], name="entry_by_name"),
        ),
        migrations.AddConstraint(
            model_name="awardentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("annulled_on", None)),
                fields=("subject", "award", "period_from", "period_to"),
                name="one_award_for_one_achievement",
                violation_error_message="Đối tượng đã được khen hình thức này cho đúng giai đoạn đó.",
            ),
        ),
        migrations.AddIndex(
            model_name="annulment",
            index=models.Index(fields=["unit", "status"], name="annulment_of_unit"),
        ),
        migrations.AddConstraint(
            model_name="annulment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "issued"), _negated=True),
                    models.Q(("issued_on__isnull", False), ("number__isnull", False)),
                    _connector="OR",
                ),
                name="issued_annulment_has_number_and_date",
                violation_error_message="Quyết định đã ban hành phải có số và ngày.",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinionlist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closes_on__gt", models.F("opens_on")),
                    models.Q(("closes_on", None), ("opens_on", None)),
                    _connector="OR",
                ),
                name="opinion_list_closes_after_it_opens",
                violation_error_message="Ngày cuối lấy ý kiến phải sau ngày công khai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinionlist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("posted", "closed")), _negated=True),
                    ("opens_on__isnull", False),
                    _connector="OR",
                ),
                name="posted_opinion_list_has_its_days",
                violation_error_message="Danh sách đã công khai phải có ngày đầu và ngày cuối.",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinionlist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "closed"), _negated=True),
                    ("ended_on__isnull", False),
                    _connector="OR",
                ),
                name="closed_opinion_list_has_its_end",
                violation_error_message="Danh sách đã kết thúc phải có ngày kết thúc.",
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["unit", "status"], name="decision_of_unit"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("period_to__gte", models.F("period_from"))),
                name="decision_period_in_order",
                violation_error_message="Ngày cuối của thành tích phải từ ngày đầu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("issued", "annulled")), _negated=True),
                    models.Q(("issued_on__isnull", False), ("number__isnull", False)),
                    _connector="OR",
                ),
                name="issued_decision_has_number_and_date",
                violation_error_message="Quyết định đã ban hành phải có số và ngày.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("session", "nomination"),
                name="agenda_item_once",
                violation_error_message="Hồ sơ đã có trong chương trình phiên họp.",
            ),
        ),
    ]
