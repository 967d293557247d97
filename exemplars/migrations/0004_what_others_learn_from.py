import core.calendar
import core.fields
import django.core.validators
import django.db.models.deletion
import exemplars.models.photo
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_clusters"),
        ("exemplars", "0003_spread"),
        ("organizations", "0001_initial"),
        ("organizations", "__first__"),
    ]

    operations = [
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
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="exemplar",
            name="about",
            field=models.CharField(
                choices=[("subject", "Gương điển hình"), ("model", "Mô hình")],
                default="subject",
                max_length=10,
                verbose_name="loại điển hình",
            ),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="causes",
            field=core.fields.ProseField(blank=True, verbose_name="nguyên nhân thành công"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="contact",
            field=core.fields.LineField(blank=True, max_length=200, verbose_name="đầu mối liên hệ"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="cost",
            field=core.fields.ProseField(blank=True, verbose_name="kinh phí, nguồn lực"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="cost_dong",
            field=models.PositiveBigIntegerField(blank=True, null=True, verbose_name="tổng kinh phí (đồng)"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="moved_on",
            field=models.DateField(editable=False, null=True, verbose_name="ngày chuyển giai đoạn"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="needs",
            field=core.fields.ProseField(blank=True, verbose_name="điều kiện để nơi khác làm theo"),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="year",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[django.core.validators.MinValueValidator(1948)],
                verbose_name="năm đăng ký",
            ),
        ),
        migrations.AlterField(
            model_name="exemplar",
            name="effect",
            field=core.fields.ProseField(blank=True, verbose_name="hiệu quả"),
        ),
        migrations.AlterField(
            model_name="exemplar",
            name="status",
            field=models.CharField(
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
        migrations.AddField(
            model_name="exemplarfigure",
            name="exemplar",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="figures", to="exemplars.exemplar"
            ),
        ),
        migrations.AddField(
            model_name="exemplarphoto",
            name="exemplar",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="photos", to="exemplars.exemplar"
            ),
        ),
        migrations.AddField(
            model_name="exemplarphoto",
            name="uploaded_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="exemplarphoto",
            constraint=models.UniqueConstraint(
                fields=("exemplar", "sha256"),
                name="photo_once_per_exemplar",
                violation_error_message="Ảnh này đã có.",
            ),
        ),
    ]
