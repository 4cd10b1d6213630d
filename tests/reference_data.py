"""What the kinds of case that estimate have in common: their data, and figures that several have."""


def data(case, rows):
    """The data of a case as the package takes them: columns of a table, or the summary that the case gives."""
    if "rows" not in case["data"]:
        return case["data"]
    return {name: [row[name] for row in rows] for name in rows[0]}


def point(text):
    """The values in ``a=1,b=0``."""
    return {name: float(value) for name, _, value in (one.partition("=") for one in text.split(","))}


def asked(case, what):
    """The figures of the kind ``slope:a@b=1`` or ``predict@a=1``, each once: what they are of, and where."""
    names = [one["figure"].replace("slope.se:", "slope:") for one in case["expect"]]
    wanted = dict.fromkeys(name for name in names if name.startswith(what))
    parts = [name[len(what) :].partition("@") for name in wanted]
    return [(of, point(at) if at else {}) for of, _, at in parts]


def by_name(estimates, name="term"):
    return {one[name]: one.estimate for one in estimates}


def slope(fit, rest):
    """The slope that a figure such as ``a@b=1`` means."""
    of, _, at = rest.partition("@")
    where = point(at)
    for one in fit.slopes:
        if one.of == of and {value.variable: value.value for value in one.at} == where:
            return one.estimate
    raise NotImplementedError


def shared(fit, name):
    """The figures that every regression has: ``coef:TERM``, ``se:TERM``, ``slope:a@b=1``, ``finding:CODE``."""
    what, _, rest = name.partition(":")
    if what == "finding":
        return rest in [one.code for one in fit.findings]
    if what in ("slope", "slope.se"):
        found = slope(fit, rest)
        return found.value if what == "slope" else found.standard_error
    field = {"coef": "value", "se": "standard_error", "t": "statistic", "z": "statistic", "p": "p"}.get(what)
    if field is None:
        raise NotImplementedError
    return by_name(fit.coefficients)[rest][field]
