"""Multi-state models: people seen in one of several states at irregular dates."""

from .model import Answers, Fit, Model, contrast, ratios, ratios_chart
from .panel import Panel

__all__ = ["Answers", "Fit", "Model", "Panel", "contrast", "ratios", "ratios_chart"]
