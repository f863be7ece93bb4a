"""Pages and linked data, and a server that stays up whatever comes."""

import asyncio
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from fixtures.machine import require_tool
from fixtures.serving import free_port, running, wait_for
from torkham.errors import QueryError
from torkham.server.app import application
from torkham.server.pool import Pool
from torkham.server.worker import Job

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_a_thing_as_page_and_as_triples(url: str) -> None:
    page = httpx.get(f"{url}/id/actor/unhcr", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "<mark>urged</mark>" in page.text
    assert 'href="/id/actor/pakistan"' in page.text.replace("'", '"')
    assert "default-src 'self'" in page.headers["content-security-policy"]
    turtle = httpx.get(f"{url}/id/actor/unhcr", headers={"Accept": "text/turtle"})
    subjects = {quad.subject.value for quad in ox.parse(turtle.content, format=ox.RdfFormat.TURTLE)}
    assert "https://w3id.org/torkham/id/actor/unhcr" in subjects
    assert httpx.get(f"{url}/id/actor/unhcr", headers={"Accept": "image/png"}).status_code == 406


def test_every_link_of_a_page_leads_somewhere(url: str) -> None:
    page = httpx.get(f"{url}/id/actor/pakistan", headers={"Accept": "text/html"}).text
    links = {part.split("'")[0] for part in page.split("href='")[1:] if part.startswith("/")}
    assert len(links) > 8
    for link in sorted(links):
        assert httpx.get(f"{url}{link}".replace("&amp;", "&")).status_code == 200, link


def test_network_editor_and_search(url: str) -> None:
    assert "Sarfraz Bugti" in httpx.get(f"{url}/", timeout=60).text
    editor = httpx.get(f"{url}/sparql", headers={"Accept": "text/html"}).text
    assert '<option value="disputes">' in editor
    found = httpx.get(f"{url}/find", params={"q": '<script>"'}).text
    assert "<script>&" not in found
    assert "/id/actor/unhcr" in httpx.get(f"{url}/find", params={"q": "refugee agency"}).text


@pytest.mark.parametrize(
    "path",
    [
        "/id/../../../../etc/passwd", "/id/%2e%2e/%2e%2e/etc/passwd", "/id/", "/id/actor/nobody", "/id/%00", "/id/<x>",
        "/id/%ff%fe", "/assets/../app.py", "/assets/%2e%2e%2fapp.py", "/assets/yasgui/LICENSE", "/about",
        "/about?iri=file:///etc/passwd", "/about?iri=%00", "/nothing",
        "/id/actor/unhcr>%20%7D%20%23", "/find", "/find?q=%22", "/id/" + "a" * 5000,
    ],
)  # fmt: skip
def test_paths_that_lead_nowhere_are_a_4xx(url: str, path: str) -> None:
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("latin-1"))
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert answer.split()[1].startswith(b"4"), answer[:200]
    assert b"root:" not in answer
    assert b"Traceback" not in answer


def test_a_stranger_may_not_call_it_by_another_name(url: str) -> None:
    assert httpx.get(f"{url}/sparql", params={"query": "ASK {}"}, headers={"Host": "evil.example"}).status_code == 400


