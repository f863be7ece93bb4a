# The network view: what it costs its reader, and its pictures. Slow; not part of `make test`.
.PHONY: bench-view picture-view
bench-view: setup  ## CPU seconds to open and to drag the page, beside plain pyvis
	$(BIN)/python tools/bench_view.py

picture-view: graph  ## the pictures in docs/images/, taken anew
	$(BIN)/python tools/picture_view.py
