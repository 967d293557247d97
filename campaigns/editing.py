"""A draft plan as its editors see it: several forms that are read, checked and written together."""

import copy
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q
from django.forms import Form
from django.http import QueryDict

from campaigns.forms.plan import (
    AssignmentRows,
    CriterionRows,
    MilestoneRows,
    PlanForm,
    RecordedPlanForm,
    SectionsForm,
)
from campaigns.models import PlanSection, SectionKind
from core.calendar import now, today
from core.deadlines import Deadlines
from core.text import paragraphs
from law.models import SubjectKind
from organizations.models import Unit
from organizations.naming import names_apart

NOT_CONTENT = {"csrfmiddlewaretoken", "version", "return_to", "add"}
ADD = "add"  # the button that asks for one more row; its value is the prefix of the rows


@dataclass(frozen=True)
class Difference:
    """What the saved plan and the text just typed say in one place."""

    label: str
    anchor: str
    saved: str
    typed: str


@dataclass(frozen=True)
class Part:
    """One form of the page; `title` says where it stands when its labels alone do not."""

    title: str
    form: Form

    def label(self, field):
        return f"{self.title}: {field.label.lower()}" if self.title else field.label

    @property
    def anchor(self):
        """Where the whole row begins; "" for a form that is no row."""
        return self.form.visible_fields()[0].anchor if self.title else ""


class Draft:
    """All forms of one draft, bound to `data` (a QueryDict), to what was kept unfinished, or to the rows."""

    def __init__(self, plan, data=None):
        if data is None and plan.unfinished:
            data = _query(plan.unfinished)
        self.plan, self.data = plan, data
        head = RecordedPlanForm if plan.is_recorded else PlanForm
        self.head = head(data, instance=copy.copy(plan))  # a form writes into its instance, valid or not
        self.sections = SectionsForm(data, prefix="section", initial=_bodies(plan))
        self.criteria = {kind: self._criterion_rows(kind) for kind in SubjectKind}
        self.milestones = MilestoneRows(
            data, prefix="milestones", initial=self._saved(plan.milestones, MilestoneRows, row=F("pk"))
        )
        self.assignments = AssignmentRows(
            data,
            prefix="assignments",
            initial=self._saved(plan.assignments, AssignmentRows),
            form_kwargs={
                **_assignable(plan),
                "milestones": _named_rows(self.milestones),
                "deadlines": Deadlines(today()),
            },
        )

    def _criterion_rows(self, kind):
        saved = self._saved(self.plan.criteria.filter(subject_kind=kind), CriterionRows)
        return CriterionRows(self.data, prefix=f"criteria-{kind}", initial=saved)

    def _saved(self, rows, formset, **more):
        """What the rows hold now; None in bound forms, where every row that is filled counts as changed."""
        names = formset.form.Meta.fields
        return None if self.data is not None else [dict(row) for row in rows.values(*names, **more)]

    @property
    def row_sets(self):
        """[(title, rows)] in the order of the page."""
        criteria = [(f"Tiêu chí {kind.label}", rows) for kind, rows in self.criteria.items()]
        return [*criteria, ("Mốc thời gian", self.milestones), ("Phân công", self.assignments)]

    def parts(self):
        """Every form of the page but the rows that are to go."""
        yield Part("", self.head)
        yield Part("", self.sections)
        for title, rows in self.row_sets:
            for number, form in enumerate(rows.forms, start=1):
                if not (self.data is not None and form.is_valid() and rows._should_delete_form(form)):
                    yield Part(f"{title}, dòng {number}", form)

    @property
    def errors(self):
        """[(label, anchor, message)] in the order of the page."""
        if self.data is None:
            return []
        found = []
        for part in self.parts():
            found += [(part.title, part.anchor, error) for error in part.form.non_field_errors()]
            found += [(part.label(f), f.anchor, error) for f in part.form for error in f.errors]
        return found

    def is_valid(self):
        rows = [rows.is_valid() for _, rows in self.row_sets]
        return all([self.head.is_valid(), self.sections.is_valid(), *rows])

    @property
    def is_whole(self):
        """Whether the request carried the whole page, so that what is not in it is meant to go."""
        return all(rows.management_form.is_valid() for _, rows in self.row_sets)

    def keep(self, *, seen, by):
        """Write the draft, or keep the text as it was typed while something in it is not right yet.

        Says whether the plan itself was written. Raises Collision when it is no longer at version `seen`.
        """
        if not self.is_whole:
            return False
        is_valid = self.is_valid()
        plan = self.head.save(commit=False) if is_valid else copy.copy(self.plan)
        plan.unfinished = {} if is_valid else _typed(self.data)
        plan.edited_by, plan.edited_at = by, now()
        with transaction.atomic():
            plan.save_unless_changed(seen)
            if is_valid:
                self._write_parts(plan)
        self.plan = plan
        return is_valid

    def _write_parts(self, plan):
        self.head.save_m2m()
        bodies = self.sections.cleaned_data
        _replace(
            plan.sections,
            [PlanSection(plan=plan, kind=kind, body=bodies[kind]) for kind in SectionKind if bodies[kind]],
        )
        criteria = [
            row
            for kind, rows in self.criteria.items()
            for row in _numbered(_instances(rows, plan=plan, subject_kind=kind))
        ]
        _replace(plan.criteria, criteria)
        milestones = _write_milestones(plan, self.milestones)
        assignments = _numbered(_instances(self.assignments, plan=plan))
        for assignment in assignments:
            assignment.milestone = milestones.get(assignment.milestone_id)
        _replace(plan.assignments, assignments)

    def differences(self):
        """Where the text that was typed differs from the plan as it is saved now."""
        saved, typed = Draft(self.plan).places(), self.places()
        return [
            Difference(label, anchor, saved[anchor][1], text)
            for anchor, (label, text) in typed.items()
            if saved[anchor][1] != text
        ]

    def places(self):
        """{anchor: (label, text)} of everything that can be typed, as people read it."""
        found = {f.anchor: (f.label, shown(f)) for form in (self.head, self.sections) for f in form}
        for title, rows in self.row_sets:
            lines = (" · ".join(filter(None, map(shown, form))) for form in rows.forms)
            found[rows.prefix] = (title, "\n".join(filter(None, lines)))
        return found