def test_ten_megabytes_and_a_stalled_client_harm_nobody(url: str) -> None:
    long = "ASK { ?s ?p ?o } #" + "x" * 10_000_000
    assert (
        httpx.post(f"{url}/sparql", content=long, headers={"Content-Type": "application/sparql-query"}).status_code
        == 413
    )
    long = "ASK { ?s ?p ?o } #" + "x" * 2_000_000
    assert (
        httpx.post(f"{url}/sparql", content=long, headers={"Content-Type": "application/sparql-query"}).status_code
        == 400
    )
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as stalled:
        stalled.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n")
        assert httpx.get(f"{url}/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_a_query_that_takes_too_long_is_ended_and_the_next_one_answered(graph_file: Path) -> None:
    with running(graph_file, 1.5) as url:
        with ThreadPoolExecutor(8) as clients:
            answers = list(
                clients.map(lambda _: httpx.get(f"{url}/sparql", params={"query": SLOW}, timeout=60), range(8))
            )
        assert {answer.status_code for answer in answers} == {503}
        assert httpx.get(f"{url}/sparql", params={"query": "ASK {}"}, timeout=30).json()["boolean"] is True


def test_ctrl_c_ends_it_at_once_and_tells_who_still_waits(graph_file: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "torkham", "serve", "--graph", str(graph_file), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/assets/page.css", process)
        with ThreadPoolExecutor(1) as clients:
            waiting = clients.submit(httpx.get, f"{url}/sparql", params={"query": SLOW}, timeout=60)
            time.sleep(1.5)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
            answer = waiting.result()
    finally:
        process.kill()
    assert (process.returncode, out.decode()) == (0, f"{url}/  (Ctrl-C ends it)\n")
    assert (answer.status_code, answer.text) == (503, "the server is ending\n")
    assert b"Traceback" not in err


def test_an_answer_that_takes_too_long_breaks_off_in_sight_of_the_client(graph_file: Path) -> None:
    with running(graph_file, 1.5) as url:
        endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.get(f"{url}/sparql", params={"query": endless}, timeout=60)
        assert httpx.get(f"{url}/sparql", params={"query": "ASK {}"}, timeout=30).json()["boolean"] is True


@pytest.mark.parametrize(
    "nested", ["ASK " + "{" * 200_000 + "}" * 200_000, "ASK { FILTER " + "(" * 200_000 + "1" + ")" * 200_000 + " }"]
)
def test_a_query_that_overflows_the_engine_costs_only_its_process(url: str, nested: str) -> None:
    headers = {"Content-Type": "application/sparql-query"}
    answer = httpx.post(f"{url}/sparql", content=nested, headers=headers, timeout=60)
    assert answer.status_code == 400
    assert answer.text.count("\n") == 1
    assert httpx.get(f"{url}/sparql", params={"query": "ASK {}"}, timeout=60).json()["boolean"] is True


def test_a_query_that_eats_memory_costs_only_its_process(graph_file: Path) -> None:
    hungry = Job("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i", "text/csv", "text/turtle")

    async def ask() -> bytes:
        pool = Pool(graph_file, 1, 60, memory=200 * 1024**2)
        with pytest.raises(QueryError, match="out of memory"):
            await pool.ask(hungry)
        answer = await pool.ask(Job("ASK {}", "text/csv", "text/turtle"))
        pieces = [piece async for piece in answer.pieces()]
        pool.close()
        return b"".join(pieces)

    assert asyncio.run(ask()) == b"true"


@pytest.mark.parametrize("pays_from", [0, 10**9])
def test_a_graph_that_is_built_again_is_served_anew(tmp_path: Path, pays_from: int) -> None:
    graph = tmp_path / "graph.ttl"
    line = "<https://x.example/a> <https://x.example/p> {} .\n"
    graph.write_text(line.format(1))

    async def see() -> None:
        app = application(graph, pays_from=pays_from)
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://x") as client,
        ):

            async def values() -> list[str]:
                asked = {"query": "SELECT ?o { ?s ?p ?o }"}
                answer = await client.get("/sparql", params=asked, headers={"Accept": "text/csv"})
                return answer.text.split()[1:]

            assert await values() == ["1"]
            graph.write_text(line.format(22))
            assert await values() == ["22"]
            graph.write_text("half a gra")
            assert await values() == ["22"]
            graph.write_text(line.format(333))
            page = await client.get("/about", params={"iri": "https://x.example/a"}, headers={"Accept": "text/html"})
            assert "333" in page.text
            assert await values() == ["333"]

    asyncio.run(see())


def test_fifty_clients_at_once(url: str) -> None:
    query = "SELECT * { ?s ?p ?o }"

    def client(_: int) -> tuple[int, int]:
        answer = httpx.get(f"{url}/sparql", params={"query": query}, headers={"Accept": "text/csv"}, timeout=120)
        return answer.status_code, len(answer.content)

    with ThreadPoolExecutor(50) as clients:
        answers = set(clients.map(client, range(100)))
    assert len(answers) == 1
    assert answers.pop()[0] == 200


@pytest.mark.browser
def test_the_editor_works_without_the_internet(url: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_tool("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        asked: list[str] = []
        problems: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(f"{url}/sparql", wait_until="load")
        page.select_option("#question", "disputes")
        page.wait_for_selector(".yasr table td:has-text('4.4 million')", timeout=20_000)
        browser.close()
    assert not problems
    assert all(each.startswith((url, "data:", "blob:")) for each in asked), asked
