"""Multi-state models: people seen in one of several states at irregular dates."""

from .documents import (
    dependence, fit, goodness, intervals, likelihood, prevalence, protected_tables, quality, select, tables,
)  # fmt: skip
from .model import Answers, Fit, Model, contrast, ratios, ratios_chart
from .panel import Panel

__all__ = [
    "Answers", "Fit", "Model", "Panel", "contrast", "dependence", "fit", "goodness", "intervals", "likelihood", "prevalence",
    "protected_tables", "quality", "ratios", "ratios_chart", "select", "tables",
]
