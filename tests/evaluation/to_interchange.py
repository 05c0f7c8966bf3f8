#!/usr/bin/env python3
"""Turn a run's documents.jsonl into the interchange format of the evaluation scorers.

  to_interchange.py [--named] OUT/documents.jsonl > predictions.jsonl

All offsets are those of the source file. Quotations of several parts become one entry with
`spans`; speakers carry their name and, where it is known, the place that names them. With --named
a pronoun gives way to the nearest place before it that names the same entity: what the resolution
of pronouns is worth, for scorers that look at that place only.
"""
import json
import os
import sys

SPEECH_TURNS = {'article', 'comment', 'question', 'answer', 'minutes', 'email'}


def span(row):
    return {'start': row['source_begin'], 'end': row['source_end']}


def at(rows, reference):
    """The row that a reference names, or None."""
    return None if reference is None or reference < 0 else rows[reference]


def person(layers, reference):
    entity = at(layers.get('entity', []), reference)
    if entity is None or entity.get('kind') == 'anonymous':
        return None
    return {'name': entity.get('name', '')}


def addressee(layers, row):
    people = [person(layers, reference) for reference in row.get('addressees') or []]
    names = [p['name'] for p in people if p]
    return {'name': '; '.join(names)} if names else None


def turn(layers, row):
    out = dict(span(row), kind=row['kind'], speaker=person(layers, row.get('speaker')),
               addressee=addressee(layers, row))
    if row.get('ordinal') is not None:
        out['ordinal'] = row['ordinal']
    answered = at(layers['turn'], row.get('reply_to'))
    if answered is not None:
        out['reply_to'] = answered.get('ordinal', 'article')
    return {key: value for key, value in out.items() if value is not None}


def named_place(layers, mention):
    """The mention by name before a pronoun of the same entity, else the first after it; or the pronoun."""
    if mention is None or mention.get('form') != 'pronoun' or mention.get('entity') is None:
        return mention
    places = [m for m in layers['mention']
              if m.get('entity') == mention['entity'] and m.get('form') != 'pronoun']
    before = [m for m in places if m['begin'] < mention['begin']]
    if before:
        return max(before, key=lambda m: m['begin'])
    return min(places, key=lambda m: m['begin'], default=mention)


def quote(layers, row, named):
    speaker = person(layers, row.get('speaker'))
    mention = at(layers.get('mention', []), row.get('mention'))
    if named:
        mention = named_place(layers, mention)
    if mention is not None:
        speaker = dict(speaker or {}, **span(mention))
    out = dict(span(row), type=row['kind'], speaker=speaker, addressee=addressee(layers, row),
               confidence=row.get('confidence'))
    parts = [at(layers['quote_part'], reference) for reference in row.get('parts') or []]
    if parts:
        out['spans'] = [[part['source_begin'], part['source_end']] for part in parts]
    return {key: value for key, value in out.items() if value is not None}


def document(record, named):
    layers = record.get('layers', {})
    turns = layers.get('turn', [])
    return {'doc': os.path.basename(record.get('source', {}).get('uri') or record['id']),
            'turns': [turn(layers, row) for row in turns if row['kind'] in SPEECH_TURNS],
            'boilerplate': [span(row) for row in turns if row['kind'] == 'boilerplate'],
            'quotes': [quote(layers, row, named) for row in layers.get('quote', [])]}


def main(path, named):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            if line.strip():
                print(json.dumps(document(json.loads(line), named), ensure_ascii=False))


if __name__ == '__main__':
    arguments = [a for a in sys.argv[1:] if a != '--named']
    if len(arguments) != 1:
        sys.exit(__doc__)
    main(arguments[0], '--named' in sys.argv)
