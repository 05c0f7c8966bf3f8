"""What the published profiles require, checked on exported files and nothing else.

RO-Crate 1.1 (root data entity, data entities), Workflow RO-Crate 1.0, and Process, Workflow and Provenance Run Crate 0.5
(https://w3id.org/ro/wfrun/provenance/0.5); in-toto Statement v1 with ResourceDescriptor v1; SLSA provenance v1
(https://slsa.dev/provenance/v1). Each check gives a list of what is wrong.
"""
import datetime
import hashlib
import re
import urllib.parse

CONTEXTS = ["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"]
PROFILES = ["https://w3id.org/ro/wfrun/process/0.5", "https://w3id.org/ro/wfrun/workflow/0.5",
            "https://w3id.org/ro/wfrun/provenance/0.5", "https://w3id.org/workflowhub/workflow-ro-crate/1.0"]
ACTIONS = ["CreateAction", "ControlAction", "OrganizeAction"]
STATUSES = ["http://schema.org/CompletedActionStatus", "http://schema.org/FailedActionStatus"]
# Properties that an entity of the type must have.
MUST = {
    "FormalParameter": ["additionalType", "name"],
    "PropertyValue": ["name", "value", "exampleOfWork"],
    "HowToStep": ["workExample", "position"],
    "CreateAction": ["instrument", "name", "description", "endTime", "object", "result"],
    "ControlAction": ["instrument", "object"],
    "OrganizeAction": ["instrument", "object", "result"],
    "SoftwareApplication": ["name", "softwareVersion"],
    "ComputerLanguage": ["name"],
    "ComputationalWorkflow": ["name", "programmingLanguage", "hasPart", "step", "input", "output"],
    "File": ["name", "sha256", "encodingFormat"],
    "Person": ["name"],
    "Dataset": ["name", "description", "datePublished", "license", "conformsTo", "mainEntity", "mentions", "hasPart"],
}
# (type, property): a type of which every target must be.
TARGETS = {
    ("CreateAction", "instrument"): ["ComputationalWorkflow", "SoftwareApplication"],
    ("CreateAction", "object"): ["File", "PropertyValue", "CreativeWork"],
    ("CreateAction", "result"): ["File", "CreativeWork"],
    ("ControlAction", "instrument"): ["HowToStep"],
    ("ControlAction", "object"): ["CreateAction"],
    ("OrganizeAction", "instrument"): ["SoftwareApplication"],
    ("OrganizeAction", "object"): ["ControlAction"],
    ("OrganizeAction", "result"): ["CreateAction"],
    ("HowToStep", "workExample"): ["SoftwareApplication"],
    ("ComputationalWorkflow", "hasPart"): ["SoftwareApplication"],
    ("ComputationalWorkflow", "step"): ["HowToStep"],
    ("ComputationalWorkflow", "input"): ["FormalParameter"],
    ("ComputationalWorkflow", "output"): ["FormalParameter"],
    ("ComputationalWorkflow", "programmingLanguage"): ["ComputerLanguage"],
    ("PropertyValue", "exampleOfWork"): ["FormalParameter"],
    ("Dataset", "hasPart"): ["File"],
    ("Dataset", "mentions"): ACTIONS,
    ("Dataset", "license"): ["CreativeWork"],
    ("Dataset", "conformsTo"): ["CreativeWork"],
}


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def types(entity):
    return as_list(entity.get("@type"))


def refs(entity, key):
    return [value["@id"] for value in as_list(entity.get(key)) if isinstance(value, dict) and "@id" in value]


def is_time(text):
    try:
        return datetime.datetime.fromisoformat(text).tzinfo is not None
    except (TypeError, ValueError):
        return False


