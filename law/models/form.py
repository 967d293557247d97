from django.db import models

from core.fields import LineField
from law.models.dated import Dated
from law.models.kinds import CountedDay


class PaperForm(models.TextChoices):
    """The papers whose form (mẫu) a decree or circular may fix."""

    REPORT_COLLECTIVE = "report_collective", "Báo cáo thành tích: tập thể, công trạng"
    REPORT_PERSON = "report_person", "Báo cáo thành tích: cá nhân, công trạng"
    REPORT_HOUSEHOLD = "report_household", "Báo cáo thành tích: hộ gia đình"
    REPORT_EXCEPTIONAL = "report_exceptional", "Báo cáo thành tích: đột xuất"
    REPORT_MOVEMENT = "report_movement", "Báo cáo thành tích: thi đua theo chuyên đề, theo đợt"
    REPORT_DEVOTION = "report_devotion", "Báo cáo thành tích: quá trình cống hiến"
    REPORT_FLAG = "report_flag", "Báo cáo thành tích: Cờ thi đua của Chính phủ"
    REPORT_FIGHTER = "report_fighter", "Báo cáo thành tích: Chiến sĩ thi đua toàn quốc"
    REPORT_HERO_COLLECTIVE = "report_hero_collective", "Báo cáo thành tích: Anh hùng, tập thể"
    REPORT_HERO_PERSON = "report_hero_person", "Báo cáo thành tích: Anh hùng, cá nhân"
    REPORT_FOREIGN_COLLECTIVE = "report_foreign_collective", "Báo cáo thành tích: đối ngoại, tập thể"
    REPORT_FOREIGN_PERSON = "report_foreign_person", "Báo cáo thành tích: đối ngoại, cá nhân"
    REPORT_HAMLET = "report_hamlet", "Báo cáo thành tích: Thôn, tổ dân phố văn hóa"
    REGISTRATION = "registration", "Phiếu đăng ký điển hình"
    REGISTRATIONS = "registrations", "Danh sách đăng ký điển hình"
    VERIFICATION = "verification", "Biên bản kiểm chứng"
    JUDGING = "judging", "Biên bản bình xét"
    JUDGING_FAMILY = "judging_family", "Biên bản họp xét Gia đình văn hóa"
    JUDGING_HAMLET = "judging_hamlet", "Biên bản họp xét Thôn, tổ dân phố văn hóa"
    APPRAISAL = "appraisal", "Phiếu thẩm định"
    RETURN = "return", "Phiếu trả hồ sơ"
    RESULT = "result", "Thông báo kết quả xét hồ sơ"
    BALLOT = "ballot", "Phiếu bầu"
    TALLY = "tally", "Biên bản kiểm phiếu"
    MINUTES = "minutes", "Biên bản họp Hội đồng"
    SUBMISSION = "submission", "Tờ trình đề nghị khen thưởng"
    SUBMISSION_HAMLET = "submission_hamlet", "Tờ trình đề nghị công nhận Thôn, tổ dân phố văn hóa"
    DECISION = "decision", "Quyết định khen thưởng"
    PAYMENT = "payment", "Danh sách chi tiền thưởng"
    GOLDEN_BOOK = "golden-book", "Sổ vàng khen thưởng"
    MOVEMENTS = "movements", "Biểu thống kê: số phong trào thi đua"
    STATE_AWARDS = "state_awards", "Biểu thống kê: khen thưởng cấp Nhà nước"
    LOCAL_AWARDS = "local_awards", "Biểu thống kê: khen thưởng cấp bộ, cấp tỉnh"
    BODIES = "bodies", "Biểu thống kê: tổ chức bộ máy"
    OFFICERS = "officers", "Biểu thống kê: công chức, viên chức làm công tác thi đua, khen thưởng"


class FormNumber(Dated):
    """How a paper names the form by which it is made: “Mẫu số 02, kèm theo Nghị định …” (mẫu số)."""

    RULE = ("form",)
    counted_day = CountedDay.PAPER

    form = models.CharField("văn bản", max_length=30, choices=PaperForm)
    text = LineField(
        "cách ghi mẫu số",
        max_length=200,
        help_text="In dưới số, ký hiệu văn bản. Ví dụ: Mẫu số 02, kèm theo Nghị định số 91/2017/NĐ-CP",
    )
    heading = LineField(
        "tên in trên văn bản",
        max_length=120,
        blank=True,
        help_text="Chỉ ghi khi quy định đặt tên khác với tên đang in.",
    )

    class Meta:
        verbose_name = "mẫu văn bản"
        verbose_name_plural = "mẫu văn bản"
        ordering = ["form", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["form", "valid_from"],
                name="formnumber_once_a_day",
                violation_error_message="Đã có mẫu của văn bản này từ cùng ngày.",
            ),
        ]

    def __str__(self):
        return f"{self.get_form_display()}: {self.text}"
