"""Words per second of processor time, the study's numpy path and ours in turn; and how long importing and loading take.

    python -m train.speed TREEBANKS STUDY

Texts are paragraphs of five PUD sentences; each system reads them three times, in turn, on one thread, and the best
time of each counts. Both tokenise, tag, parse, name and lemmatise.
"""

import subprocess
import sys
import time
from pathlib import Path

import spacy
from threadpoolctl import threadpool_limits

from torkham import resources
from train import measure
from train.conllu import treebank

PER_PARAGRAPH, ROUNDS, TEXTS = 5, 3, 60
LOADING = (
    "import time; t = time.process_time(); from torkham.annotate import load; load(); print(time.process_time() - t)"
)


def main(treebanks: Path, study: Path) -> None:
    """Print the figures."""
    loading = subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True).stdout
    print(f"import and load: {float(loading):.2f} s of processor time")
    sentences = list(treebank(treebanks / "UD_English-PUD" / "en_pud-ud-test.conllu"))
    raw = [" ".join(s.text for s in sentences[i : i + PER_PARAGRAPH]) for i in range(0, len(sentences), PER_PARAGRAPH)]
    raw = raw[:TEXTS]
    words = sum(map(len, spacy.blank("en").pipe(raw)))
    systems = {"study": measure.study(study), "torkham": measure.ours(resources.english(), joined=True)}
    best = dict.fromkeys(systems, float("inf"))
    with threadpool_limits(limits=1):
        for _ in range(ROUNDS):
            for name, system in systems.items():
                begun = time.process_time()
                for _doc in system(raw):
                    pass
                best[name] = min(best[name], time.process_time() - begun)
    for name, seconds in best.items():
        print(f"{name}: {words / seconds:.0f} words/s")
    print(f"ratio: {best['study'] / best['torkham']:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
