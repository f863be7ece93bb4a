"""Words and lemmas of news text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. left.", "The U.S. left ."),
        ("#AfghanEvac and # 5", "#AfghanEvac and # 5"),
        ("RFE/RL's men/women", "RFE/RL 's men / women"),
        ("(Photo by -/EPA)", "( Photo by -/ EPA )"),
        ("“We can’t,” he said", "“ We ca n’t , ” he said"),
        ("9,56,720 people", "9,56,720 people"),
        ('the Pipeline"The process', 'the Pipeline " The process'),
        ("their home.“We left", "their home . “ We left"),
        ('their home."Nobody left', 'their home . " Nobody left'),
        ("Lt. Gen. A. Khan", "Lt. Gen. A. Khan"),
        ("Rs. 500 on Sept. 15", "Rs. 500 on Sept. 15"),
        ("Anwar-ul-Haq", "Anwar - ul - Haq"),
        ("left.The minister", "left . The minister"),
    ],
)
def test_news_conventions(read: Callable[..., Doc], text: str, words: str) -> None:
    doc = read(text)
    assert [token.text for token in doc] == words.split()
    assert doc.text == text


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Their cases were expedited.", "expedited", "expedite"),
        ("Thousands were resettled abroad.", "resettled", "resettle"),
        ("Police detained the men.", "detained", "detain"),
        ("They deported the men.", "deported", "deport"),
        ("The families fled at night.", "fled", "flee"),
        ("Iran expelled the men.", "expelled", "expel"),
        ("The wall deterred them.", "deterred", "deter"),
        ("They were harassed and beaten.", "beaten", "beat"),
        ("The agency is repatriating refugees.", "repatriating", "repatriate"),
        ("The deadline was extended.", "extended", "extend"),
        ("Militants targeted the convoy.", "targeted", "target"),
        ("The women were evicted.", "women", "woman"),
        ("He urges restraint.", "urges", "urge"),
        ("The crises worsened.", "crises", "crisis"),
        ("He denied it.", "denied", "deny"),
    ],
)
def test_lemmas(read: Callable[..., Doc], text: str, word: str, lemma: str) -> None:
    assert [token.lemma_ for token in read(text) if token.text == word] == [lemma]
