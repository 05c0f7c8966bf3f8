#!/usr/bin/env python3
"""The JSON Schemas are valid, accept the project's pipelines, and refuse slips in them.

usage: schema_test.py KOPPEL PIPELINE...        exit status 77: a Python module is missing
"""
import copy
import json
import subprocess
import sys

try:
    import yaml
    from jsonschema import Draft202012Validator
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)


def schema_of(koppel, *flags):
    text = subprocess.run([koppel, "schema", *flags], check=True, capture_output=True).stdout
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def entries(pipeline):
    for section in ("read", "steps", "write"):
        found = pipeline.get(section, [])
        for place in range(len(found)) if isinstance(found, list) else [None]:
            yield section, place


def slips(pipeline):
    """Copies of a pipeline with one slip each, and what the slip is."""
    for section, place in entries(pipeline):
        for what, change in (
            ("component", lambda entry: entry.update(use=entry["use"] + "x")),
            ("key", lambda entry: entry.update(usse=entry.pop("use"))),
            ("parameter", lambda entry: entry.setdefault("with", {}).update(no_such_one=1)),
            ("type of with", lambda entry: entry.update({"with": 3})),
        ):
            broken = copy.deepcopy(pipeline)
            change(broken[section] if place is None else broken[section][place])
            yield f"{what} of {section} {place}", broken
    for section, place in entries(pipeline):
        for name in ("layers", "columns"):
            broken = copy.deepcopy(pipeline)
            entry = broken[section] if place is None else broken[section][place]
            if name in entry.get("with", {}):
                entry["with"][name].append("no_such_one")
                yield f"one of {name} of {section} {place}", broken


def main():
    koppel, files = sys.argv[1], sys.argv[2:]
    assert files, "no pipelines to check"
    schema_of(koppel, "--layers")
    validator = schema_of(koppel)
    failures = []
    for file in files:
        with open(file, encoding="utf-8") as stream:
            pipeline = yaml.safe_load(stream)
        failures += [f"{file}: {error.message}" for error in validator.iter_errors(pipeline)]
        failures += [f"{file}: accepted with a wrong {what}"
                     for what, broken in slips(pipeline) if validator.is_valid(broken)]
    print("\n".join(failures) or f"{len(files)} pipelines conform")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
