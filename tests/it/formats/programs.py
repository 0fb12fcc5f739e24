"""Whole programs that take an export in, by hand: they are too large for every run of the tests.

    python3 -m venv doccano && doccano/bin/pip install doccano 'marshmallow<3.20' numpy==1.26.4 pandas==2.0.3
    doccano/bin/python tests/it/formats/programs.py doccano hard.doccano.jsonl

    python3 -m venv studio && studio/bin/pip install label-studio
    studio/bin/python tests/it/formats/programs.py label-studio hard.label-studio.json

Each makes a database of its own in a temporary folder (Label Studio's takes minutes) and says what arrived.
"""

import json
import os
import pathlib
import sys
import tempfile


def start(package, settings):
    """Makes the program's database where `settings` say; it reads them from the environment."""
    os.environ.update(settings)
    sys.path.insert(0, str(pathlib.Path(list(__import__(package).__path__)[0])))
    import django
    from django.core import management

    django.setup()
    management.call_command("migrate", verbosity=0)
    return management


def doccano(path, home):
    management = start(
        "backend",
        {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "STANDALONE": "True",
            "DATABASE_URL": f"sqlite:///{home}/db.sqlite3",
            "MEDIA_ROOT": f"{home}/media",
        },
    )
    management.call_command("create_roles")
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import create_file_format
    from data_import.pipeline.readers import FileName
    from django.contrib.auth import get_user_model
    from labels.models import Span
    from projects.models import ProjectType, SequenceLabelingProject

    user = get_user_model().objects.create_user("demo")
    given = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = sorted((one["text"][start:end], label) for one in given for start, end, label in one["label"])
    for overlaps in [True, False]:
        project = SequenceLabelingProject.objects.create(
            name="demo", project_type=ProjectType.SEQUENCE_LABELING, created_by=user, allow_overlapping=overlaps
        )
        files = [FileName(str(path), path.name, path.name)]
        columns = {"encoding": "utf_8", "column_data": "text", "column_label": "label"}
        data = load_dataset("SequenceLabeling", create_file_format("JSONL"), files, project, **columns)
        data.save(user)
        spans = Span.objects.filter(example__project=project)
        found = sorted((one.example.text[one.start_offset : one.end_offset], one.label.text) for one in spans)
        print(f"overlaps {overlaps}: {len(found)} of {len(wanted)} spans, errors {data.errors}")
        assert not overlaps or found == wanted, "not the same words and labels"


def label_studio(path, home):
    start(
        "label_studio",
        {
            "DJANGO_SETTINGS_MODULE": "core.settings.label_studio",
            "LABEL_STUDIO_BASE_DATA_DIR": str(home),
            "DJANGO_DB": "sqlite",
            "COLLECT_ANALYTICS": "false",
            "LATEST_VERSION_CHECK": "false",
        },
    )
    from organizations.models import Organization
    from rest_framework.test import APIClient
    from tasks.models import Prediction
    from users.models import User

    user = User.objects.create_user(email="demo@example.org", password="demo")
    user.active_organization = Organization.create_organization(created_by=user, title="demo")
    user.save()
    client = APIClient()
    client.force_authenticate(user)
    given = json.loads(path.read_text(encoding="utf-8"))
    project = {"title": "demo", "label_config": path.with_suffix(".xml").read_text(encoding="utf-8")}
    made = client.post("/api/projects/", project, format="json")
    place = f"/api/projects/{made.json()['id']}"
    print(client.post(f"{place}/import", given, format="json").content)
    export = client.get(f"{place}/export?exportType=JSON")
    back = json.loads(b"".join(export.streaming_content) if export.streaming else export.content)

    def regions(results):
        fields = ["type", "id", "value"]
        return sorted(json.dumps([one[name] for name in fields], sort_keys=True) for one in results)

    def annotated(tasks):
        return regions(one for task in tasks for by in task["annotations"] for one in by["result"])

    predicted = regions(one for task in given for by in task["predictions"] for one in by["result"])
    arrived = regions(one for by in Prediction.objects.all() for one in by.result)
    assert annotated(back) == annotated(given) and arrived == predicted, "not the same regions"
    assert [task["data"] for task in back] == [task["data"] for task in given], "not the same text"
    print(f"{len(annotated(back))} regions and {len(arrived)} predicted ones are the same")


with tempfile.TemporaryDirectory() as home:
    {"doccano": doccano, "label-studio": label_studio}[sys.argv[1]](pathlib.Path(sys.argv[2]), home)
