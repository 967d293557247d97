"""The access table: what each role is answered at each address, for its own, a lower and a foreign unit.

Rows stand in `tests/access/<app>.py`, in a list named ROWS, one to three lines each:

    page("campaigns:plans", others=200)
    page("campaigns:plan", draft_plan, standing="200 404 404", chairman="200 404 404", others=404)
    form("campaigns:plan-edit", draft_plan, standing="200 404 404", others=404)
    action("campaigns:plan-submit", draft_plan, standing="302 404 404", others=404, data={"note": "x"})

`page` is a GET, `action` a POST, `form` both: a GET as the row says, and a POST that is answered `posted`
(422 by default: the form was sent empty) wherever the GET is answered 200.

The second argument makes the object: a function of a unit (`def draft_plan(unit)`, or a factory, called
with `unit=`), or of a unit and the person who asks (`def called_session(unit, person)`). The address gets
its pk, or what `args(object)` returns. Without it the address takes no arguments, and the place does not
matter.

An answer is one status for every place, or three: own, subordinate, foreign.

    role                                          own        subordinate  foreign
    officer, head                                 commune    hamlet       sister commune
    standing, member, chairman, clerk,            district   commune      foreign district
        administrator

`others` speaks for the roles not named. The anonymous visitor is sent to sign in (SIGN_IN) unless the row
says otherwise. A method that no row of an address names must be answered 405.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import signature

from django.urls import reverse

PLACES = ("own", "subordinate", "foreign")
UNITS = {
    **dict.fromkeys(("officer", "head"), ("commune", "hamlet", "sister")),
    **dict.fromkeys(
        ("anonymous", "standing", "member", "chairman", "clerk", "administrator"),
        ("district", "commune", "foreign"),
    ),
}
ROLES = tuple(UNITS)
SIGN_IN = "sign-in"  # a redirect to the sign-in page that leads back afterwards


@dataclass(frozen=True)
class Row:
    """What one address answers to one method: `answers` is {role: (own, subordinate, foreign)}."""

    name: str
    method: str
    make: Callable | None
    answers: dict
    args: Callable
    data: dict = field(default_factory=dict)

    def cases(self):
        """(role, {place: answer}) for every role; one place where the place does not matter."""
        for role, answers in self.answers.items():
            places = PLACES if self.make and role != "anonymous" else PLACES[:1]
            yield role, dict(zip(places, answers, strict=False))

    @property
    def is_personal(self):
        """Whether what is made depends on who asks for it."""
        return self.make is not None and "person" in signature(self.make).parameters

    def address(self, unit, person=None):
        """The address of an object made in `unit`."""
        if self.make is None:
            return reverse(self.name)
        asker = {"person": person} if self.is_personal else {}
        return reverse(self.name, args=self.args(self.make(unit=unit, **asker)))


def page(name, make=None, *, args=None, data=None, **answers):
    """A GET; `data` is its query."""
    return [_row(name, "get", make, args, data, answers)]


def action(name, make=None, *, args=None, data=None, **answers):
    """A POST of `data`."""
    return [_row(name, "post", make, args, data, answers)]


def form(name, make=None, *, posted=422, args=None, data=None, **answers):
    """A page with a form: a GET, and a POST of `data` answered `posted` where the GET is answered 200."""
    asked, sent = (_row(name, method, make, args, None, answers) for method in ("get", "post"))
    sent.data.update(data or {})
    for role, statuses in sent.answers.items():
        sent.answers[role] = tuple(posted if status == 200 else status for status in statuses)
    return [asked, sent]


def _row(name, method, make, args, data, answers):
    return Row(name, method, make, _every_role(name, answers), args or (lambda made: [made.pk]), data or {})


def _every_role(name, answers):
    """{role: an answer for each place}; ValueError when one is missing or speaks for no role."""
    if unknown := answers.keys() - {"others", *ROLES}:
        raise ValueError(f"{name}: there is no role {', '.join(sorted(unknown))}")
    others = answers.get("others")
    given = {role: answers.get(role, SIGN_IN if role == "anonymous" else others) for role in ROLES}
    if missing := [role for role, answer in given.items() if answer is None]:
        raise ValueError(f"{name}: no answer for {', '.join(missing)}")
    return {role: _every_place(answer) for role, answer in given.items()}


def _every_place(answer):
    if isinstance(answer, str) and answer != SIGN_IN:
        own, subordinate, foreign = map(int, answer.split())
        return own, subordinate, foreign
    return (answer,) * len(PLACES)
