"""Estimation side by side: meedoen, R's lavaan and MASS, semopy, statsmodels, pingouin and numpy.

Run from the root of the project, after `make build` and `.venv/bin/pip install -r benches/requirements.txt`:
`.venv/bin/python benches/estimate.py`. The R packages come with Debian's `r-cran-lavaan` and `r-cran-mass`. What is not
installed is skipped with a message. The script checks that both come to the same figures before it prints a ratio.
Every time is the least of several runs in one thread, with the model read, the figures reported, and ours read out.

What is timed:

* path, latent. Ours is the whole answer, of which nothing can be left out: estimates, standardised solutions with their
  standard errors, indirect and total effects, fit, explained variances, modification indices, sentences; through
  JSON. `lavaan` computes the same: the effects as definitions (with the delta method, where ours of two paths has the exact
  interval of a product), `standardizedSolution`, `fitMeasures`, `rsquare`, `modindices`. `lavaan_least` computes the
  estimates and the fit, and so less than ours. `semopy` gives estimates, standardised ones without standard errors, and
  fit; `semopy_least` the estimates only. lavaan reads no file: the rows are in R's memory.
* logistic. Ours has coefficients, standard errors and average marginal effects with theirs, and so has `statsmodels`;
  `statsmodels_least` has no effects. ordinal. Ours adds the effects; peers give coefficients and standard errors.
* alpha. Ours is a report: alpha with two intervals, omega, and for each item mean, deviation, correlation with the rest and
  alpha without it, of columns of whole numbers. `numpy` gives alpha and the figures of the items by way of covariances,
  `numpy_least` alpha alone by two sums, both of a matrix of floats that is there, in the order they like best. pingouin gives
  alpha and one interval.
"""

import argparse
import importlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import meedoen as md
import numpy as np

PATH = "intention ~ attitude + pressure + efficacy\nbehaviour ~ intention + skills + efficacy"
LATENT = """a =~ i0 + i1 + i2
p =~ i3 + i4 + i5
e =~ i6 + i7 + i8
s =~ i9 + i10 + i11
intention ~ a + p + e
behaviour ~ intention + s + e"""
# The same with every way through intention, for programs that compute effects only where they are asked.
EFFECTS = """intention ~ a1*attitude + a2*pressure + a3*efficacy
behaviour ~ b*intention + c1*skills + c2*efficacy
i1 := a1*b
i2 := a2*b
i3 := a3*b
total := a3*b + c2"""
LATENT_EFFECTS = LATENT.replace("a + p + e", "a1*a + a2*p + a3*e").replace("intention + s + e", "b*intention + s + c2*e") + """
i1 := a1*b
i2 := a2*b
i3 := a3*b
total := a3*b + c2"""
TERMS = ["attitude", "pressure", "efficacy", "skills", "intention"]
RIGHT = " + ".join(TERMS)


