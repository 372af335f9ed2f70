"""A check by hand against a real Anki, whose library is told by ANKI_LIBRARY (the folder that holds `anki`).

    python3 real-anki.py open gates.apkg     what Anki makes of a package: a summary, and what is wrong with it
    python3 real-anki.py make folder         packages of Anki's own, with and without scheduling

For Anki 2.1.15, the last one that is Python alone; see docs/decisions/2026-11-28-a-real-anki.md.
"""

import hashlib
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.environ["ANKI_LIBRARY"])

from anki import Collection, version  # noqa: E402
from anki.exporting import AnkiPackageExporter  # noqa: E402
from anki.importing.apkg import AnkiPackageImporter  # noqa: E402

GOOD = 2  # of a card in its first steps


def new_collection():
    return Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))


def bring(collection, file):
    importer = AnkiPackageImporter(collection, file)
    importer.run()
    return {"added": importer.added, "updated": importer.updated, "same": importer.dupes}


def export(collection, file, has_scheduling, deck=None):
    exporter = AnkiPackageExporter(collection)
    exporter.includeSched = has_scheduling
    exporter.includeMedia = True
    exporter.did = deck
    exporter.exportInto(os.path.abspath(file))


def card_problems(card):
    """Both sides are rendered by Anki's own templates; a field's name that it does not know is told in the text."""
    for side in (card.q(), card.a()):
        text = side.split("</style>")[-1]
        if "unknown field" in text or re.search(r"\{\{c\d+::", text):
            yield "%s %d: %s" % (card.note().guid, card.ord, text[:200])


def open_package(file):
    collection = new_collection()
    problems = []
    first = bring(collection, os.path.abspath(file))
    counts = (collection.noteCount(), collection.cardCount())
    second = bring(collection, os.path.abspath(file))
    if second["added"] or (collection.noteCount(), collection.cardCount()) != counts:
        problems.append("the same file again doubles notes: %s" % second)
    missing, unused, odd = collection.media.check()
    problems += ["not there: %s" % name for name in missing] + ["not shown: %s" % name for name in unused]
    folder = collection.media.dir()
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as picture:
            if hashlib.sha256(picture.read()).hexdigest() not in name:
                problems.append("other bytes than its name says: %s" % name)
    cards = [collection.getCard(each) for each in collection.db.list("select id from cards order by id")]
    for card in cards:
        problems += card_problems(card)
    problems += ["an empty card: %d" % each for each in collection.emptyCids()]
    told, is_sound = collection.fixIntegrity()
    if not is_sound:
        problems.append(told)
    return {
        "anki": version,
        "first": first,
        "again": second,
        "decks": [deck["name"] for deck in collection.decks.all()],
        "types": sorted({card.model()["name"] for card in cards}),
        "tags": collection.tags.all(),
        "pictures": len(os.listdir(folder)),
        "cards": [
            [card.note().guid, card.ord, card.type, card.queue, card.due, card.ivl, card.reps, card.lapses]
            for card in cards
        ],
        "answers": collection.db.scalar("select count() from revlog"),
        "problems": problems,
    }


def add_note(collection, type_name, deck, fields, tags=()):
    model = collection.models.byName(type_name)
    model["did"] = collection.decks.id(deck)
    collection.models.save(model)
    collection.models.setCurrent(model)
    note = collection.newNote()
    for at, field in enumerate(fields):
        note.fields[at] = field
    note.tags = list(tags)
    collection.addNote(note)


def make_packages(folder):
    collection = new_collection()
    picture = os.path.join(tempfile.mkdtemp(), "my cell.png")
    with open(picture, "wb") as out:
        out.write(
            bytes.fromhex(
                "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
                "0000000049454e44ae426082"
            )
        )
    name = collection.media.addFile(picture)
    add_note(
        collection,
        "Basic",
        "RNN::Gates",
        [r'What is \(f_t\)?<br><img src="%s">' % name, r"A gate, <b>bold</b> &amp; \[x &lt; y\]"],
        ["lstm", "gates::forget"],
    )
    add_note(collection, "Basic (and reversed card)", "RNN::Gates", ["update gate", "更新门"], ["gru"])
    add_note(collection, "Cloze", "RNN", [r"{{c1::Paris::city}} and {{c2::\(\frac{a}{b}\)}}", "a remark"])
    add_note(collection, "Basic (type in the answer)", "RNN", ["Which activation?", "tanh"], ["typed"])
    collection.decks.select(collection.decks.id("RNN"))
    collection.reset()
    for _ in range(4):
        card = collection.sched.getCard()
        card.startTimer()
        collection.sched.answerCard(card, GOOD)
    for has_scheduling, file in ((True, "with-scheduling.apkg"), (False, "plain.apkg")):
        export(collection, os.path.join(folder, file), has_scheduling, collection.decks.id("RNN"))


if __name__ == "__main__":
    what, place = sys.argv[1:]
    if what == "make":
        make_packages(place)
    else:
        result = open_package(place)
        print(json.dumps(result, ensure_ascii=False, indent=1))
        sys.exit(1 if result["problems"] else 0)
