"""Regressions, path models and models with latent variables, from rows or from a summary of them."""

from __future__ import annotations

from . import _meedoen
from .document import call, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal

    from .documents import LinearFit, LogisticFit, OrdinalFit, StructuralFit

__all__ = ["linear", "logistic", "ordinal", "structural"]


def linear(
    data: Any,
    model: str | Mapping[str, Any],
    *,
    standard_errors: Literal["ols", "hc0", "hc3"] | None = None,
    slopes: Sequence[Any] | None = None,
) -> LinearFit:
    """A linear regression.

    ``data`` is a table (polars, pandas, pyarrow, duckdb, a mapping of columns) or a summary: a dict with ``variables``,
    ``n`` and either ``covariance`` or ``correlations`` with ``sd``, and perhaps ``mean``. ``model`` is a formula such as
    ``"work ~ intention + skills + intention:skills"``, or a document with the formula and all options. ``slopes`` asks for the slope
    of a variable where others have given values: ``[("intention", {"skills": 1})]``.

    >>> import meedoen as md
    >>> fit = md.estimate.linear({"x": [1, 2, 3, 4], "y": [2.1, 3.9, 6.1, 7.9]}, "y ~ x")
    >>> [round(one.estimate.value, 2) for one in fit.coefficients]
    [0.1, 1.96]
    """
    return _fit("estimate.linear", data, "formula", model, standard_errors=standard_errors, slopes=_slopes(slopes))


def logistic(
    data: Any,
    model: str | Mapping[str, Any],
    *,
    slopes: Sequence[Any] | None = None,
    predictions: Sequence[Mapping[str, float]] | None = None,
) -> LogisticFit:
    """A logistic regression of an outcome of 0 and 1, with average marginal effects in percentage points.

    ``predictions`` asks for the chance where the variables have given values: ``[{"intention": 3, "skills": 4}]``.

    >>> import meedoen as md
    >>> fit = md.estimate.logistic({"x": [1, 2, 3, 4], "y": [0, 0, 1, 1]}, "y ~ x")
    >>> fit.findings[0].code, fit.coefficients[1].estimate.value
    ('separation', None)
    """
    points = None if predictions is None else [_values(one) for one in predictions]
    return _fit("estimate.logistic", data, "formula", model, slopes=_slopes(slopes), predictions=points)


def ordinal(
    data: Any,
    model: str | Mapping[str, Any],
    *,
    levels: Sequence[float] | None = None,
    weights: str | None = None,
    slopes: Sequence[Any] | None = None,
) -> OrdinalFit:
    """A proportional-odds regression of an outcome in ordered classes.

    >>> import meedoen as md
    >>> fit = md.estimate.ordinal({"x": [1, 2, 3, 4, 5, 6], "y": [1, 2, 1, 2, 2, 1]}, "y ~ x")
    >>> len(fit.thresholds)
    1
    """
    return _fit(
        "estimate.ordinal", data, "formula", model, levels=levels, weights=weights, slopes=_slopes(slopes)
    )


def structural(
    data: Any,
    model: str | Mapping[str, Any],
    *,
    likelihood: Literal["normal", "wishart"] | None = None,
    standard_errors: Literal["standard", "robust"] | None = None,
    scaling: Literal["marker", "variance"] | None = None,
    fixed_x: bool | None = None,
    missing: Literal["listwise", "fiml"] | None = None,
    baseline: Literal["exogenous-free", "all-independent"] | None = None,
    means: bool | None = None,
    bootstrap: int | None = None,
    seed: int | None = None,
) -> StructuralFit:
    """A path model on observed variables, or a model with latent variables.

    ``model`` is a text in the notation of lavaan, or a dict with ``relations`` and ``definitions``. Indirect and total
    effects come without asking.

    >>> import meedoen as md
    >>> data = {"variables": ["x", "m", "y"], "n": 100,
    ...     "correlations": [[1, 0.5, 0.3], [0.5, 1, 0.6], [0.3, 0.6, 1]]}
    >>> fit = md.estimate.structural(data, "m ~ x; y ~ m")
    >>> fit.indirect[0].path, round(fit.indirect[0].estimate.value, 6), fit.fit.df
    (('x', 'm', 'y'), 0.3, 1.0)
    """
    return _fit(
        "estimate.structural", data, "syntax", model, likelihood=likelihood, standard_errors=standard_errors,
        scaling=scaling, fixed_x=fixed_x, missing=missing, baseline=baseline, means=means, bootstrap=bootstrap, seed=seed,
    )  # fmt: skip


def _fit(operation: str, data: Any, name: str, model: Any, **options: Any) -> Any:
    given = {name: model} if isinstance(model, str) else {field: model[field] for field in model.keys()}
    model = given | {option: value for option, value in options.items() if value is not None}
    if _is_summary(data):
        return call(operation, {"data": data, "model": model})
    import json

    from ._plain import plain
    from .table import stream

    text = json.dumps(plain(model), ensure_ascii=False, allow_nan=False)
    if hasattr(data, "keys") and not hasattr(data, "__arrow_c_stream__"):
        # Columns that are copied on the way: only those whose name is somewhere in the model.
        named = [name for name in data.keys() if json.dumps(name, ensure_ascii=False).strip('"') in text]
        data = {name: data[name] for name in named} or data
    return parse(_meedoen.estimate_table(operation, text, stream(data)))


def _is_summary(data: Any) -> bool:
    if hasattr(data, "__arrow_c_stream__") or not hasattr(data, "keys"):
        return False
    names = set(data.keys())
    # A request that was written down has its columns in a field of that name.
    if names == {"columns"}:
        return isinstance(data["columns"], (list, tuple)) and all(hasattr(one, "keys") for one in data["columns"])
    return "variables" in names and bool(names & {"covariance", "correlations"})


def _slopes(slopes: Sequence[Any] | None) -> list[Any] | None:
    if slopes is None:
        return None
    return [{"of": one[0], "at": _values(one[1])} if isinstance(one, (tuple, list)) else one for one in slopes]


def _values(values: Mapping[str, float]) -> list[Any]:
    return [{"variable": name, "value": values[name]} for name in values.keys()]
