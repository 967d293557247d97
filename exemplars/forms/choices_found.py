"""Fields of several choices whose choices are found by words: too many to list, few of them wanted."""

from core.filters import matching

FOUND_AT_MOST = 12


class FindsChoices:
    """For forms: `finding` maps each such field to the box by which more of its choices are found.

    Offered are those chosen, and those that the words in the box find. A view that was sent `find` shows
    the form again with `as_typed`, unvalidated.
    """

    finding = {}

    def findable(self, name):
        """The rows among which the words are looked for."""
        raise NotImplementedError

    def kept(self, name):
        """The pks that the record has already, whether the person may see them or not."""
        return [row.pk for row in getattr(self.instance, name).all()] if self.instance.pk else []

    def offer(self, name):
        """Narrow the field to what was found and chosen; what the record has is chosen at first."""
        seen, kept = self.findable(name), self.kept(name)
        self.initial.setdefault(name, kept)
        typed = self[self.finding[name]].value() or ""
        found = [row.pk for row in matching(seen, typed)[:FOUND_AT_MOST]] if typed.strip() else []
        chosen = [pk for pk in self[name].value() or [] if str(pk).isdigit()]
        asked = seen.filter(pk__in=[*found, *chosen]) | seen.model.objects.filter(pk__in=kept)
        self.fields[name].queryset = asked.distinct()

    @property
    def shown_sections(self):
        """[(box, field)] as the page draws them."""
        return [(self[box], self[name]) for name, box in self.finding.items()]

    @property
    def apart(self):
        return {*self.finding, *self.finding.values()}


def as_typed(sent, form_class):
    """What was sent as the initial values of a form that is not checked yet."""
    several = form_class.finding
    return {name: sent.getlist(name) if name in several else sent[name] for name in sent}
