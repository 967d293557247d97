"""`manage.py serve`: one command starts everything, and nothing outlives it."""

import os
import signal
import socket

import pytest

from tests.machine import MANAGE, eventually, fetch, free_port

pytestmark = pytest.mark.worker


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def supervisor(machine, port):
    process = machine.start(*MANAGE, "serve", f"--port={port}")
    eventually(lambda: fetch(f"http://127.0.0.1:{port}/healthz")[0] == 200 and len(machine.processes()) >= 7)
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_ends_all_that_it_started(machine, supervisor, number):
    supervisor.send_signal(number)

    assert supervisor.wait(timeout=20) == 0
    assert machine.processes() == set()


def test_killed_outright_it_leaves_no_process_behind(machine, supervisor):
    supervisor.kill()
    supervisor.wait()

    assert eventually(lambda: machine.processes() == set())


def test_a_web_server_that_dies_is_started_again(machine, supervisor, port):
    before = machine.processes()
    web = _child(supervisor, "gunicorn")

    os.kill(web, signal.SIGKILL)

    assert eventually(lambda: machine.processes() - before)
    assert eventually(lambda: fetch(f"http://127.0.0.1:{port}/healthz")[0] == 200)


def test_a_port_in_use_is_said_in_one_line(machine, port, capfd):
    with socket.create_server(("127.0.0.1", port)):
        started = machine.start(*MANAGE, "serve", f"--port={port}")

        assert started.wait(timeout=20) == 1
    assert f"Port {port} is in use." in capfd.readouterr().err


def _child(process, name):
    """The number of the process that `process` started with `name` in its command."""
    with open(f"/proc/{process.pid}/task/{process.pid}/children") as children:
        numbers = [int(number) for number in children.read().split()]
    return next(n for n in numbers if name.encode() in open(f"/proc/{n}/cmdline", "rb").read())
