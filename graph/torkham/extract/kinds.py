"""Types of the ontology that the rules of reading treat alike."""

BODIES = frozenset(
    {
        "State",
        "GovernmentBody",
        "DeFactoAuthority",
        "ArmedGroup",
        "IntergovernmentalOrganization",
        "NonGovernmentalOrganization",
        "NewsOrganization",
        "Company",
        "Coalition",
    }
)
"""What speaks and acts as one, though many stand behind it."""

RULERS = frozenset({"State", "DeFactoAuthority"})
"""Who governs a country."""
