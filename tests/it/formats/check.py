"""What programs of others say to an export: check.py FORMAT FOLDER. Ends with 77 when they are not installed."""

import csv
import io
import json
import os
import pathlib
import sys

# What .ci/run fetched, in a run of its own.
FETCHED = pathlib.Path(os.environ.get("CLOSEREAD_FETCHED", "nowhere"))


def need(path):
    if not path.exists():
        print(f"{path.name} was not fetched")
        sys.exit(77)
    return path


def only(folder, ending):
    (found,) = folder.glob(f"*{ending}")
    return found


def same(is_, should, what):
    assert is_ == should, f"{what}: {is_!r}, not {should!r}"


def w3c(folder):
    from jsonschema import Draft4Validator, ValidationError
    from jsonschema.validators import extend
    from referencing import Registry, Resource
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT4

    tests = need(FETCHED / "web-annotation-tests")
    schemas = {}
    for path in sorted(tests.rglob("*.json")):
        try:
            schema = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if isinstance(schema, dict) and "$schema" in schema:
            schemas.setdefault(path.name, []).append((path, schema))
    # They refer to each other by name; definitions count before what bears the same name elsewhere.
    for found in schemas.values():
        found.sort(key=lambda one: one[0].parent.name != "definitions")

    def retrieve(uri):
        _, schema = schemas[uri.rsplit("/", 1)[-1]][0]
        return Resource.from_contents(schema, default_specification=DRAFT4)

    registry = Registry(retrieve=retrieve)

    def any_of(validator, choices, instance, _):
        if not any(validator.evolve(schema=one).is_valid(instance) for one in choices):
            yield ValidationError("none")

    def one_of(validator, choices, instance, _):
        if sum(validator.evolve(schema=one).is_valid(instance) for one in choices) != 1:
            yield ValidationError("not one")

    # Some refer to themselves: only who stops at the first error comes to an end.
    lazy = extend(Draft4Validator, {"anyOf": any_of, "oneOf": one_of})
    items = json.loads(only(folder, ".jsonld").read_text(encoding="utf-8"))["first"]["items"]
    count, skipped = 0, []
    for path, schema in (one for found in schemas.values() for one in found):
        is_of_annotations = path.is_relative_to(tests / "annotations")
        if schema.get("assertionType") != "must" or not is_of_annotations:
            continue
        count += 1
        validator = lazy(schema, registry=registry, format_checker=Draft4Validator.FORMAT_CHECKER)
        expected = schema.get("expectedResult", "valid") == "valid"
        for item in items:
            try:
                is_valid = validator.is_valid(item)
            except Unresolvable:
                # It refers to a definition that its own project does not have.
                count -= 1
                skipped.append(path.stem)
                break
            assert is_valid == expected, f"{path}: {schema.get('errorMessage')} {item.get('id')}"
    assert count > 10, f"{count} tests, not {skipped}"
    assert not any("bodyObjects" in name for name in skipped), "bodies were not tested"
    return f"{len(items)} annotations pass {count} tests, not run: {skipped}"


def w3c_words(folder):
    """The words at each position are those of the quote."""
    text = (folder / "../brat/hard.txt").read_text(encoding="utf-8")
    from anchorpoint import TextQuoteSelector

    items = json.loads(only(folder, ".jsonld").read_text(encoding="utf-8"))["first"]["items"]
    found = 0
    for item in items:
        quote, *position = item["target"]["selector"]
        if position:
            start, end = position[0]["start"], position[0]["end"]
            same(text[start:end], quote["exact"], item["id"])
            selector = TextQuoteSelector(
                exact=quote["exact"], prefix=quote["prefix"], suffix=quote["suffix"]
            )
            place = selector.as_position(text)
            same((place.start, place.end), (start, end), item["id"])
            found += 1
    return f"{found} quotes found"


def brat(folder):
    from pybrat.parser import BratParser

    class Parser(BratParser):
        """As strict as it is, but for a rule of its own: in brat two annotations may share a span."""

        def _check_entities(self, entities):
            pass

    text = only(folder, ".txt").read_text(encoding="utf-8")
    (example,) = Parser(error="raise").parse(folder)
    for entity in example.entities:
        words = " ".join(text[span.start : span.end] for span in entity.spans)
        same(words, entity.mention, entity.id)
    lines = only(folder, ".ann").read_text(encoding="utf-8").split("\n")
    bounds = [line for line in lines if line.startswith("T")]
    same(len(example.entities), len(bounds), "number of annotations")
    types = (folder / "annotation.conf").read_text(encoding="utf-8")
    types = types.split("[entities]")[1].split("[relations]")[0].split()
    unknown = {entity.type for entity in example.entities} - set(types)
    assert not unknown, f"not in annotation.conf: {unknown}"
    return f"{len(bounds)} annotations with their words"


