"""SHACL in every build: ``validate`` a data set before it is written, ``validate_file`` a graph that is there."""

from torkham.validate.check import validate, validate_file
from torkham.validate.report import Report, Violation
from torkham.validate.shards import DOCUMENTS

__all__ = ["DOCUMENTS", "Report", "Violation", "validate", "validate_file"]
