#!/usr/bin/env python3
"""Exports runs and checks them against the profiles that they claim.

    check_export.py KOPPEL SOURCE_DIR
"""
import copy
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import profiles

DRIFT = 4


def koppel(program, *words, expect=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == expect, f"koppel {words} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def by_type(crate, kind):
    return [entity for entity in crate["@graph"] if kind in profiles.as_list(entity["@type"])]


def check_crate_of_run(program, run, crate_folder):
    """The crate holds what run.json says, and every claim of the profiles."""
    koppel(program, "export", "ro-crate", run, "--out", crate_folder, "--license", "CC-BY-4.0",
           "--agent", "A. de Vries <https://orcid.org/0000-0002-1825-0097>", "--agent", "B")
    crate, account = read(crate_folder / "ro-crate-metadata.json"), read(run / "run.json")
    assert profiles.check_crate(crate, crate_folder) == [], profiles.check_crate(crate, crate_folder)
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    action = entities["urn:uuid:" + account["invocation"]["id"]]
    assert set(profiles.refs(action, "agent")) == {"https://orcid.org/0000-0002-1825-0097", "#agent/B"}
    assert action["startTime"][:19] == account["invocation"]["started"][:19]
    inputs = [json.loads(line) for line in (run / "run.inputs.jsonl").read_text().splitlines()]
    objects = [entities[ref] for ref in profiles.refs(action, "object")]
    assert {e["sha256"] for e in objects if e["@type"] == "File"} == {i["sha256"] for i in inputs}
    for listed in inputs:
        assert hashlib.sha256(pathlib.Path(listed["path"]).read_bytes()).hexdigest() == listed["sha256"]
    results = {entities[ref]["name"] for ref in profiles.refs(action, "result")}
    outputs = {json.loads(line)["path"] for line in (run / "run.outputs.jsonl").read_text().splitlines()}
    assert results == outputs - {"digests.jsonl"} and "documents.jsonl" in results
    steps = [step for section in ("read", "steps", "write") for step in account["pipeline"][section]]
    assert len(by_type(crate, "HowToStep")) == len(steps) == len(by_type(crate, "ControlAction"))
    assert len(by_type(crate, "PropertyValue")) == sum(len(step["with"]) for step in steps)
    plugins = {e["name"]: e for e in by_type(crate, "SoftwareApplication") if e["@id"].startswith("#plugin/")}
    assert {name: e["sha256"] for name, e in plugins.items()} == {p["name"]: p["sha256"] for p in account["plugins"]}
    return crate


def check_the_check(crate, statement):
    """Whatever the profiles require, its absence is found: the check above can fail."""
    lost = 0
    for kind, keys in profiles.MUST.items():
        for key in keys:
            broken = copy.deepcopy(crate)
            del by_type(broken, kind)[0][key]
            assert profiles.check_crate(broken), f"{kind} without {key} passes"
            lost += 1
    for path in ["_type", "subject", "predicateType", "predicate/buildDefinition/buildType", "predicate/runDetails/builder/id",
                 "predicate/buildDefinition/externalParameters", "predicate/runDetails/metadata/startedOn"]:
        broken = copy.deepcopy(statement)
        *above, last = path.split("/")
        at = broken
        for key in above:
            at = at[key]
        del at[last]
        assert profiles.check_statement(broken), f"a statement without {path} passes"
        lost += 1
    return lost


def check_statement_of_run(program, run):
    koppel(program, "export", "in-toto", run)
    statement, account = read(run / "run.intoto.json"), read(run / "run.json")
    assert profiles.check_statement(statement, run) == [], profiles.check_statement(statement, run)
    dependencies = {d["name"]: d["digest"]["sha256"] for d in statement["predicate"]["buildDefinition"]["resolvedDependencies"]}
    for line in (run / "run.inputs.jsonl").read_text().splitlines():
        assert dependencies[json.loads(line)["path"]] == json.loads(line)["sha256"]
    present = [r for r in account["resources"] if "sha256" in r]
    assert set(dependencies.values()) >= {r["sha256"] for r in present} | {p["sha256"] for p in account["plugins"]}
    named = koppel(program, "export", "in-toto", run, "--out", "-", "--builder", "https://example.org/b").stdout
    assert json.loads(named)["predicate"]["runDetails"]["builder"]["id"] == "https://example.org/b"
    return statement


def check_refusals(program, run, scratch):
    output = run / "documents.jsonl"
    before = output.read_bytes()
    output.write_bytes(before + b"\n")
    for kind in ("ro-crate", "in-toto"):
        done = koppel(program, "export", kind, run, expect=DRIFT)
        assert "documents.jsonl is not what the run wrote" in done.stderr, done.stderr
    output.write_bytes(before)
    (run / "run.inputs.jsonl").write_text("")
    assert "run.inputs.jsonl is not" in koppel(program, "export", "in-toto", run, expect=DRIFT).stderr
    assert "no run.json" in koppel(program, "export", "in-toto", scratch, expect=2).stderr


def check_failed_run(program, scratch):
    """A run that failed is told as one; nobody vouches for it."""
    (scratch / "bad").mkdir()
    (scratch / "bad/a.txt").write_bytes(b"\xff\xfe\xff")
    (scratch / "p.yaml").write_text("koppel: 1\nname: bad\nread: {use: read.text, on_error: fail, with: {encoding: utf-8, paths: [bad]}}\n"
                                    "write: {use: write.jsonl, with: {path: d.jsonl}}\n")
    koppel(program, "run", scratch / "p.yaml", "--out", scratch / "failed", "-q", expect=1)
    koppel(program, "export", "ro-crate", scratch / "failed")
    crate = read(scratch / "failed/ro-crate-metadata.json")
    for action in by_type(crate, "CreateAction"):
        assert action["actionStatus"].endswith("FailedActionStatus") and action["error"], action
    assert "did not get to its end" in koppel(program, "export", "in-toto", scratch / "failed", expect=2).stderr


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        run = scratch / "out"
        koppel(program, "run", source / "pipelines/welzijn.yaml", "--input", source / "pipelines/sample", "--out", run, "-q")
        crate = check_crate_of_run(program, run, scratch / "crate")
        koppel(program, "export", "ro-crate", run)
        assert profiles.check_crate(read(run / "ro-crate-metadata.json"), run) == []
        koppel(program, "export", "ro-crate", run, "--out", scratch / "crate", expect=2)
        statement = check_statement_of_run(program, run)
        lost = check_the_check(crate, statement)
        check_refusals(program, run, scratch)
        check_failed_run(program, scratch)
    print(f"{len(crate['@graph'])} entities, {len(statement['subject'])} subjects; {lost} losses found")


if __name__ == "__main__":
    main()