def cas(folder):
    import cassis

    cas = cassis.load_cas_from_json(only(folder, ".json").read_text(encoding="utf-8"))
    layer = "webanno.custom.Closeread"
    found = cas.select(layer)
    exact = 0
    for annotation in found:
        if annotation.anchor == "found":
            same(annotation.get_covered_text(), annotation.quote, annotation.guid)
            exact += 1
    (whole,) = cas.select("uima.tcas.DocumentAnnotation")
    same(whole.get_covered_text(), cas.sofa_string, "the whole text")
    # What DKPro writes of it is read again as the same.
    again = cassis.load_cas_from_json(cas.to_json())
    same(len(again.select(layer)), len(found), "number of annotations")
    return f"{exact} of {len(found)} annotations on their words"


def refi_schema():
    import xmlschema

    beside = pathlib.Path(xmlschema.__file__).parent.parent
    schema = need(beside / "qualitative_coding" / "refi_qda" / "schema.xsd")
    return xmlschema, schema.read_text(encoding="utf-8")


def qdpx(folder):
    """It fits the format's schema, and each selection stands on words of the text."""
    import xml.etree.ElementTree as tree
    import zipfile

    xmlschema, schema = refi_schema()
    with zipfile.ZipFile(only(folder, ".qdpx")) as archive:
        project = archive.read("project.qde").decode("utf-8")
        xmlschema.XMLSchema(schema).validate(project)
        ns = {"q": "urn:QDA-XML:project:1.0"}
        root = tree.fromstring(project)
        defined = {one.get("guid") for one in root.iter() if one.get("guid")}
        for one in root.iter():
            target = one.get("targetGUID")
            assert target is None or target in defined, target
        count = 0
        for source in root.iterfind(".//q:TextSource", ns):
            path = source.get("plainTextPath").replace("internal://", "sources/")
            text = archive.read(path).decode("utf-8")
            for one in source.iterfind("q:PlainTextSelection", ns):
                start, end = int(one.get("startPosition")), int(one.get("endPosition"))
                assert 0 <= start < end <= len(text), one.get("guid")
                same(one.get("name"), f"line:{text[:start].count(chr(10))}", one.get("guid"))
                count += 1
    return f"{count} selections fit the schema"


