import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
import exemplars.models.attachment
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_clusters"),
        ("exemplars", "0002_inspections"),
        ("organizations", "0001_initial"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="exemplar",
            name="learned_by",
        ),
        migrations.AddField(
            model_name="exemplar",
            name="released_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="công bố lúc"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="released_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="shows_contact",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="công khai đầu mối liên hệ"
            ),
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="exemplars.exemplar",
                        verbose_name="điển hình được làm theo",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="exemplars.subject",
                        verbose_name="cá nhân, tập thể, hộ làm theo",
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
            ],
            options={
                "verbose_name": "nơi làm theo",
                "verbose_name_plural": "nơi làm theo",
                "ordering": ["-since", "-pk"],
                "indexes": [
                    models.Index(fields=["source", "status", "since"], name="adoption_of_source"),
                    models.Index(fields=["unit", "status"], name="adoption_of_unit"),
                    models.Index(fields=["office", "status"], name="adoption_at_office"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("subject__isnull", False), models.Q(("status", "refused"), _negated=True)
                        ),
                        fields=("source", "subject"),
                        name="adopted_once_by_a_subject",
                        violation_error_message="Nơi này đã được ghi là làm theo điển hình này.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("subject", None), models.Q(("status", "refused"), _negated=True)),
                        fields=("source", "unit"),
                        name="adopted_once_by_a_unit",
                        violation_error_message="Đơn vị này đã được ghi là làm theo điển hình này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("adopter", None),
                            models.Q(("adopter", models.F("source")), _negated=True),
                            _connector="OR",
                        ),
                        name="adoption_of_another",
                        violation_error_message="Điển hình không thể làm theo chính mình.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("adopter", None), ("subject__isnull", False), _connector="OR"),
                        name="adopting_exemplar_has_its_subject",
                        violation_error_message="Cần ghi đối tượng của điển hình làm theo.",
                    ),
                ],
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
                    "exemplars",
                    models.ManyToManyField(
                        blank=True,
                        related_name="coverage",
                        to="exemplars.exemplar",
                        verbose_name="điển hình được nói đến",
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
    ]
