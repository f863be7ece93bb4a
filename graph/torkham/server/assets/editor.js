// The query editor: YASGUI on this server's endpoint, with the named questions as examples. Nothing else is asked.
const questions = JSON.parse(document.getElementById("questions").textContent);
const endpoint = new URL("/sparql", location.href).href;

Yasgui.Yasqe.forkAutocompleter("prefixes", { name: "prefixes-local", get: () => Promise.resolve([]) }, false);
Yasgui.defaults.requestConfig.endpoint = endpoint;
Yasgui.defaults.populateFromUrl = false;
Yasgui.defaults.yasqe.value = questions.figures ?? "SELECT * WHERE { ?s ?p ?o } LIMIT 20";
Yasgui.defaults.yasqe.autocompleters = [];

const yasgui = new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [], keys: [] },
});
yasgui.getTab()?.setEndpoint(endpoint);

document.getElementById("question").addEventListener("change", (event) => {
  const name = event.target.value;
  if (!name) return;
  yasgui.getTab().setQuery(questions[name]);
  yasgui.getTab().query();
});