def qdpx_import(folder):
    """Another program takes it in: qc, the command of qualitative-coding."""
    import subprocess
    import tempfile

    program = need(pathlib.Path(sys.prefix) / "bin" / "qc")
    path = only(folder, ".qdpx").resolve()
    with tempfile.TemporaryDirectory() as empty:
        # Its importer stops at a breakpoint that was left in it.
        environment = os.environ | {"PYTHONBREAKPOINT": "0"}
        done = subprocess.run(
            [program, "init", "--import", path], cwd=empty, capture_output=True, text=True, env=environment
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0 and "Traceback" not in said, said
        codes = (pathlib.Path(empty) / "codebook.yaml").read_text(encoding="utf-8")
    assert "fear" in codes, codes
    return "qc imports it"


def qdc(folder):
    """There is no schema of its own here: the project's has the same code book, in another namespace."""
    xmlschema, schema = refi_schema()
    codebook = only(folder, ".qdc").read_text(encoding="utf-8")
    inside = codebook.split("?>", 1)[1].replace(' xmlns="urn:QDA-XML:codebook:1.0"', "")
    start = inside.index(" origin=")
    inside = inside[:start] + inside[inside.index(">", start) :]
    project = f'<Project xmlns="urn:QDA-XML:project:1.0" name="x">{inside}</Project>'
    xmlschema.XMLSchema(schema).validate(project)
    return f"{codebook.count('<Code ')} codes fit the schema"


def duckdb_rows(folder, ending, read):
    import duckdb

    path = only(folder, ending)
    rows = duckdb.sql(f"SELECT * FROM {read}('{path}')")
    return path.read_text(encoding="utf-8"), rows.columns, rows.fetchall()


def table(folder):
    text, columns, rows = duckdb_rows(folder, ".csv", "read_csv")
    plain = list(csv.DictReader(io.StringIO(text, newline="")))
    same(list(plain[0]), columns, "columns")
    same(len(rows), len(plain), "number of rows")
    article = (folder / "../brat/hard.txt").read_text(encoding="utf-8")
    for row, cells in zip(rows, plain):
        row = dict(zip(columns, row))
        for name in ("text", "note", "reason", "quote"):
            same(row[name] or "", cells[name], name)
        if row["start"] is not None:
            same(article[int(row["start"]) : int(row["end"])], row["text"], row["guid"])
    return f"DuckDB reads {len(rows)} rows of {len(columns)} columns"


def jsonl(folder):
    text, columns, rows = duckdb_rows(folder, ".jsonl", "read_json_auto")
    lines = [json.loads(line) for line in text.split("\n") if line]
    same(len(rows), len(lines), "number of rows")
    same([dict(zip(columns, row))["note"] for row in rows], [line["note"] for line in lines], "notes")
    return f"DuckDB reads {len(rows)} objects"


def hypothesis(folder):
    import ast

    from jsonschema import Draft4Validator

    source = need(FETCHED / "hypothesis-annotation.py").read_text(encoding="utf-8")
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    (schema,) = [
        ast.literal_eval(node.value)
        for one in classes
        if one.name == "AnnotationSchema"
        for node in one.body
        if isinstance(node, ast.Assign) and node.targets[0].id == "schema"
    ]
    export = json.loads(only(folder, ".hypothesis.json").read_text(encoding="utf-8"))
    validator = Draft4Validator(schema)
    for annotation in export["annotations"]:
        validator.validate(annotation)
        assert annotation["uri"].strip()
    return f"{len(export['annotations'])} annotations fit the server's schema"


def hypothesis_words(folder):
    """Positions count UTF-16 units, as in a browser."""
    units = (folder / "../brat/hard.txt").read_text(encoding="utf-8").encode("utf-16-le")
    export = json.loads(only(folder, ".hypothesis.json").read_text(encoding="utf-8"))
    found = 0
    for annotation in export["annotations"]:
        quote, *position = annotation["target"][0]["selector"]
        for place in position:
            words = units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le")
            same(words, quote["exact"], annotation["id"])
            found += 1
    return f"{found} positions on their words"


def label_studio(folder):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface(only(folder, ".xml").read_text(encoding="utf-8"))
    interface.validate()
    (task,) = json.loads(only(folder, ".json").read_text(encoding="utf-8"))
    assert interface.validate_task({"data": task["data"]})
    regions = []
    for annotation in task["annotations"]:
        assert interface.validate_annotation(annotation), annotation["created_username"]
        regions += annotation["result"]
    for prediction in task["predictions"]:
        assert interface.validate_prediction(prediction)
        regions += prediction["result"]
    for region in regions:
        value = region["value"]
        if region["type"] == "labels":
            same(task["data"]["text"][value["start"] : value["end"]], value["text"], region["id"])
    return f"{len(regions)} regions fit the configuration"


def doccano(folder):
    """The rules by which doccano's importer refuses a line."""
    count = 0
    for line in only(folder, ".jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        assert len(item["text"]) > 0
        for start, end, label in item["label"]:
            assert 0 <= start < end <= len(item["text"]) and label.strip(), (start, end, label)
            count += 1
    return f"{count} labels"


def scorer(folder, program, proof, *arguments):
    import subprocess

    tools = need(FETCHED / "semeval2020-tools")
    labels = str(only(folder, ".tsv").resolve())
    command = [sys.executable, program, "-s", labels, "-r", labels, *arguments]
    done = subprocess.run(command, cwd=tools, capture_output=True, text=True)
    said = done.stdout + done.stderr
    # They end with 0 although they refuse, and print that the format is right before they fail.
    assert done.returncode == 0 and proof in said and "ERROR" not in said, said
    return f"{program} accepts it"


def semeval_si(folder):
    return scorer(folder, "task-SI_scorer.py", "F1=1.000000")


def semeval_tc(folder):
    import sklearn  # the program's own need

    assert sklearn
    names = "data/propaganda-techniques-names-semeval2020task11.txt"
    return scorer(folder, "task-TC_scorer.py", "F1=1.000000", "-p", names)


CHECKERS = {
    "w3c": [w3c, w3c_words],
    "brat": [brat],
    "qdpx": [qdpx, qdpx_import],
    "qdc": [qdc],
    "cas": [cas],
    "csv": [table],
    "jsonl": [jsonl],
    "hypothesis": [hypothesis, hypothesis_words],
    "label-studio": [label_studio],
    "doccano": [doccano],
    "semeval-si": [semeval_si],
    "semeval-tc": [semeval_tc],
}


def main():
    checker = next(one for one in CHECKERS[sys.argv[1]] if one.__name__ == sys.argv[2])
    try:
        print(checker(pathlib.Path(sys.argv[3])))
    except ImportError as missing:
        print(f"{missing.name} is not installed")
        sys.exit(77)


main()
