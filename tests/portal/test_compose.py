import json
from pathlib import Path

import jsonschema
import pytest
import yaml

TOP = Path(__file__).parent.parent.parent
COMPOSE = yaml.safe_load((TOP / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
LASTING = {
    "postgres": "postgres:/var/lib/postgresql/data",
    "redis": "redis:/data",
    "web": "media:/data/media",
    "worker": "media:/data/media",
}


def test_the_compose_file_follows_the_specification():
    schema = json.loads((Path(__file__).parent / "compose_spec.json").read_text())

    jsonschema.Draft201909Validator(schema).validate(COMPOSE)


def test_it_has_all_that_the_portal_needs():
    assert set(SERVICES) == {"prepare", "web", "worker", "beat", "postgres", "redis", "proxy"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"prepare", "web"}))
def test_every_lasting_service_is_asked_for_its_health(name):
    assert SERVICES[name]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}


def test_the_image_asks_the_web_service_for_its_health():
    assert "HEALTHCHECK" in (TOP / "Dockerfile").read_text()
    assert "healthcheck" not in SERVICES["web"]


@pytest.mark.parametrize(("name", "volume"), list(LASTING.items()))
def test_what_must_last_is_in_a_named_volume(name, volume):
    assert volume in SERVICES[name]["volumes"]
    assert volume.split(":")[0] in COMPOSE["volumes"]


def test_only_the_proxy_can_be_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}


@pytest.mark.parametrize("name", ["SECRET_KEY", "POSTGRES_PASSWORD", "ALLOWED_HOSTS", "TLS_DIR"])
def test_no_secret_and_no_name_has_a_default(name):
    text = (TOP / "docker-compose.yml").read_text()

    assert text.count(f"${{{name}") == text.count(f"${{{name}:?") + text.count(f"${{{name}}}")
    assert f"${{{name}:?" in text
