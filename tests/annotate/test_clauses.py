"""Clauses that the parser hangs in the wrong place: each row is a parse as it comes, and what it must become."""

import pytest
import spacy
from spacy.tokens import Doc

from torkham.annotate.clauses import rehung

PARSES = [
    (
        "Some|DT|det|2 30,000|CD|nummod|2 people|NNS|nsubj|8 left|VBN|acl|2 in|IN|case|5 June|NNP|obl|3 "
        ",|,|punct|3 IOM|NNP|nsubj|8 said|VBD|root|8 ,|,|punct|13 with|IN|case|12 12,000|CD|nummod|12 "
        "returns|NNS|obl|8 recorded|VBN|acl|12 .|.|punct|8",
        {2: "NNS|nsubj|3", 3: "VBD|ccomp|8"},
    ),
    (
        "Iran|NNP|nsubj|1 plans|VBZ|root|1 to|TO|mark|3 expel|VB|xcomp|1 2|CD|compound|5 "
        "million|CD|nummod|6 Afghans|NNPS|obj|3 ,|,|punct|9 on|IN|case|9 top|NN|obl|3 of|IN|case|13 "
        "the|DT|det|13 1.3|CD|compound|13 million|CD|nmod|9 it|PRP|nsubj|15 says|VBZ|parataxis|1 "
        "it|PRP|nsubj|17 removed|VBD|ccomp|15 .|.|punct|15",
        {15: "VBZ|parataxis|17", 17: "VBD|acl:relcl|13"},
    ),
    (
        "The|DT|det|1 ministry|NN|nsubj|2 had|VBD|ccomp|6 on|IN|case|5 October|NNP|nmod:unmarked|5 "
        "15|CD|obl|2 told|VBD|root|6 camp|NN|compound|8 residents|NNS|iobj|6 to|TO|mark|10 "
        "vacate|VB|xcomp|6 their|PRP$|nmod:poss|12 houses|NNS|obj|10 .|.|punct|6",
        {1: "NN|nsubj|6", 2: "VBD|aux|6", 5: "CD|obl|6", 6: "VBN|root|6"},
    ),
    (
        "The|DT|det|2 second|JJ|amod|2 group|NN|nsubj|5 are|VBP|cop|5 the|DT|det|5 Syrians|NNPS|root|5 "
        ",|,|punct|8 who|WP|nsubj|8 number|NN|acl:relcl|5 2.7|CD|compound|10 million|CD|flat|8 "
        ".|.|punct|5",
        {8: "VBP|acl:relcl|5", 10: "CD|obj|8"},
    ),
    (
        "A|DT|det|2 special|JJ|amod|2 rapporteur|NN|nsubj|4 has|VBZ|aux|4 opened|VBN|root|4 an|DT|det|6 "
        'inquiry|NN|obj|4 into|IN|mark|10 what|WP|obj|10 he|PRP|nsubj|10 called|VBD|acl|6 "|``|punct|14 '
        "a|DT|det|14 blatant|JJ|amod|14 disregard|NN|xcomp|10 \"|''|punct|14 .|.|punct|4",
        {7: "IN|case|8", 8: "WP|nmod|6", 10: "VBD|acl:relcl|8"},
    ),
    (
        "Five|CD|nummod|1 men|NNS|nsubj:pass|3 were|VBD|aux:pass|3 held|VBN|ccomp|8 in|IN|case|5 "
        "Gao|NNP|obl|3 ,|,|punct|8 AFP|NNP|nsubj|8 quoted|VBD|root|8 Ali|NNP|obj|8 Moradi|NNP|flat|9 "
        "as|IN|mark|12 saying|VBG|advcl|8 .|.|punct|8",
        {3: "VBN|ccomp|12"},
    ),
    (
        "His|PRP$|nmod:poss|1 wife|NN|nsubj|2 handed|VBD|root|2 over|RB|advmod|4 60,000|CD|nummod|5 "
        "rupees|NNS|obj|2 .|.|punct|2",
        {3: "RP|compound:prt|2"},
    ),
    (
        "•|NFP|punct|7 Since|IN|case|2 September|NNP|obl|7 2023|CD|nmod:unmarked|2 ,|,|punct|2 "
        "845,000|CD|nsubj|7 have|VBP|aux|7 left|VBN|root|7 :|:|punct|7 IOM|NNP|root|9",
        {9: "NNP|parataxis|7"},
    ),
    (
        "The|DT|det|1 letter|NN|nsubj|2 asks|VBZ|root|2 Pakistan|NNP|iobj|2 to|TO|mark|5 "
        "approve|VB|xcomp|2 the|DT|det|8 International|NNP|amod|8 Organization|NNP|iobj|5 for|IN|case|10 "
        "Migration|NNP|nmod|8 's|POS|case|10 request|NN|obj|5 to|TO|mark|14 establish|VB|acl|12 "
        "a|DT|det|18 Resettlement|NNP|compound|17 Support|NNP|compound|18 Centre|NNP|obj|14 in|IN|case|20 "
        "Pakistan|NNP|nmod|18 .|.|punct|2",
        {8: "NNP|nmod:poss|12", 11: "POS|case|8"},
    ),
    (
        "A|DT|det|2 senior|JJ|amod|2 official|NN|nsubj|3 told|VBD|root|3 Reuters|NNP|iobj|3 "
        'that|IN|mark|8 his|PRP$|nmod:poss|7 country|NN|nsubj|8 had|VBD|ccomp|3 "|``|punct|12 '
        "no|DT|det|12 formal|JJ|amod|12 way|NN|obj|8 to|TO|mark|14 track|VB|acl|12 these|DT|det|16 "
        "kinds|NNS|obj|14 of|IN|case|18 cases|NNS|nmod|16 ,|,|punct|8 \"|''|punct|8 adding|VBG|advcl|3 "
        "that|IN|mark|35 the|DT|det|24 number|NN|nsubj|35 of|IN|case|26 Afghans|NNPS|nmod|24 "
        "deported|VBN|ccomp|21 while|IN|mark|29 awaiting|VBG|advcl|27 U.S.|NNP|compound|31 "
        'resettlement|NN|obj|29 was|VBD|cop|35 "|``|punct|35 very|RB|advmod|35 small|JJ|ccomp|3 '
        ".|.|punct|35 \"|''|punct|35",
        {27: "VBN|acl|26", 35: "JJ|ccomp|21"},
    ),
    (
        "Chad|NNP|nsubj|1 set|VBD|root|1 a|DT|det|3 deadline|NN|obj|1 for|IN|mark|7 migrants|NNS|nsubj|7 "
        "to|TO|mark|7 leave|VB|acl|3 ,|,|punct|11 with|IN|mark|11 those|DT|nsubj|11 failing|VBG|advcl|7 "
        "to|TO|mark|13 comply|VB|xcomp|11 facing|VBG|case|15 arrest|NN|obl|13 .|.|punct|1",
        {14: "VBG|acl|10", 15: "NN|obj|14"},
    ),
    (
        "Briefing|NN|compound|1 reporters|NNS|nsubj|14 after|IN|case|4 the|DT|det|4 meeting|NN|obl|8 "
        ",|,|punct|4 Safron|NNP|compound|7 Minister|NNP|nmod:desc|11 retired|VBD|ccomp|14 "
        "Lt|NNP|compound|10 Gen|NNP|nmod:desc|11 Abdul|NNP|obj|8 Qadir|NNP|flat|11 Baloch|NNP|flat|11 "
        "said|VBD|root|14 the|DT|det|16 government|NN|nsubj|17 had|VBD|ccomp|14 no|DT|det|19 "
        "intention|NN|obj|17 of|IN|mark|21 pushing|VBG|acl|19 them|PRP|obj|21 .|.|punct|14",
        {0: "VBG|advcl|14", 1: "NNS|obj|0", 4: "NN|obl|14", 8: "VBN|amod|11", 11: "NNP|nsubj|14"},
    ),
]
"""Words as ``form|tag|label|head``; a changed word's tag, label and head by its position."""
LEMMAS = {"called": "call", "handed": "hand"}


@pytest.mark.parametrize(("parse", "changed"), PARSES, ids=[one.split("|")[0] for one, _ in PARSES])
def test_a_clause_hangs_where_the_words_around_it_say(parse: str, changed: dict[int, str]) -> None:
    words, tags, labels, heads = zip(*(one.split("|") for one in parse.split(" ")), strict=True)
    kinds = {"N": "PROPN", "V": "VERB", "C": "NUM", "P": "PRON"}
    pos = ["NOUN" if tag in ("NN", "NNS") else kinds.get(tag[0], "X") for tag in tags]
    lemmas = [LEMMAS.get(word, word) for word in words]
    vocab = spacy.blank("en").vocab
    doc = Doc(vocab, words, tags=tags, pos=pos, lemmas=lemmas, deps=labels, heads=[int(one) for one in heads])
    rehung(doc)
    before = {i: f"{tag}|{label}|{head}" for i, (tag, label, head) in enumerate(zip(tags, labels, heads, strict=True))}
    after = {one.i: f"{one.tag_}|{one.dep_}|{one.head.i}" for one in doc}
    assert {i: one for i, one in after.items() if one != before[i]} == changed
