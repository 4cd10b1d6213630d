"""Multi-state models: people seen in one of several states at irregular dates."""

from .documents import (
    compare, dependence, fit, fit_transitions, goodness, intervals, likelihood, merge, prevalence, protected_tables, quality,
    select, tables, transitions,
)  # fmt: skip
from .model import Answers, Fit, Model, Transitions, contrast, ratios, ratios_chart
from .panel import Panel

__all__ = [
    "Answers", "Fit", "Model", "Panel", "Transitions", "compare", "contrast", "dependence", "fit", "fit_transitions",
    "goodness", "intervals", "likelihood", "merge", "prevalence", "protected_tables", "quality", "ratios", "ratios_chart",
    "select", "tables", "transitions",
]
