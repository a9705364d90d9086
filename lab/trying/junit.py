"""A trial as JUnit XML, for programs that show the results of tests."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lab.trying.figures import Figures
from lab.trying.telling import missed

_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(figures: Figures, failures: Sequence[str]) -> str:
    """One case for all plays, one for each way to break off, and one for each thing to reach.

    What was not reached, or was never better than another option, is skipped and not failed: only
    `--fail-under` makes a failure of it.
    """
    root = Element("testsuites")
    suite = SubElement(root, "testsuite", name=figures.asked.scenario)
    whole = SubElement(suite, "testcase", classname="plays", name=f"{figures.played} plays")
    for failure in failures:
        SubElement(whole, "failure", message=_plain(failure))
    for crash in figures.crashes:
        case = SubElement(suite, "testcase", classname="crash", name=_plain(crash.error))
        error = SubElement(case, "error", message=f"{_plain(crash.error)}, at {crash.at}")
        error.text = _plain(crash.command)
    for each in figures.reached:
        place = each.item.place
        case = SubElement(
            suite, "testcase", classname=each.item.sort, name=each.item.path, file=place.file,
            line=str(place.line),
        )  # fmt: skip
        if each.missing:
            sentence = f"{place}: {missed(each, figures.finished)}"
            SubElement(case, "skipped", message=_plain(sentence))
    for beaten in figures.beaten:
        case = SubElement(
            suite, "testcase", classname="option", name=f"{beaten.pair.path} {beaten.pair.one}",
            file=beaten.place.file, line=str(beaten.place.line),
        )  # fmt: skip
        SubElement(case, "skipped", message=_plain(f"{beaten.place}: {beaten.sentence}"))
    suite.set("tests", str(len(suite)))
    suite.set("errors", str(len(figures.crashes)))
    suite.set("failures", str(int(bool(failures))))
    suite.set("skipped", str(len(figures.missing) + len(figures.beaten)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _plain(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("?", text)
