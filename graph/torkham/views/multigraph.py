"""The story as a networkx graph, for notebooks, Gephi and Cytoscape."""

import networkx as nx

from torkham.views.bundles import radii
from torkham.views.records import Story


def graph(story: Story) -> "nx.MultiDiGraph[str]":
    """Nodes by IRI with label, type and mentions; one edge for each fact between two nodes, with its evidence.

    All attributes are strings or numbers, so that every format that networkx writes can hold them. Figures that
    dispute each other are joined by an edge of relation 'Dispute'.
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, radius in zip(story.nodes, radii(story), strict=True):
        names = " | ".join(sorted({name.text for name in node.names}))
        made.add_node(
            node.key,
            label=node.label,
            type=node.type,
            mentions=node.mentions,
            names=names,
            same_as=" | ".join(node.same_as),
            size=radius,
        )
    for index, fact in enumerate(story.facts):
        speakers = " | ".join(story.nodes[node].label for node in fact.nodes("speaker"))
        for edge in fact.edges:
            made.add_edge(
                story.nodes[edge.source].key,
                story.nodes[edge.target].key,
                label=edge.label,
                relation=fact.relation,
                modality=fact.modality,
                attributed_to=speakers,
                date=fact.date,
                fact=fact.key,
                document=fact.document,
                sentence=fact.sentence,
            )
        for other in fact.disputes:
            if other > index:
                ends = [story.nodes[story.facts[side].nodes("figure")[0]].key for side in (index, other)]
                made.add_edge(ends[0], ends[1], label="disputes", relation="Dispute")
    return made