def people(rows, seed=1):
    """Determinants that go together, intention and behaviour that follow from them, and three items a determinant."""
    draw = np.random.default_rng(seed)
    shared = draw.normal(size=rows)
    own = [0.6 * shared + 0.8 * draw.normal(size=rows) for _ in range(4)]
    table = dict(zip(["attitude", "pressure", "efficacy", "skills"], own))
    table["intention"] = 0.4 * own[0] + 0.2 * own[1] + 0.3 * own[2] + 0.7 * draw.normal(size=rows)
    table["behaviour"] = 0.5 * table["intention"] + 0.3 * own[3] + 0.2 * own[2] + 0.8 * draw.normal(size=rows)
    table["yes"] = (table["behaviour"] + draw.logistic(size=rows) > 0.2).astype(float)
    latent = table["behaviour"] + draw.logistic(size=rows)
    table["class"] = np.digitize(latent, [-2.0, -0.5, 0.5, 2.0]).astype(float) + 1
    for item in range(12):
        table[f"i{item}"] = own[item // 3] * 0.8 + 0.6 * draw.normal(size=rows)
    return table


def answers(rows, items=28, seed=2):
    draw = np.random.default_rng(seed)
    shared = draw.normal(size=(rows, 1))
    return np.clip(np.rint(3 + 0.8 * shared + draw.normal(size=(rows, items))), 1, 5).astype(np.int8)


def least(function, repeats):
    """The least time of several runs in seconds, and what the last one gave."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = function()
        times.append(time.perf_counter() - start)
    return min(times), result


def coefficient(fit, term):
    return next(one.estimate.value for one in fit.coefficients if one.term == term)


def path_of(fit, left, right):
    return next(p.estimate.value for p in fit.parameters if (p.left, p.operator, p.right) == (left, "~", right))


def read_out(fit):
    """The figures of a structural model, as one reads them: an answer is only taken apart where it is read."""
    rows = [(one.left, one.operator, one.right, *figures(one.estimate), *figures(one.standardised)) for one in fit.parameters]
    effects = [figures(one.estimate) for one in (*fit.indirect, *fit.total)]
    changes = [(one.left, one.operator, one.right, one.chi_square) for one in fit.suggestions]
    return rows, effects, changes, dict(fit.fit), [(one.variable, one.value) for one in fit.r_squared]


def figures(one):
    return one.value, one.standard_error, one.statistic, one.p, one.low, one.high


def structural(table, model):
    fit = md.estimate.structural(table, model)
    read_out(fit)
    return fit


def with_r(task, columns, repeats, asked="all"):
    """The time and the figure that `estimate.R` prints; none where R or a package is missing."""
    if shutil.which("Rscript") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "data.csv"
        np.savetxt(file, np.column_stack(list(columns.values())), delimiter=",", header=",".join(columns), comments="")
        (Path(folder) / "model.txt").write_text(MODELS.get((task, asked), ""))
        script = Path(__file__).with_suffix(".R")
        run = subprocess.run(["Rscript", script, task, folder, str(repeats), asked], capture_output=True, text=True)
    if run.returncode:
        print(f"R did not do {task}: {(run.stderr.strip().splitlines() or ['?'])[-1]}")
        return None
    seconds, figure = map(float, run.stdout.split()[-2:])
    return seconds, figure


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed and is left out")
        return None


def line(task, rows, ours, peers, tolerance):
    """Prints the times and the ratio to every peer, after checking that they agree."""
    seconds, figure = ours
    out = {"task": task, "rows": rows, "meedoen": round(seconds, 6)}
    for name, peer in peers.items():
        if peer is None:
            continue
        assert abs(peer[1] - figure) <= tolerance, f"{name} gives {peer[1]}, meedoen {figure}"
        out |= {name: round(peer[0], 6), f"ratio_{name}": round(peer[0] / seconds, 1)}
    print(json.dumps(out), flush=True)


def path(rows, repeats):
    import pandas

    table = {name: values for name, values in people(rows).items() if name in [*TERMS, "behaviour"]}
    frame = pandas.DataFrame(table)
    seconds, fit = least(lambda: structural(frame, PATH), repeats)
    ours = seconds, path_of(fit, "behaviour", "intention")
    peers = {"lavaan": with_r("path", table, repeats), "lavaan_least": with_r("path", table, repeats, "least")}
    if semopy := module("semopy"):

        def other(everything):
            model = semopy.Model(PATH)
            model.fit(frame)
            if everything:
                semopy.calc_stats(model)
            return model.inspect(std_est=everything)

        for name, everything in (("semopy", True), ("semopy_least", False)):
            spent, found = least(lambda everything=everything: other(everything), repeats)
            row = found[(found.lval == "behaviour") & (found.rval == "intention")]
            peers[name] = spent, float(row.Estimate.iloc[0])
    line("path", rows, ours, peers, 1e-4)


def latent(rows, repeats):
    table = people(rows)
    seconds, fit = least(lambda: structural(table, LATENT), repeats)
    ours = seconds, path_of(fit, "behaviour", "intention")
    peers = {"lavaan": with_r("latent", table, repeats), "lavaan_least": with_r("latent", table, repeats, "least")}
    line("latent", rows, ours, peers, 1e-4)


def logistic(rows, repeats):
    table = people(rows)
    seconds, fit = least(lambda: md.estimate.logistic(table, f"yes ~ {RIGHT}"), repeats)
    ours, peers = (seconds, coefficient(fit, "intention")), {}
    if (statsmodels := module("statsmodels.api")) is not None:
        design = statsmodels.add_constant(np.column_stack([table[name] for name in TERMS]))

        def other(everything):
            found = statsmodels.Logit(table["yes"], design).fit(disp=0)
            effects = found.get_margeff() if everything else None
            return found.params, found.bse, effects and (effects.margeff, effects.margeff_se)

        for name, everything in (("statsmodels", True), ("statsmodels_least", False)):
            spent, found = least(lambda everything=everything: other(everything), repeats)
            peers[name] = spent, float(found[0][-1])
    line("logistic", rows, ours, peers, 1e-6)


def ordinal(rows, repeats):
    table = people(rows)
    seconds, fit = least(lambda: md.estimate.ordinal(table, f"class ~ {RIGHT}"), repeats)
    ours, peers = (seconds, coefficient(fit, "intention")), {"polr": with_r("ordinal", table, max(1, repeats // 5))}
    if (ordered := module("statsmodels.miscmodels.ordinal_model")) is not None:
        import pandas

        design = pandas.DataFrame({name: table[name] for name in TERMS})

        def other():
            found = ordered.OrderedModel(table["class"], design, distr="logit").fit(method="bfgs", disp=0)
            return found.params, found.bse

        spent, found = least(other, max(1, repeats // 10))
        peers["statsmodels"] = spent, float(found[0]["intention"])
    line("ordinal", rows, ours, peers, 1e-3)


def alpha(rows, repeats):
    matrix = answers(rows)
    names = [f"i{item}" for item in range(matrix.shape[1])]
    both = {"nl": "proef", "en": "trial"}
    instrument = md.measure.Instrument({
        "schema_version": 1, "id": "bench", "version": "1", "title": both, "missing_rule": "half",
        "provenance": {"kind": "illustrative", "note": both}, "scale": {"min": 1, "max": 5},
        "items": [{"id": name, "text": both} for name in names],
        "scales": [{"id": "all", "label": both, "parts": [{"item": name} for name in names]}],
    })  # fmt: skip
    columns = {name: np.ascontiguousarray(matrix[:, item]) for item, name in enumerate(names)}
    seconds, report = least(lambda: instrument.reliability(columns), repeats)
    ours, peers = (seconds, report.groups[0].alpha), {}
    numbers = np.asfortranarray(matrix.astype(float))

    def with_numpy():
        covariance, means = np.cov(numbers, rowvar=False), numbers.mean(axis=0)
        k, own, total, rows = covariance.shape[0], covariance.diagonal(), covariance.sum(), covariance.sum(axis=1)
        left = total - 2 * rows + own
        with_rest = (rows - own) / np.sqrt(own * left)
        without = (k - 1) / (k - 2) * (1 - (own.sum() - own) / left)
        return k / (k - 1) * (1 - own.sum() / total), means, np.sqrt(own), with_rest, without

    def of_sums():
        k = numbers.shape[1]
        return k / (k - 1) * (1 - numbers.var(axis=0, ddof=1).sum() / numbers.sum(axis=1).var(ddof=1))

    spent, found = least(with_numpy, repeats)
    peers |= {"numpy": (spent, found[0]), "numpy_least": least(of_sums, repeats)}
    if (pingouin := module("pingouin")) is not None:
        import pandas

        frame = pandas.DataFrame(numbers, columns=names)
        spent, found = least(lambda: pingouin.cronbach_alpha(frame), repeats)
        peers["pingouin"] = spent, float(found[0])
    line("alpha", rows, ours, peers, 1e-9)


MODELS = {
    ("path", "all"): EFFECTS, ("path", "least"): PATH, ("latent", "all"): LATENT_EFFECTS, ("latent", "least"): LATENT,
}  # fmt: skip
TASKS = {"path": path, "latent": latent, "logistic": logistic, "ordinal": ordinal, "alpha": alpha}
ROWS = {"path": [1_000, 100_000], "latent": [2_000], "logistic": [1_000, 100_000], "ordinal": [1_000, 100_000], "alpha": [100_000]}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tasks", nargs="+", choices=TASKS, default=list(TASKS))
    options.add_argument("--repeats", type=int, default=15)
    chosen = options.parse_args()
    for task in chosen.tasks:
        for rows in ROWS[task]:
            TASKS[task](rows, chosen.repeats)


if __name__ == "__main__":
    main()
