"""What a real editor says of a scenario: yaml-language-server, spoken to over its pipes.

    python -m tools.editor SERVER FOLDER

prints the diagnostics of every file. `make editor` installs the server and runs its tests.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

Json = dict[str, object]

SETTINGS: Json = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "yamlVersion": "1.2",
    }
}


class Editor:
    """An editor with some files open."""

    def __init__(self, server: IO[bytes], answers: IO[bytes]) -> None:
        self._out, self._in = server, answers
        self._last = 0
        self._said: dict[str, list[Json]] = {}

    def begin(self, folder: Path) -> None:
        """Shake hands."""
        root = folder.resolve().as_uri()
        markdown: Json = {"hover": {"contentFormat": ["markdown"]}, "completion": {}}
        self.ask("initialize", {
            "processId": None, "rootUri": root, "capabilities": {
                "textDocument": markdown, "workspace": {"configuration": True},
            },
            "workspaceFolders": [{"uri": root, "name": "folder"}],
        })  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, path: Path, text: str | None = None) -> list[Json]:
        """Open a file for the first time, as it is or with another text; what is marked in it."""
        uri = path.resolve().as_uri()
        words = path.read_text(encoding="utf-8") if text is None else text
        assert uri not in self._said, "what is said of an old text comes at any time"
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": words,
        }})  # fmt: skip
        # What is asked after opening is answered when the file has been judged.
        while uri not in self._said:
            self._hear()
        return self._said[uri]

    def completed(self, path: Path, line: int, column: int) -> list[str]:
        """What is offered at a place, counted from 0."""
        found = self.ask("textDocument/completion", _at(path, line, column))
        items = found.get("items", []) if isinstance(found, dict) else found
        assert isinstance(items, list)
        return [str(item["label"]) for item in items]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is explained at a place, counted from 0."""
        found = self.ask("textDocument/hover", _at(path, line, column))
        return json.dumps(found, ensure_ascii=False)

    def ask(self, method: str, params: Json) -> object:
        """Ask and wait."""
        self._last += 1
        mine = self._last
        self._send({"jsonrpc": "2.0", "id": mine, "method": method, "params": params})
        while True:
            heard = self._hear()
            if heard.get("id") == mine and "method" not in heard:
                assert "error" not in heard, heard
                return heard.get("result")

    def tell(self, method: str, params: Json) -> None:
        """Tell, and go on."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: Json) -> None:
        data = json.dumps(message).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._out.flush()

    def _hear(self) -> Json:
        length = 0
        while (line := self._in.readline().strip()) or not length:
            if not line and self._in.closed:
                raise EOFError("the server is gone")
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        heard = json.loads(self._in.read(length))
        assert isinstance(heard, dict)
        self._answer(heard)
        return heard

    def _answer(self, heard: Json) -> None:
        """What the server wants of an editor, and the marks that it makes."""
        params = heard.get("params")
        if heard.get("method") == "textDocument/publishDiagnostics":
            assert isinstance(params, dict)
            self._said[str(params["uri"])] = params["diagnostics"]
        elif "method" in heard and "id" in heard:
            result: object = None
            if heard["method"] == "workspace/configuration":
                assert isinstance(params, dict)
                result = [SETTINGS.get(item.get("section")) for item in params["items"]]
            self._send({"jsonrpc": "2.0", "id": heard["id"], "result": result})


def _at(path: Path, line: int, column: int) -> Json:
    uri = path.resolve().as_uri()
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}


@contextmanager
def editor(command: Sequence[str], folder: Path) -> Iterator[Editor]:
    """An editor that has opened a folder."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        found = Editor(process.stdin, process.stdout)
        found.begin(folder)
        yield found
    finally:
        process.kill()
        process.wait()


def main(server: str, name: str) -> int:
    """Print what is marked in the files of a folder."""
    folder, marks = Path(name), 0
    with editor([server, "--stdio"], folder) as mine:
        for path in sorted(folder.glob("*.yaml")):
            for mark in mine.open(path):
                marks += 1
                print(f"{path}: {json.dumps(mark)}")
    return 1 if marks else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
