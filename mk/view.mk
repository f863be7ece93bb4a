# The network view: what it costs its reader. Slow; not part of `make test`.
.PHONY: bench-view
bench-view: setup  ## CPU seconds to open and to drag the page, beside plain pyvis
	$(BIN)/python tools/bench_view.py
