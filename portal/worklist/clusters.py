"""Clusters that a person's units are to score, and those that their office is to rank."""

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from campaigns.models import ClusterMember, ClusterStatus, ClusterYear, CrossScoring, ScoreSheet
from organizations.models import Role
from organizations.models.unit import within
from portal.worklist.group import Task, group_of, list_url


def _to_score(member, today):
    year = member.cluster_year
    return Task(f"Chấm điểm {year}", f"{member.unit}", f"{year.get_absolute_url()}#phieu")


def to_score(desk):
    """Members whose head has not sent all sheets yet."""
    sent = ScoreSheet.objects.sent().filter(scorer=OuterRef("pk")).order_by()
    members = ClusterMember.objects.filter(cluster_year=OuterRef("cluster_year")).order_by()
    rows = (
        ClusterMember.objects.filter(
            within(desk.paths(Role.HEAD), "unit__path"), cluster_year__status=ClusterStatus.SCORING
        )
        .annotate(
            sent=Coalesce(Subquery(sent.values("scorer").annotate(n=Count("pk")).values("n")), 0),
            members=Subquery(members.values("cluster_year").annotate(n=Count("pk")).values("n")),
        )
        .filter(
            Q(cluster_year__cross=CrossScoring.ALL, sent__lt=F("members"))
            | Q(cluster_year__cross=CrossScoring.NEXT, sent__lt=2)
        )
        .select_related("unit", "cluster_year__cluster")
        .order_by("pk")
    )
    return group_of(
        "Cụm, khối thi đua chờ chấm điểm", rows, _to_score, list_url("campaigns:clusters"), today=desk.on
    )


def _to_rank(year, today):
    return Task(str(year), year.get_status_display(), year.get_absolute_url())


def to_rank(desk):
    """Years of the office that are being scored, or are ranked and not yet confirmed."""
    rows = ClusterYear.objects.kept_by(desk).filter(status__in=(ClusterStatus.SCORING, ClusterStatus.RANKED))
    rows = rows.select_related("cluster").order_by("year", "pk")
    url = list_url("campaigns:clusters")
    return group_of("Cụm, khối thi đua đang chấm, chờ công nhận", rows, _to_rank, url, today=desk.on)
