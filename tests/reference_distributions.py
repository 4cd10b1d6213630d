"""Reference cases of the kind ``distributions``."""

from meedoen import distribution


def figures(case, rows):
    def figure(name):
        function, *arguments = name.split(":")
        return distribution.value(function, [float(one) for one in arguments]).value

    return figure
