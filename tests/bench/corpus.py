"""Eight short articles of one sentence each, with every kind of fact between them: what the bench copies."""

from hashlib import sha256

from fixtures.words import Words
from torkham.model import (
    Actor,
    Article,
    Dating,
    Deadline,
    DeadlineChange,
    Dispute,
    Event,
    EventReport,
    FactRef,
    Figure,
    Member,
    Policy,
    Position,
    Publication,
    Reading,
    Resolution,
    ResolvedPolicy,
    Statement,
)

TEXTS = {
    "minister": "Sarfraz Bugti, Pakistan's interior minister, said 4.4 million Afghans live there.",
    "agency": "UNHCR said that 3.7 million Afghans live in Pakistan.",
    "plea": "UNHCR urged Islamabad to halt all deportations.",
    "border": "Pakistan has expelled 130 Afghans since November 1.",
    "plan": "Under the Repatriation Plan of Pakistan, foreigners must leave by December 31.",
    "pledge": "Pakistan assured the United States on October 9 that it would not deport Afghans.",
    "hearsay": "An official said 1.7 million foreigners face deportation, Dawn reported.",
    "crossing": "Police deported 130 Afghans through Torkham.",
}
DOCUMENTS = tuple(TEXTS)
_POLICY = "pakistan-repatriation-plan"


def eight() -> tuple[list[Article], list[Reading], Resolution]:
    """The articles, their readings and the resolution."""
    articles = [
        Article(id=name, source=f"{name}.txt", text=text, sha256=sha256(text.encode()).hexdigest(), title=text[:20])
        for name, text in TEXTS.items()
    ]
    return (
        articles,
        [_minister(), _agency(), _plea(), _border(), _plan(), _pledge(), _hearsay(), _crossing()],
        _resolution(),
    )


def _residents(w: Words, text: str, value: int, speaker: int, ground: tuple[int, ...]) -> tuple[Statement, Figure]:
    """Somebody says that so many Afghans (entity 1) live in the country."""
    said = w.at(w.text.partition(" said ")[2].removeprefix("that ").rstrip("."))
    who = {"attributed_to": (speaker,)}
    statement = Statement(**said, speaker=(speaker,), speaker_kind="named", mode="indirect", **who)
    bounds = {"value": value, "lower": value, "upper": value, "qualifier": "exact"}
    return statement, Figure(**w.at(text), **bounds, measure="resident", population=(1,), place=ground, **who)


def _reading(name: str, w: Words, **facts: object) -> Reading:
    empty = dict.fromkeys(("times", "positions", "events", "statements", "figures", "deadlines", "policies"), ())
    return Reading(document=name, sentences=w.sentences(), **(empty | facts))


def _minister() -> Reading:
    w = Words(TEXTS["minister"])
    statement, figure = _residents(w, "4.4 million", 4_400_000, 0, ())
    return _reading(
        "minister",
        w,
        entities=(
            w.entity("Person", "Sarfraz Bugti", "Sarfraz Bugti"),
            w.entity("Population", "Afghans", "Afghans"),
            w.entity("State", "Pakistan", "Pakistan", known="pakistan"),
        ),
        positions=(Position(**w.at("interior minister"), person=0, role="interior minister", organisation=2),),
        statements=(statement,),
        figures=(figure,),
    )


def _agency() -> Reading:
    w = Words(TEXTS["agency"])
    statement, figure = _residents(w, "3.7 million", 3_700_000, 0, (2,))
    return _reading(
        "agency",
        w,
        entities=(
            w.entity("IntergovernmentalOrganization", "UNHCR", "UNHCR", known="unhcr"),
            w.entity("Population", "Afghans", "Afghans"),
            w.entity("Place", "Pakistan", "Pakistan", known="place:pakistan"),
        ),
        statements=(statement,),
        figures=(figure,),
    )


def _plea() -> Reading:
    w = Words(TEXTS["plea"])
    appeal = {"type": "Appeal", "modality": "actual", "agent": (0,), "addressee": (1,)}
    return _reading(
        "plea",
        w,
        entities=(
            w.entity("IntergovernmentalOrganization", "UNHCR", "UNHCR", known="unhcr"),
            w.entity("State", "Pakistan", "Islamabad", known="pakistan"),
        ),
        events=(EventReport(**w.at("urged"), **appeal, request=w("to halt all deportations")),),
    )


def _border() -> Reading:
    w = Words(TEXTS["border"])
    expelled = {"type": "Expulsion", "modality": "actual", "agent": (0,), "patient": (1,), "time": 0}
    bounds = {"value": 130, "lower": 130, "upper": 130, "qualifier": "exact"}
    return _reading(
        "border",
        w,
        entities=(
            w.entity("State", "Pakistan", "Pakistan", known="pakistan"),
            w.entity("Population", "Afghans", "Afghans"),
        ),
        times=(w.time("November 1", edtf="XXXX-11-01", relation="since"),),
        events=(EventReport(**w.at("expelled"), **expelled),),
        figures=(Figure(**w.at("130"), **bounds, measure="expelled", population=(1,), time=0),),
    )


