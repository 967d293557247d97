import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
import exemplars.models.photo
import gatherings.models.entry
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0004_progress_of_assignments"),
        ("exemplars", "0006_nurture_and_evaluation"),
        ("gatherings", "0002_talk_files"),
        ("organizations", "0003_messages"),
        ("organizations", "__first__"),
    ]

    operations = [
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
    ]
