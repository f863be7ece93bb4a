"""What SHACL has to say of a graph, each violation tied to the document whose facts must be withheld."""

import msgspec


class Violation(msgspec.Struct, frozen=True, order=True):
    """One thing that a shape refuses. ``document`` is the id of the document whose graph holds the node, None where it
    is the resolution or an actor that is at fault; ``path`` is empty where the node as a whole is."""

    document: str | None
    node: str
    path: str
    message: str


class Report(msgspec.Struct, frozen=True):
    """All violations of a graph, sorted; none means that it conforms."""

    violations: tuple[Violation, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether every shape is satisfied."""
        return not self.violations

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents whose facts must be withheld."""
        return tuple(sorted({v.document for v in self.violations if v.document is not None}))

    @property
    def resolution(self) -> tuple[Violation, ...]:
        """The violations that no single document causes: they fail the build."""
        return tuple(violation for violation in self.violations if violation.document is None)

    def lines(self) -> list[str]:
        """One line for each violation, for people."""
        return [
            f"{v.document or 'resolution'}: {v.message} ({v.node}{f', {v.path}' if v.path else ''})"
            for v in self.violations
        ]
