from tests.access import action, page
from tests.factories import JobFactory


def job_of_another(unit):
    return JobFactory()


def own_job(unit, person):
    return JobFactory(created_by=person if person.is_authenticated else None)


ROWS = [
    *page("core:job", own_job, others=200),
    *page("core:job", job_of_another, others=404),
    *action("core:job-cancel", own_job, others=302),
    *action("core:job-cancel", job_of_another, others=404),
]