def _named_rows(milestones):
    """{row: name and day} of the milestones on the page that have been saved before and are to stay."""
    rows = [form for form in milestones.forms if form["row"].value() and not form["DELETE"].value()]
    return {
        str(form["row"].value()): " · ".join(filter(None, [shown(form["name"]), shown(form["due_on"])]))
        for form in rows
    }


def _write_milestones(plan, rows):
    """{row: milestone}; a milestone keeps its row, so that the assignments of an open page still name it."""
    free, kept = set(plan.milestones.values_list("pk", flat=True)), []
    for form in rows.filled():
        milestone, row = form.instance, form.cleaned_data["row"]
        milestone.plan = plan
        if row in free:
            milestone.pk = row
        free.discard(row)
        milestone.save()
        kept.append((row, milestone))
    plan.milestones.exclude(pk__in=[milestone.pk for _, milestone in kept]).delete()
    return dict(kept)


def _assignable(plan):
    """What rows may name: the plan's unit, the units right below it, and those the plan already names."""
    unit = plan.unit
    near = Q(path__startswith=unit.path, depth__lte=unit.depth + 1)
    existing = Unit.objects.filter(near).existing()
    named = Unit.objects.filter(assignments__plan=plan)
    units = list((existing | named).distinct())
    names = names_apart(units)
    return {
        "units": {str(unit.pk): unit for unit in units},
        "names": {str(unit.pk): names[unit.pk] for unit in units},
    }


def new_row(plan, prefix, index):
    """One blank row of the rows called `prefix`; KeyError when the page has no such rows."""
    rows = {rows.prefix: rows for _, rows in Draft(plan).row_sets}[prefix]
    form = rows.empty_form
    form.prefix = rows.add_prefix(index)
    return form


def with_one_more_row(data):
    """The data of a request that asks for one more row, with that row in it."""
    data = data.copy()
    total = f"{data[ADD]}-TOTAL_FORMS"
    data[total] = str(int(data[total]) + 1)
    return data


def shown(field):
    """What stands in a field, in words: the labels of what is chosen, dates and text as typed."""
    value = field.value()
    if field.is_hidden:
        return ""
    if field.name == "DELETE":
        return "(bỏ)" if value else ""
    if choices := getattr(field.field, "choices", None):
        chosen = {str(getattr(one, "pk", one)) for one in (value if isinstance(value, list) else [value])}
        return "; ".join(str(label) for key, label in choices if str(key) in chosen - {""})
    return paragraphs(str(field.field.widget.format_value(value) or ""))


def _bodies(plan):
    return {section.kind: section.body for section in plan.sections.all()}


def _instances(rows, **fixed):
    """The objects of the rows that hold something, with `fixed` set on each."""
    instances = [form.instance for form in rows.filled()]
    for instance in instances:
        for name, value in fixed.items():
            setattr(instance, name, value)
    return instances


def _numbered(instances):
    for order, instance in enumerate(instances, start=1):
        instance.order = order
    return instances


def _replace(manager, instances):
    manager.all().delete()
    manager.bulk_create(instances)


def _typed(data):
    return {name: values for name, values in data.lists() if name not in NOT_CONTENT}


def _query(unfinished):
    data = QueryDict(mutable=True)
    for name, values in unfinished.items():
        data.setlist(name, values)
    return data
