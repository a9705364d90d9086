"""One merge for every layer: mappings key by key, null deletes, anything else replaces."""

from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.merge import Layers, joined, plain, rebuilt
from engine.scenario.source import Table, parse


def layer(text: str, file: str = "a.yaml") -> Table:
    found, _ = parse(text.encode(), file)
    assert isinstance(found, Table)
    return found


def merged(*texts: str) -> Layers:
    layers = Layers()
    for number, text in enumerate(texts):
        layers.add(layer(text, f"{number}.yaml"))
    return layers


def said(layers: Layers) -> list[str]:
    return [str(problem) for problem in layers.problems]


def test_mappings_are_merged_and_the_low_order_stays():
    layers = merged("{a: {x: 1, y: 2}, b: 1}", "{c: 3, a: {y: 3, z: 4}}")
    assert plain(layers.tree) == {"a": {"x": "1", "y": "3", "z": "4"}, "b": "1", "c": "3"}
    assert list(layers.tree.items) == ["a", "b", "c"]


def test_lists_are_replaced_whole_and_a_single_value_replaces_values_by_place():
    layers = merged("{a: [1, 2], b: {p: 1}}", "{a: [3], b: 2}")
    assert plain(layers.tree) == {"a": ["3"], "b": "2"}


def test_null_deletes_and_remembers_where():
    layers = merged("{a: {x: 1, y: 2}}", "a: {x: null}")
    assert plain(layers.tree) == {"a": {"y": "2"}}
    assert str(layers.deleted["a.x"]) == "1.yaml:1:5"


def test_deleting_what_is_not_there_is_an_error():
    assert said(merged("{fuel: 1}", "fule: null")) == [
        "1.yaml:1:1: there is no `fule` to delete; did you mean `fuel`? [E-delete]"
    ]


def test_evidence_goes_with_its_value_unless_the_same_layer_says_it_anew():
    low = "{agents: {a: {x: 1, y: 2}}, evidence: {agents.a.x: {}, agents.a.y: {}}}"
    layers = merged(low, "agents: {a: {x: null, y: null}}\nevidence: {agents.a.y: {basis: b}}")
    assert plain(layers.tree)["evidence"] == {"agents.a.y": {"basis": "b"}}


def test_an_agent_of_another_kind_is_refused_and_the_first_one_stays():
    layers = merged("agents: {a: {kind: queue, x: 1}}", "agents: {a: {kind: stocks, y: 1}}")
    assert plain(layers.tree) == {"agents": {"a": {"kind": "queue", "x": "1"}}}
    assert "delete it with null" in said(layers)[0]


def test_a_null_inside_a_set_waits_for_its_own_merge():
    layers = merged("variants: {calm: {set: {injects.storm: null}}}")
    assert said(layers) == []
    assert plain(layers.tree) == {"variants": {"calm": {"set": {"injects.storm": None}}}}


def test_a_path_reaches_items_of_lists():
    layers = merged("a: [{b: 1}, [2, 3]]")
    node = layer("x: 9").items["x"]
    layers.set("a.0.b", node.place, node)
    layers.set("a.1.1", node.place, node)
    assert plain(layers.tree) == {"a": [{"b": "9"}, ["2", "9"]]}


def test_every_step_of_a_path_but_the_last_must_be_there():
    layers = merged("a: {b: 1}")
    node = layer("x: 9").items["x"]
    layers.set("a.c", node.place, node)
    layers.set("a.d.e", node.place, node)
    assert plain(layers.tree) == {"a": {"b": "1", "c": "9"}}
    assert said(layers) == ["a.yaml:1:4: `a.d.e`: there is no `d` in `a` [E-path]"]


def test_the_same_path_in_two_files_is_an_error():
    problems: list = []
    whole = joined([layer("{a: {x: 1}}", "1"), layer("{a: {y: 2, x: 3}}", "2")], problems)
    assert plain(whole) == {"a": {"x": "1", "y": "2"}}
    assert [str(p) for p in problems] == [
        "2:1:12: `a.x` is written twice; first at 1:1:6 [E-twice]"
    ]


WORDS = st.sampled_from(["a", "b", "c", "1 h", "null"])
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)
)


@given(st.dictionaries(WORDS, TREES, max_size=4))
def test_a_tree_survives_being_written_plainly(value: object):
    assert plain(rebuilt(value, "x")) == value


@given(st.dictionaries(WORDS, TREES, max_size=4))
def test_a_layer_put_on_itself_changes_nothing(value: object):
    tree = rebuilt(value, "x")
    assert isinstance(tree, Table)
    layers = Layers()
    layers.add(tree)
    layers.add(tree)
    assert plain(layers.tree) == value
