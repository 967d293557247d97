"""Units beside one another: many hamlets and schools have the same name."""

from collections import defaultdict

from organizations.models import Unit


def names_apart(units):
    """{pk: name}; where several have the same name, with what tells them apart in brackets."""
    units = list(units)
    marks = marks_apart(units)
    return {unit.pk: f"{unit.name} ({marks[unit.pk]})" if marks[unit.pk] else unit.name for unit in units}


def marks_apart(units):
    """{pk: what tells the unit from others of its name}, "" where no other has it.

    That is the unit above, and the code where even that is the same.
    """
    units = list(units)
    alike = _alike(units, lambda unit: unit.name)
    above = _names_above(alike)
    still_alike = {unit.pk for unit in _alike(alike, lambda unit: (unit.name, above[unit.pk]))}
    marks = dict.fromkeys((unit.pk for unit in units), "")
    for unit in alike:
        code = f"mã {unit.code}" if unit.pk in still_alike else ""
        marks[unit.pk] = ", ".join(filter(None, (above[unit.pk], code)))
    return marks


def _alike(units, key):
    """Those that share their key with another."""
    groups = defaultdict(list)
    for unit in units:
        groups[key(unit)].append(unit)
    return [unit for group in groups.values() if len(group) > 1 for unit in group]


def _names_above(units):
    """{pk: name of the unit right above}, "" at the top, in one query."""
    paths = {unit.pk: unit.path[: -Unit.steplen] for unit in units}
    above = Unit.objects.filter(path__in=set(paths.values()))
    names = dict(above.values_list("path", "name"))
    return {pk: names.get(path, "") for pk, path in paths.items()}
