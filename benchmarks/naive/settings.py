"""The parameters of the three kinds as plain numbers, the same at every place."""

from types import SimpleNamespace

from benchmarks.country import Country, scene_of
from engine.written import Value, Varying


def settings(of: Country) -> SimpleNamespace:
    """Every parameter by its name; where two kinds share a name, the streets' own is meant."""
    found = {}
    configs = scene_of(of).configs
    for config in (configs[kind] for kind in ("security", "incidents", "unrest")):
        for name in type(config).model_fields:
            value = getattr(config, name)
            if isinstance(value, Varying):
                found[name] = value.everywhere.now(0)
            elif isinstance(value, Value):
                found[name] = value.number
    return SimpleNamespace(**found)