def _plan() -> Reading:
    w = Words(TEXTS["plan"])
    plan = Policy(
        type="RepatriationPlan",
        label="Repatriation Plan",
        named=True,
        mentions=(w("Repatriation Plan"),),
        issuer=(0,),
        targets=(1,),
        status="in-force",
    )
    return _reading(
        "plan",
        w,
        entities=(
            w.entity("State", "Pakistan", "Pakistan", known="pakistan"),
            w.entity("Population", "foreigners", "foreigners"),
        ),
        times=(w.time("December 31", edtf="XXXX-12-31", relation="by"),),
        deadlines=(Deadline(**w.at("December 31"), time=0, change="set", policy=0, set_by=(0,), applies_to=(1,)),),
        policies=(plan,),
    )


def _pledge() -> Reading:
    w = Words(TEXTS["pledge"])
    assured = {"type": "Assurance", "modality": "actual", "agent": (0,), "addressee": (1,), "time": 0}
    return _reading(
        "pledge",
        w,
        entities=(
            w.entity("State", "Pakistan", "Pakistan", known="pakistan"),
            w.entity("State", "United States", "United States", known="united-states"),
        ),
        times=(w.time("October 9", edtf="XXXX-10-09"),),
        events=(EventReport(**w.at("assured"), **assured),),
    )


def _hearsay() -> Reading:
    w = Words(TEXTS["hearsay"])
    bounds = {"value": 1_700_000, "lower": 1_700_000, "upper": 1_700_000, "qualifier": "exact"}
    told = {"attributed_to": (0,), "via": (2,)}
    return _reading(
        "hearsay",
        w,
        entities=(
            w.entity("UnnamedSource", "official", "official"),
            w.entity("Population", "foreigners", "foreigners"),
            w.entity("NewsOrganization", "Dawn", "Dawn", known="dawn"),
        ),
        figures=(Figure(**w.at("1.7 million"), **bounds, **told, measure="targeted", population=(1,)),),
    )


def _crossing() -> Reading:
    w = Words(TEXTS["crossing"])
    deported = {"type": "Expulsion", "modality": "actual", "agent": (0,), "patient": (1,), "place": (2,)}
    return _reading(
        "crossing",
        w,
        entities=(
            w.entity("GovernmentBody", "police", "Police"),
            w.entity("Population", "Afghans", "Afghans"),
            w.entity("Place", "Torkham", "Torkham", known="place:torkham"),
        ),
        events=(EventReport(**w.at("deported"), **deported),),
    )


def _actor(kind: str, label: str, key: str, *members: tuple[str, int], known: bool = False) -> Actor:
    made = tuple(Member(document, entity, "same name") for document, entity in members)
    return Actor(key=key, type=kind, label=label, members=made, known=known)


def _event(kind: str, key: str, document: str) -> Event:
    ref = FactRef(document, "event", 0)
    return Event(key=key, type=kind, reports=(ref,), reason="one report", contested=False)


def _resolution() -> Resolution:
    days = {"border": "2023-11-01", "plan": "2023-12-31", "pledge": "2023-10-09"}
    return Resolution(
        actors=(
            _actor("Person", "Sarfraz Bugti", "sarfraz-bugti", ("minister", 0)),
            _actor("IntergovernmentalOrganization", "UNHCR", "unhcr", ("agency", 0), ("plea", 0), known=True),
            _actor(
                "State",
                "Pakistan",
                "pakistan",
                ("minister", 2),
                ("plea", 1),
                ("border", 0),
                ("plan", 0),
                ("pledge", 0),
                known=True,
            ),
            _actor("Place", "Pakistan", "place:pakistan", ("agency", 2), known=True),
            _actor("Population", "Afghans", "afghans", ("minister", 1), ("agency", 1), ("border", 1), ("crossing", 1)),
            _actor("Population", "foreigners", "foreigners", ("plan", 1), ("hearsay", 1)),
            _actor("State", "United States", "united-states", ("pledge", 1), known=True),
            _actor("UnnamedSource", "official", "hearsay-official", ("hearsay", 0)),
            _actor("NewsOrganization", "Dawn", "dawn", ("hearsay", 2), known=True),
            _actor("GovernmentBody", "police", "police", ("crossing", 0)),
            _actor("Place", "Torkham", "place:torkham", ("crossing", 2), known=True),
        ),
        datings=tuple(
            Dating(document=name, time=0, value=day, precision="day", basis="inferred", why=f"worked out: {day}")
            for name, day in days.items()
        ),
        publications=tuple(
            Publication(document=name, value="2023-11-10", basis="inferred", why="a Friday") for name in DOCUMENTS
        ),
        events=(
            _event("Appeal", "appeal-unhcr-pakistan", "plea"),
            _event("Expulsion", "2023-11-expulsion-pakistan-afghans", "border"),
            _event("Assurance", "2023-10-09-assurance-pakistan", "pledge"),
            _event("Expulsion", "expulsion-police-afghans", "crossing"),
        ),
        disputes=(
            Dispute(a=FactRef("minister", "figure", 0), b=FactRef("agency", "figure", 0), why="both count Afghans"),
        ),
        policies=(
            ResolvedPolicy(
                key=_POLICY,
                type="RepatriationPlan",
                label="Repatriation Plan",
                status="in-force",
                issuer=("pakistan",),
                targets=("foreigners",),
                announced="2023-10",
                members=(("plan", 0),),
            ),
        ),
        deadlines=(
            DeadlineChange(
                deadline=FactRef("plan", "deadline", 0),
                policy=_POLICY,
                date="2023-12-31",
                previous=None,
                change="set",
                announced=None,
            ),
        ),
        corrections=(),
    )
