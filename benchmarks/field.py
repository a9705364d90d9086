"""The streets, the forces and the sites of a country: the engine beside a first draft of it."""

from dataclasses import dataclass, field
from statistics import median

from benchmarks.country import Country, Played, country, played
from benchmarks.floor import floor_of, least
from benchmarks.measure import Line, Pair, Report, Work, figure, interleaved, span
from benchmarks.naive.nation import Nation

FEW, MANY = 21, 250
DAYS = 10.0
RUNS_FEW, RUNS_MANY = 9, 2

Row = tuple[float, ...]


@dataclass(slots=True)
class Met:
    """Two ways of playing one country, run after run: their times, and what came of each."""

    of: Country
    engine: list[Row] = field(default_factory=list)
    naive: list[Row] = field(default_factory=list)

    def engine_run(self, run: int) -> Work:
        """One playthrough by the engine."""
        game = played(self.of, run + 1)

        def work() -> None:
            game.run(DAYS)
            self.engine.append(_ended(game))

        return work

    def naive_run(self, run: int) -> Work:
        """One playthrough by the first draft."""
        nation = Nation(self.of, run + 1)

        def work() -> None:
            nation.run(DAYS)
            self.naive.append(_came_of(nation))

        return work


def _ended(game: Played) -> Row:
    return (
        float(game.reading("unrest", "peak")),
        float(game.reading("unrest", "detained").sum()),
        float(game.reading("incidents", "sites_lost")),
        game.world.meters["legitimacy"],
    )


def _came_of(nation: Nation) -> Row:
    detained = sum(city.detained for city in nation.cities)
    return float(nation.peak), float(detained), float(nation.fallen), nation.legitimacy


NAMES = ("most people out at once", "detained", "sites lost", "legitimacy at the end")


def run() -> Report:
    """Times of both ways at two sizes, and how near their results are."""
    few, many = Met(country(FEW)), Met(country(MANY))
    small = interleaved(few.naive_run, few.engine_run, RUNS_FEW)
    large = interleaved(many.naive_run, many.engine_run, RUNS_MANY)
    return Report(
        f"The field model, {DAYS:.0f} days: the engine beside a process for each city and site",
        (
            *_times(small, FEW, 10.0),
            *_times(large, MANY, 100.0),
            _each(small, large),
            *_floor(small, few.of, FEW),
            *_floor(large, many.of, MANY),
            *_agreement(few, FEW),
            *_agreement(many, MANY),
        ),
        (
            "The engine writes a journal with causes, can be copied at every hour and draws by "
            "address; the first draft does none of it.",
        ),
    )


def _times(pair: Pair, places: int, target: float) -> tuple[Line, Line, Line]:
    return (
        Line(f"{places} places: first draft", span(median(pair.plain))),
        Line(f"{places} places: engine", span(median(pair.engine))),
        Line(
            f"{places} places: the engine is so many times faster",
            pair.times_faster(),
            f"at least {target:.0f}",
            median(pair.ratios) >= target,
        ),
    )


def _each(small: Pair, large: Pair) -> Line:
    share = (median(large.engine) / MANY) / (median(small.engine) / FEW)
    return Line(
        f"engine: cost of a place among {MANY}, of that among {FEW}",
        figure(share),
        "at most 0.4",
        share <= 0.4,
    )


def _floor(pair: Pair, of: Country, places: int) -> tuple[Line, Line]:
    """How far the engine's way could ever go: its dice alone, and its equations with them."""
    found = floor_of(of, DAYS)
    dice, equations = least(found.dice), least(found.equations)
    return (
        Line(f"{places} places: of the engine, dice alone", _beside(pair, dice)),
        Line(f"{places} places: of the engine, equations and dice", _beside(pair, equations)),
    )


def _beside(pair: Pair, seconds: float) -> str:
    return f"{span(seconds)}, {figure(median(pair.plain) / seconds)} times as fast"


def _agreement(of: Met, places: int) -> list[Line]:
    return [
        Line(f"{places} places: {name}, first draft and engine", _both(of, column))
        for column, name in enumerate(NAMES)
    ]


def _both(of: Met, column: int) -> str:
    naive, engine = (median(row[column] for row in rows) for rows in (of.naive, of.engine))
    return f"{figure(naive)} and {figure(engine)}"
