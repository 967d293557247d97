from django.conf import settings
from django.db import models
from django.db.models import F

from awards.models.session import AgendaItem
from campaigns.models import Criterion
from core.fields import LineField, ProseField


class Advice(models.TextChoices):
    AGREE = "agree", "Đồng ý khen thưởng"
    DISAGREE = "disagree", "Không đồng ý"


class ReviewQuerySet(models.QuerySet):
    def readable_by(self, user, item):
        """All reviews of the item once the user's own is in; until then only the user's own."""
        reviews = self.filter(item=item)
        own_is_in = reviews.filter(user=user, sent_at__isnull=False).exists()
        return reviews.sent() if own_is_in else reviews.filter(user=user)

    def sent(self):
        """Those that are in, of the members who are still called."""
        return self.filter(sent_at__isnull=False, item__session__members__user=F("user"))


class Review(models.Model):
    """One council member's points and comment on one nomination; the others see it when theirs are in."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="reviews")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reviews")
    comment = ProseField("nhận xét", blank=True)
    advice = models.CharField(
        "đề xuất", max_length=20, choices=Advice, blank=True
    )  # where no points are given
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)  # null: still being written

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu nhận xét"
        verbose_name_plural = "phiếu nhận xét"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "user"],
                name="review_once",
                violation_error_message="Phiếu nhận xét này đã có.",
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.item}"


class Score(models.Model):
    """A member's points for one criterion, from 0 to the criterion's maximum."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="council_scores")
    points = models.PositiveSmallIntegerField("điểm", null=True, blank=True)  # null only in a draft
    reason = LineField("lý do", max_length=300, blank=True)

    class Meta:
        verbose_name = "điểm chấm"
        verbose_name_plural = "điểm chấm"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "criterion"],
                name="score_once",
                violation_error_message="Tiêu chí này đã được chấm.",
            )
        ]

    def __str__(self):
        return f"{self.criterion}: {self.points}"
