import datetime
import re
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from core.fields import LineField
from law.models.award import AwardType
from law.models.dated import Dated
from law.models.kinds import CountedDay


class ParameterKey(models.TextChoices):
    """Numbers that decrees or the councils' own rules set, and that change."""

    QUORUM = "quorum", "tỷ lệ thành viên phải có mặt để họp"
    PROCESSING_DAYS = "processing_days", "thời hạn giải quyết hồ sơ"
    NOTICE_DAYS = "notice_days", "thời hạn thông báo kết quả"
    SUPPLEMENT_REQUESTS = "supplement_requests", "số lần được yêu cầu bổ sung"
    POSTING_DAYS = "posting_days", "thời gian niêm yết công khai"
    OPINION_DAYS = "opinion_days", "thời gian lấy ý kiến Nhân dân"
    LAST_DAY = "last_day", "ngày cuối cùng được ra quyết định trong năm"
    TITLE_QUOTA = "title_quota", "tỷ lệ tối đa trên số Lao động tiên tiến"
    MOVEMENT_YEARS = "movement_years", "số năm tối thiểu của phong trào theo chuyên đề"
    MEETING_PRESENCE = "meeting_presence", "tỷ lệ dự họp bình xét ở khu dân cư"
    MEETING_AGREEMENT = "meeting_agreement", "tỷ lệ đồng ý tại cuộc họp bình xét ở khu dân cư"
    OPEN_MATTER_BLOCKS = "open_matter_blocks", "chưa xét khi có việc đang xem xét (1: có, 0: không)"
    COUNTS_AFTER_DISCIPLINE = "counts_after_discipline", "thành tích tính sau kỷ luật (1: có, 0: không)"
    COUNTS_AFTER_LAST_AWARD = "counts_after_last_award", "tính tiếp từ lần khen trước (1: có, 0: không)"
    REGISTRATION_REQUIRED = "registration_required", "phải đăng ký thi đua (1: có, 0: không)"
    REGISTER_FROM = "register_from", "sổ khen thưởng trên cổng đầy đủ từ năm"
    REMIND_BEFORE = "remind_before", "nhắc việc trước hạn"
    REMIND_AGAIN = "remind_again", "nhắc lại việc quá hạn, mỗi lần cách nhau"
    FUND_SHARE_PROVINCE = "fund_share_province", "tỷ lệ trích quỹ thi đua, khen thưởng cấp tỉnh"
    FUND_SHARE_COMMUNE = "fund_share_commune", "tỷ lệ trích quỹ thi đua, khen thưởng cấp xã"


SHARES = {
    ParameterKey.QUORUM,
    ParameterKey.TITLE_QUOTA,
    ParameterKey.MEETING_PRESENCE,
    ParameterKey.MEETING_AGREEMENT,
    ParameterKey.FUND_SHARE_PROVINCE,
    ParameterKey.FUND_SHARE_COMMUNE,
}
OTHER_DAYS = {  # by which a value is chosen; all others by the day of the decision
    ParameterKey.QUORUM: CountedDay.SESSION,
    ParameterKey.PROCESSING_DAYS: CountedDay.RECEIVED,
    ParameterKey.SUPPLEMENT_REQUESTS: CountedDay.TODAY,
    ParameterKey.OPINION_DAYS: CountedDay.POSTED,
    ParameterKey.TITLE_QUOTA: CountedDay.WORK_YEAR,
    ParameterKey.REMIND_BEFORE: CountedDay.TODAY,
    ParameterKey.REMIND_AGAIN: CountedDay.TODAY,
    ParameterKey.FUND_SHARE_PROVINCE: CountedDay.WORK_YEAR,
    ParameterKey.FUND_SHARE_COMMUNE: CountedDay.WORK_YEAR,
}
A_NUMBER = re.compile(r"\d{1,6}"), "Hãy nhập số nguyên, ví dụ 10."
A_SHARE = re.compile(r"\d{1,5}/[1-9]\d{0,4}"), "Hãy nhập phân số, ví dụ 2/3."
A_DAY = (
    re.compile(r"(0[1-9]|1\d|2[0-8])/(0[1-9]|1[0-2])|(29|30)/(0[13-9]|1[0-2])|31/(0[13578]|1[02])"),
    "Hãy nhập ngày và tháng, ví dụ 24/11.",
)
SHAPES = dict.fromkeys(SHARES, A_SHARE) | {ParameterKey.LAST_DAY: A_DAY}  # of all others: A_NUMBER


class Parameter(Dated):
    """One value of a key; a row that names an award wins over one for all awards."""

    RULE = ("key", "award")

    key = models.CharField("tham số", max_length=30, choices=ParameterKey)
    award = models.ForeignKey(
        AwardType,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="parameters",
        verbose_name="danh hiệu, hình thức",
        help_text="Để trống nếu áp dụng chung.",
    )
    value = LineField("giá trị", max_length=60)
    unit = LineField("đơn vị tính", max_length=60, blank=True)

    class Meta:
        verbose_name = "tham số"
        verbose_name_plural = "tham số"
        ordering = ["key", "award", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["key", "award", "valid_from"],
                name="parameter_once_a_day_for_an_award",
                violation_error_message="Đã có tham số này từ cùng ngày.",
            ),
            models.UniqueConstraint(
                fields=["key", "valid_from"],
                condition=Q(award=None),
                name="parameter_once_a_day_for_all",
                violation_error_message="Đã có tham số này từ cùng ngày.",
            ),
        ]

    def __str__(self):
        subject = f" ({self.award})" if self.award else ""
        return f"{self.get_key_display()}{subject}: {self.value} {self.unit}".strip()

    def clean(self):
        super().clean()
        shape, advice = SHAPES.get(self.key, A_NUMBER)
        if not shape.fullmatch(self.value):
            raise ValidationError({"value": advice})

    @property
    def counted_day(self):
        return OTHER_DAYS.get(self.key, CountedDay.DECISION)

    @property
    def integer(self):
        return int(self.value)

    @property
    def share(self):
        """The value as an exact fraction."""
        return Fraction(self.value)

    def day_in(self, year):
        """The value, a day such as 24/11, as a date of that year."""
        day, month = map(int, self.value.split("/"))
        return datetime.date(year, month, day)
