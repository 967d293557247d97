"""The fixed distinctions of the law of emulation and rewards."""

from django.db import models


class SubjectKind(models.TextChoices):
    PERSON = "person", "cá nhân"
    COLLECTIVE = "collective", "tập thể"
    HOUSEHOLD = "household", "hộ gia đình"


class AwardGroup(models.TextChoices):
    TITLE = "title", "danh hiệu thi đua"
    FORM = "form", "hình thức khen thưởng"


class MeritKind(models.TextChoices):
    """Loại hình khen thưởng. Căn cứ: Luật 06/2022/QH15, điều 8; the seventh by điều 96."""

    SERVICE = "service", "công trạng"
    EXCEPTIONAL = "exceptional", "đột xuất"
    MOVEMENT = "movement", "phong trào thi đua"
    DEVOTION = "devotion", "quá trình cống hiến"
    SENIORITY = "seniority", "niên hạn"
    FOREIGN = "foreign", "đối ngoại"
    RESISTANCE = "resistance", "thành tích kháng chiến"

    @property
    def subject_kinds(self):
        """Whom the law rewards for merit of this kind."""
        return MERIT_SUBJECTS[self]


MERIT_SUBJECTS = {
    MeritKind.SERVICE: {SubjectKind.PERSON, SubjectKind.COLLECTIVE},
    MeritKind.EXCEPTIONAL: set(SubjectKind),
    MeritKind.MOVEMENT: set(SubjectKind),
    MeritKind.DEVOTION: {SubjectKind.PERSON},
    MeritKind.SENIORITY: {SubjectKind.PERSON},
    MeritKind.FOREIGN: {SubjectKind.PERSON, SubjectKind.COLLECTIVE},
    MeritKind.RESISTANCE: {SubjectKind.PERSON, SubjectKind.HOUSEHOLD},
}


class Rising(models.TextChoices):
    """Choices in rising order."""

    def reaches(self, least):
        order = list(type(self))
        return order.index(self) >= order.index(least)


class Grade(Rising):
    """How a person or a collective did its work in a year, as evaluated (mức xếp loại), the lowest first."""

    NOT_MET = "not_met", "Không hoàn thành nhiệm vụ"
    MET = "met", "Hoàn thành nhiệm vụ"
    WELL = "well", "Hoàn thành tốt nhiệm vụ"
    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"


class Scope(Rising):
    """How far the use of an initiative was recognised (phạm vi ảnh hưởng), the narrowest first."""

    BASE = "base", "Cơ sở"
    PROVINCE = "province", "Tỉnh"
    NATION = "nation", "Toàn quốc"


class Weight(models.TextChoices):
    """What it means for a dossier that a rule is not met."""

    BLOCK = "block", "không đủ điều kiện"
    WARN = "warn", "cần xem lại"


class CountedDay(models.TextChoices):
    """The day whose law is asked."""

    DECISION = "decision", "ngày quyết định"
    RECEIVED = "received", "ngày tiếp nhận hồ sơ"
    WORK_YEAR = "work_year", "ngày 31/12 của năm xét"
    SESSION = "session", "ngày họp Hội đồng"
    POSTED = "posted", "ngày bắt đầu niêm yết, lấy ý kiến"
    PAPER = "paper", "ngày của văn bản"
    TODAY = "today", "ngày xem xét"


STANDARD_DAYS = (CountedDay.DECISION, CountedDay.RECEIVED, CountedDay.WORK_YEAR)


class Handling(models.TextChoices):
    """How far a commune's or district's portal goes with an award."""

    FULL = "full", "xét và quyết định tại đây"
    FORWARD = "forward", "xét rồi trình cấp trên"
    RECORD = "record", "chỉ ghi nhận kết quả"


class Certainty(models.TextChoices):
    FOUND = "found", "có nguồn đối chiếu"
    SECONDARY = "secondary", "theo nguồn thứ cấp"
    RECALLED_HIGH = "recalled_high", "chưa đối chiếu (tin cậy cao)"
    RECALLED_MEDIUM = "recalled_medium", "chưa đối chiếu (tin cậy vừa)"
    RECALLED_LOW = "recalled_low", "chưa đối chiếu (tin cậy thấp)"
    LOCAL = "local", "quy định của địa phương"


class Branch(models.TextChoices):
    """Which line of decrees governs an award: their switch dates differ."""

    MERIT = "merit", "thi đua, khen thưởng"
    CULTURE = "culture", "danh hiệu văn hóa"
