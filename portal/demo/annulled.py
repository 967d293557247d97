"""An award of the demonstration that the commune takes back."""

import datetime

from awards.bases import bases_of_annulment
from awards.models import Annulment, AnnulmentItem, AnnulmentStatus, AwardEntry, Decision, Ground
from core.calendar import vietnamese_date
from exemplars.models import Nomination
from organizations.numbering import remark
from organizations.signing import number_of
from portal.demo.stories import at

OFFICE = "N28651"
DAY = datetime.date(2026, 10, 20)  # or that of the last decision, as numbers follow the days of papers
STEPS = (("submit", 4, "thuongtruc"), ("sign", 1, "chutich"), ("issue", 0, "vanthu"))  # days before


def load_annulment(units, users, trail, until):
    if until < DAY:
        return
    issued = Decision.objects.filter(unit=units[OFFICE], issued_on__isnull=False).order_by("issued_on", "pk")
    day = max(DAY, issued.last().issued_on)
    decision = issued.filter(issued_on__lt=DAY).last()
    entry = decision.entries.order_by("pk").last()
    annulment = _drafted(decision, units[OFFICE], day)
    AnnulmentItem.objects.create(annulment=annulment, entry=entry, order=1)
    annulment.signatory = users["chutich"].full_name
    number = number_of(annulment, on=day, by=users["vanthu"])
    _tell(annulment, number, trail, day)
    Annulment.objects.filter(pk=annulment.pk).update(
        status=AnnulmentStatus.ISSUED,
        number=number,
        issued_on=day,
        signed_by=users["chutich"],
        signatory=annulment.signatory,
        signatory_title="Chủ tịch",
    )
    _take_back(decision, entry, f"Quyết định số {number.text} ngày {day:%d/%m/%Y}", trail, day)


def _drafted(decision, unit, day):
    return Annulment.objects.create(
        unit=unit,
        decision=decision,
        title=f"Về việc hủy bỏ khen thưởng tại Quyết định số {decision.number_text} "
        f"{vietnamese_date(decision.issued_on)}",
        ground=Ground.DECEIT,
        reasons="Số liệu thành tích kê khai không đúng thực tế, đơn vị đề nghị đã xác minh và báo cáo.",
        recovery="Nộp lại Giấy khen và tiền thưởng cho thường trực Hội đồng Thi đua - Khen thưởng "
        f"{unit.name} trong thời hạn 15 ngày kể từ ngày nhận được Quyết định này",
        legal_bases=bases_of_annulment(decision, unit, day),
        executors="Chánh Văn phòng, thủ trưởng các đơn vị liên quan và người có tên trong danh sách",
        recipients="Như trên;\nLưu: VT, hồ sơ.",
    )


def _tell(annulment, number, trail, day):
    begun = at(day - datetime.timedelta(days=5), 9)
    trail.add(annulment, "draft", "Soạn dự thảo quyết định hủy bỏ", at=begun, by="thuongtruc")
    status = annulment.status
    for verb, days, by in STEPS:
        note = f"Số {number.text}" if verb == "issue" else ""
        moment = at(day - datetime.timedelta(days=days), 10)
        status = trail.move(annulment, verb, status, at=moment, by=by, note=note)


def _take_back(decision, entry, told, trail, day):
    AwardEntry.objects.filter(pk=entry.pk).update(annulled_on=day)
    moment, nomination = at(day, 10, 5), entry.nomination
    status = trail.move(nomination, "annul", nomination.status, at=moment, by="vanthu", note=told)
    Nomination.objects.filter(pk=nomination.pk).update(status=status)
    trail.add(decision, "annul_part", "Hủy bỏ một phần", at=moment, by="vanthu")
    remark(decision.number, f"Hủy bỏ một phần theo {told}")
