"""The plainest valid object of every model, with no surprise in it; a module for each app."""

from tests.factories.awards import *  # noqa: F403
from tests.factories.campaigns import *  # noqa: F403
from tests.factories.core import *  # noqa: F403
from tests.factories.exemplars import *  # noqa: F403
from tests.factories.gatherings import *  # noqa: F403
from tests.factories.law import *  # noqa: F403
from tests.factories.organizations import *  # noqa: F403
from tests.factories.reports import *  # noqa: F403
