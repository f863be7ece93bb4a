"""The redirects for w3id.org, asked of a real Apache on loopback: each IRI that we give leads where its client can read."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from fixtures.machine import require_tool
from fixtures.serving import free_port, wait_for
from torkham import resources
from torkham.vocabulary import VERSION

pytestmark = pytest.mark.store

SITE = "https://torkham.github.io/torkham"
MODULES = Path("/usr/lib/apache2/modules")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PROTEGE = "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09"
CONFIGURATION = """ServerName localhost
Listen 127.0.0.1:{port}
{modules}
User www-data
Group www-data
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
DocumentRoot {folder}/www
<Directory {folder}/www>
  AllowOverride All
  Require all granted
</Directory>
"""


@pytest.fixture(scope="module")
def apache() -> Iterator[str]:
    """Apache with our folder of w3id.org and nothing else; www-data must be able to read it, so it is no tmp_path."""
    program, port = require_tool("apache2"), free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "www" / "torkham").mkdir(parents=True)
        shutil.copy(resources.ontology() / "w3id" / ".htaccess", folder / "www" / "torkham")
        wanted = ("mpm_event", "authz_core", "rewrite")
        modules = "\n".join(f"LoadModule {each}_module {MODULES}/mod_{each}.so" for each in wanted)
        text = CONFIGURATION.format(port=port, folder=folder, modules=modules)
        (folder / "apache.conf").write_text(text, "utf-8")
        process = subprocess.Popen([program, "-X", "-d", name, "-f", str(folder / "apache.conf")])
        try:
            wait_for(f"http://127.0.0.1:{port}/", process)
            yield f"http://127.0.0.1:{port}/torkham/"
        finally:
            process.terminate()
            process.wait(20)


@pytest.mark.parametrize(
    ("path", "accept", "target"),
    [
        ("ontology", "text/turtle", "ontology.ttl"),
        ("ontology", PROTEGE, "ontology.ttl"),
        ("ontology", BROWSER, "reference/"),
        ("ontology", "*/*", "reference/"),
        ("ontology", None, "reference/"),
        (f"ontology/{VERSION}", "text/turtle", f"{VERSION}/ontology.ttl"),
        (f"ontology/{VERSION}", BROWSER, f"{VERSION}/reference/"),
        ("alignments", "text/turtle", "ontology.ttl"),
        ("codes/cameo", BROWSER, "ontology.ttl"),
        ("shapes", "text/turtle", "reference/shapes.ttl"),
        ("id/dataset", "text/turtle", "graph.ttl"),
        ("id/dataset", "application/ld+json", "graph.jsonld"),
        ("id/dataset", "application/trig", "graph.trig"),
        ("id/dataset", BROWSER, "graph.html"),
        ("id/dataset/graph.trig", None, "graph.trig"),
        ("id/actor/pakistan", "text/turtle", "id/actor/pakistan"),
        ("id/actor/pakistan", BROWSER, "id/actor/pakistan"),
        ("id/passage/003_826706e300eed267-310-327", None, "id/passage/003_826706e300eed267-310-327"),
        ("", BROWSER, ""),
    ],
)
def test_each_iri_leads_to_what_its_client_reads(apache: str, path: str, accept: str | None, target: str):
    answer = httpx.get(apache + path, headers={} if accept is None else {"Accept": accept}, timeout=20)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{SITE}/{target}"


def test_what_is_not_ours_is_not_found(apache: str):
    for path in ("ontology.php", "ontology/0.1", "codes/other", "id"):
        assert httpx.get(apache + path, timeout=20).status_code == 404, path


def test_every_namespace_of_ours_in_a_graph_leads_somewhere(apache: str, seeds_graph: list[Path]):
    """A namespace or document IRI, cut at its '#', of every IRI that the build writes."""
    ours = "https://w3id.org/torkham/"
    named = {
        term.value
        for path in seeds_graph
        for quad in ox.parse(path=str(path))
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(ours)
    }
    documents = {re.sub(r"^(id/[a-z]+/).*$", r"\1x", iri.removeprefix(ours).partition("#")[0]) for iri in named}
    assert {"ontology", "codes/cameo", "id/actor/x"} <= documents
    lost = [path for path in sorted(documents) if httpx.get(apache + path, timeout=20).status_code != 303]
    assert lost == []
