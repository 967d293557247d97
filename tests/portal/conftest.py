import pytest

from tests.machine import Machine


@pytest.fixture(scope="module")
def machine(tmp_path_factory, shared_folder):
    """The portal on a machine of its own; whatever is started there ends with the test module."""
    machine = Machine(tmp_path_factory.mktemp("machine"))
    machine.make_database(shared_folder)
    yield machine
    machine.end_all()
    machine.drop_database()


@pytest.fixture(autouse=True)
def nothing_left_running(request):
    yield
    if "machine" in request.fixturenames:
        request.getfixturevalue("machine").end_all()
