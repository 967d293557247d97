"""Prizes: multiples of the base salary of the day of the decision.

Căn cứ: Nghị định 98/2023/NĐ-CP, điều 54; Nghị định 152/2025/NĐ-CP, điều 50–54.
"""

from law.choosing import NoRule
from law.models import BaseSalary, Prize


def base_salary(on):
    """The BaseSalary row of that day; NoRule before the first one known."""
    found = BaseSalary.objects.in_force(on).first()
    if found is None:
        raise NoRule(f"Không có mức lương cơ sở cho ngày {on:%d/%m/%Y}.")
    return found


def prize(award, subject_kind, on):
    """The Prize row, or None where the law gives no money."""
    return Prize.objects.in_force(on).filter(award=award, subject_kind=subject_kind).first()


def prize_amount(award, subject_kind, on):
    """In đồng for a decision of the day `on`; None where the law gives no money."""
    found = prize(award, subject_kind, on)
    return found.amount(base_salary(on).amount) if found else None


def prize_amounts(on):
    """{(award id, subject kind): đồng} for a decision of the day `on`: two queries for any list."""
    salary = base_salary(on).amount
    return {(row.award_id, row.subject_kind): row.amount(salary) for row in Prize.objects.in_force(on)}