class CrateCheck:
    """`folder`: where the crate's files are, to compare their digests."""

    def __init__(self, crate, folder=None):
        self.crate, self.folder, self.wrong = crate, folder, []
        self.entities = {}
        for entity in crate.get("@graph", []):
            if "@id" not in entity or "@type" not in entity:
                self.wrong.append(f"an entity without @id or @type: {entity}")
            elif entity["@id"] in self.entities:
                self.wrong.append(f"{entity['@id']} stands twice")
            else:
                self.entities[entity["@id"]] = entity

    def check(self):
        if self.crate.get("@context") != CONTEXTS:
            self.wrong.append("@context")
        self.check_descriptor()
        for entity in self.entities.values():
            self.check_entity(entity)
        root = self.entities.get("./", {})
        self.check_root(root)
        for main in refs(root, "mainEntity"):
            self.check_workflow(self.entities.get(main, {}))
        return self.wrong

    def check_descriptor(self):
        descriptor = self.entities.get("ro-crate-metadata.json", {})
        if "CreativeWork" not in types(descriptor) or refs(descriptor, "about") != ["./"]:
            self.wrong.append("the descriptor must be a CreativeWork about ./")
        if "https://w3id.org/ro/crate/1.1" not in refs(descriptor, "conformsTo"):
            self.wrong.append("the descriptor must conform to RO-Crate 1.1")

    def check_entity(self, entity):
        name = entity["@id"]
        for kind in types(entity):
            for key in MUST.get(kind, []):
                if entity.get(key) in (None, "", []):
                    self.wrong.append(f"{name}: {kind} without {key}")
            for (of, key), wanted in TARGETS.items():
                if of == kind:
                    self.check_targets(entity, key, wanted)
        for key in ("startTime", "endTime", "datePublished"):
            if key in entity and not is_time(entity[key]):
                self.wrong.append(f"{name}: {key} is no time: {entity[key]}")
        if set(types(entity)) & set(ACTIONS) and entity.get("actionStatus") not in STATUSES:
            self.wrong.append(f"{name}: actionStatus")
        if "error" in entity and entity.get("actionStatus") != STATUSES[1]:
            self.wrong.append(f"{name}: an error of an action that did not fail")
        if "File" in types(entity):
            self.check_file(entity)
        for key, value in entity.items():
            for target in refs(entity, key):
                if target not in self.entities and not re.match(r"https?://", target):
                    self.wrong.append(f"{name}: {key} refers to {target}, which is not there")

    def check_targets(self, entity, key, wanted):
        for target in refs(entity, key):
            if not set(types(self.entities.get(target, {}))) & set(wanted):
                self.wrong.append(f"{entity['@id']}: {key} must be one of {wanted}: {target}")

    def check_file(self, entity):
        name, digest = entity["@id"], entity.get("sha256", "")
        if not re.fullmatch(r"[0-9a-f]{64}", digest):
            self.wrong.append(f"{name}: sha256")
        if re.match(r"[a-z]+:", name):
            return
        if name.startswith("/") or ".." in name.split("/"):
            self.wrong.append(f"{name}: not below the crate")
        elif self.folder:
            path = self.folder / urllib.parse.unquote(name)
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                self.wrong.append(f"{name}: not the file that it says")

    def check_root(self, root):
        if types(root) != ["Dataset"]:
            self.wrong.append("./ must be a Dataset")
        for profile in PROFILES:
            if profile not in refs(root, "conformsTo"):
                self.wrong.append(f"./ must conform to {profile}")
        files = {name for name, entity in self.entities.items() if "File" in types(entity)}
        for name in files - set(refs(root, "hasPart")):
            self.wrong.append(f"{name} is a file that ./ does not have as a part")
        actions = {name for name, entity in self.entities.items() if set(types(entity)) & set(ACTIONS)}
        if actions - set(refs(root, "mentions")):
            self.wrong.append("./ must mention all actions")
        if len(refs(root, "mainEntity")) != 1:
            self.wrong.append("./ must have one mainEntity")

    def check_workflow(self, workflow):
        if not {"File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"} <= set(types(workflow)):
            self.wrong.append("types of the main workflow")
        runs = [entity for entity in self.entities.values()
                if "CreateAction" in types(entity) and refs(entity, "instrument") == [workflow.get("@id")]]
        if len(runs) != 1:
            self.wrong.append("one action must be the run of the main workflow")
        steps = [self.entities.get(step, {}) for step in refs(workflow, "step")]
        positions = [step.get("position") for step in steps]
        if None in positions or positions != sorted(set(positions)):
            self.wrong.append("positions of steps")
        tools = set(refs(workflow, "hasPart"))
        for step in steps:
            if not set(refs(step, "workExample")) <= tools:
                self.wrong.append(f"{step.get('@id')}: its tool is no part of the workflow")


def check_crate(crate, folder=None):
    return CrateCheck(crate, folder).check()


def is_uri(text):
    return isinstance(text, str) and re.match(r"[a-z][a-z0-9+.-]*:.+", text) is not None


def check_descriptor(descriptor, wrong, where):
    """A ResourceDescriptor must say what it is of."""
    if not {"uri", "digest", "content"} & set(descriptor):
        wrong.append(f"{where}: neither uri nor digest nor content")
    for value in descriptor.get("digest", {}).values():
        if not re.fullmatch(r"[0-9a-f]{64}", value):
            wrong.append(f"{where}: digest")


def check_statement(statement, folder=None):
    wrong = []
    if statement.get("_type") != "https://in-toto.io/Statement/v1":
        wrong.append("_type")
    if statement.get("predicateType") != "https://slsa.dev/provenance/v1":
        wrong.append("predicateType")
    subjects = statement.get("subject") or []
    if not subjects:
        wrong.append("no subject")
    names = [subject.get("name") for subject in subjects]
    if len(names) != len(set(names)):
        wrong.append("names of subjects must differ")
    for subject in subjects:
        check_descriptor(subject, wrong, f"subject {subject.get('name')}")
        if not subject.get("digest"):
            wrong.append(f"subject {subject.get('name')} must have a digest")
        elif folder and hashlib.sha256((folder / subject["name"]).read_bytes()).hexdigest() != subject["digest"].get("sha256"):
            wrong.append(f"subject {subject['name']} is not the file that it says")
    predicate = statement.get("predicate") or {}
    definition, details = predicate.get("buildDefinition") or {}, predicate.get("runDetails") or {}
    if not is_uri(definition.get("buildType")):
        wrong.append("buildType")
    if not isinstance(definition.get("externalParameters"), dict) or not definition["externalParameters"]:
        wrong.append("externalParameters")
    for dependency in definition.get("resolvedDependencies") or [{}]:
        check_descriptor(dependency, wrong, f"dependency {dependency.get('name')}")
    builder, metadata = details.get("builder") or {}, details.get("metadata") or {}
    if not is_uri(builder.get("id")):
        wrong.append("builder.id")
    if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", metadata.get("invocationId", "")):
        wrong.append("invocationId")
    times = [metadata.get(key, "").replace("Z", "+00:00") for key in ("startedOn", "finishedOn")]
    if not all(map(is_time, times)) or times[0] > times[1]:
        wrong.append("startedOn and finishedOn")
    for part in [*builder.get("builderDependencies", []), *details.get("byproducts", [])]:
        check_descriptor(part, wrong, f"part {part.get('name')}")
    return wrong
