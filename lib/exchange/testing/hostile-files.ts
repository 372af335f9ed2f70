import Database from 'better-sqlite3'
import { SCHEMA_11 } from '../apkg/schema-11'
import { BASIC_TYPE, buildApkg, buildSchema11, CLOZE_TYPE, type BuiltNote } from './build-apkg'
import { buildZip, buildZstd, type BuiltEntry } from './build-zip'

/** A file made to do harm, and the refusals that it may meet; without any it is read, and made harmless. */
export type HostileFile = {
  name: string
  fileName: string
  bytes: () => Uint8Array
  refused?: readonly string[]
}

const full = process.env.UNROLL_FULL !== undefined
const DECK = 1_700_000_000_001
const text = (value: string) => new TextEncoder().encode(value)
const apkgName = 'deck.apkg'

const note = (id: number, fields: string[], more: Partial<BuiltNote> = {}): BuiltNote => ({
  id,
  guid: `g${id}`,
  typeId: BASIC_TYPE.id,
  fields,
  cards: [{ ord: 0, deckId: DECK }],
  ...more,
})

const packageOf = (notes: BuiltNote[], media: { name: string; bytes: Uint8Array }[] = []) =>
  buildApkg({ types: [BASIC_TYPE, CLOZE_TYPE], decks: [{ id: DECK, name: 'Deck' }], notes, media }, 'anki21')

const collection = (notes: BuiltNote[] = [note(1, ['q', 'a'])]) =>
  buildSchema11({ types: [BASIC_TYPE], decks: [{ id: DECK, name: 'Deck' }], notes })

const zipOf = (database: Uint8Array, more: BuiltEntry[] = []) =>
  buildZip([{ name: 'collection.anki21', bytes: database }, { name: 'media', bytes: text('{}') }, ...more])

const changed = (sql: string) => {
  const database = new Database(Buffer.from(collection()))
  database.exec(sql)
  return zipOf(new Uint8Array(database.serialize()))
}

/** A zstd frame of blocks that repeat one byte: four bytes of file for 128 kB. */
function endlessZstd(blocks: number, head: number[] = [0x00, 0x38]): Uint8Array {
  const repeat = (isLast: boolean) => {
    const block = (isLast ? 1 : 0) | (1 << 1) | (131_072 << 3)
    return [block & 0xff, (block >> 8) & 0xff, block >> 16, 0x41]
  }
  const body = Array.from({ length: blocks }, (_, i) => repeat(i === blocks - 1)).flat()
  return new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, ...head, ...body])
}

const newest = (database: Uint8Array) =>
  buildZip([
    { name: 'meta', bytes: new Uint8Array([8, 3]), isStored: true },
    { name: 'collection.anki21b', bytes: database, isStored: true },
    { name: 'media', bytes: buildZstd(new Uint8Array()), isStored: true },
  ])

/** A directory that says it has `count` entries, and has `real` of them. */
function manyEntries(count: number, real: number): Uint8Array {
  const central = Buffer.alloc(47 * real)
  for (let i = 0; i < real; i++) {
    central.writeUInt32LE(0x02014b50, i * 47)
    central.writeUInt16LE(1, i * 47 + 28)
    central[i * 47 + 46] = 97
  }
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(central.length), 40)
  end64.writeBigUInt64LE(4n, 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(4 + central.length), 8)
  const end = Buffer.alloc(22, 0xff)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(0, 20)
  return new Uint8Array(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), central, end64, locator, end]))
}

const ZIP = ['zip-damaged', 'no-collection', 'zip-entry-too-large', 'zip-too-many-entries']
const DATABASE = ['database-damaged', 'database-not-anki', 'no-notes']
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)

const named = (name: string) => packageOf([note(1, [`<img src="${name}">`, 'a'])], [{ name, bytes: png }])

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'a zip bomb for a collection',
    fileName: apkgName,
    bytes: () => zipOf(zeros(full ? 600 : 280)),
    refused: ZIP,
  },
  {
    name: 'a zip bomb that says it is small',
    fileName: apkgName,
    bytes: () =>
      buildZip([{ name: 'collection.anki21', bytes: zeros(full ? 600 : 280), claims: { size: 1_000 } }]),
    refused: ZIP,
  },
  {
    name: 'a zip bomb for a picture',
    fileName: apkgName,
    bytes: () => zipOf(collection([note(1, ['<img src="a.png">', 'a'])]), [{ name: '0', bytes: zeros(100) }]),
  },
  {
    name: 'ten million entries that are not there',
    fileName: apkgName,
    bytes: () => manyEntries(10_000_000, 3),
    refused: ZIP,
  },
  {
    name: 'more entries than any deck has',
    fileName: apkgName,
    bytes: () => manyEntries(full ? 1_000_000 : 70_000, full ? 1_000_000 : 70_000),
    refused: ['zip-too-many-entries'],
  },
  ...[
    '../../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    '..\\..\\x.png',
    `${'n'.repeat(300)}.png`,
    'a\u0000b.png',
    '__proto__',
    'con.png',
  ].map((name): HostileFile => ({
    name: `a picture called ${JSON.stringify(name.slice(0, 30))}`,
    fileName: apkgName,
    bytes: () => named(name),
  })),
  ...['../collection.anki2', '/collection.anki21', 'x/collection.anki2'].map((name): HostileFile => ({
    name: `a collection called ${name}`,
    fileName: apkgName,
    bytes: () => buildZip([{ name, bytes: collection() }]),
    refused: ZIP,
  })),
  {
    name: 'an entry of 300 bytes of name',
    fileName: apkgName,
    bytes: () => zipOf(collection(), [{ name: 'n'.repeat(300), bytes: png }]),
  },
  {
    name: 'names that are no UTF-8',
    fileName: apkgName,
    bytes: () => zipOf(collection(), [{ name: new Uint8Array([0xff, 0xfe, 0x00]), bytes: png }]),
  },
  {
    name: 'a view for notes',
    fileName: apkgName,
    bytes: () =>
      changed(
        'ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i AS id, i AS guid, 1 AS mid, 1 AS mod, 1 AS usn, 1 AS tags, 1 AS flds, 1 AS sfld, 1 AS csum, 0 AS flags, 1 AS data FROM r',
      ),
    refused: DATABASE,
  },
  {
    name: 'a computed column',
    fileName: apkgName,
    bytes: () => changed('ALTER TABLE notes ADD COLUMN big AS (zeroblob(1000000000))'),
    refused: DATABASE,
  },
  {
    name: 'a trigger that deletes',
    fileName: apkgName,
    bytes: () => changed('CREATE TRIGGER t AFTER UPDATE ON notes BEGIN DELETE FROM notes; END'),
  },
  {
    name: 'a field of 50 MB in a database',
    fileName: apkgName,
    bytes: () => packageOf([note(1, ['x'.repeat(50_000_000), 'a']), note(2, ['q', 'a'])]),
  },
  {
    name: 'col without JSON',
    fileName: apkgName,
    bytes: () => changed("UPDATE col SET models = '[[[', decks = '{'"),
    refused: DATABASE,
  },
  {
    name: 'col of other JSON',
    fileName: apkgName,
    bytes: () =>
      changed(
        `UPDATE col SET models = '{"__proto__":{"name":1,"flds":7},"constructor":{"tmpls":[{"qfmt":[]}]}}'`,
      ),
  },
  {
    name: 'an empty collection',
    fileName: apkgName,
    bytes: () => zipOf(new Uint8Array(new Database(':memory:').exec(SCHEMA_11).serialize())),
    refused: DATABASE,
  },
  {
    name: 'no database at all',
    fileName: apkgName,
    bytes: () => zipOf(text('SQLite format 3\u0000 and nothing more')),
    refused: DATABASE,
  },
  {
    name: 'zstd that inflates without end',
    fileName: apkgName,
    bytes: () => newest(endlessZstd(full ? 200_000 : 20_000)),
    refused: ['zip-entry-too-large'],
  },
  {
    name: 'zstd whose last block never comes',
    fileName: apkgName,
    bytes: () => newest(endlessZstd(100).subarray(0, 350)),
    refused: ['zstd-damaged'],
  },
  {
    name: 'zstd that asks for two gigabytes',
    fileName: apkgName,
    bytes: () => newest(endlessZstd(2, [0x00, 0xa8])),
    refused: ['zip-entry-too-large'],
  },
  {
    name: 'zstd that says it is four gigabytes',
    fileName: apkgName,
    bytes: () => newest(endlessZstd(2, [0xa0, 0xff, 0xff, 0xff, 0xff])),
    refused: ['zip-entry-too-large'],
  },
  {
    name: 'a form of the future',
    fileName: apkgName,
    bytes: () => buildZip([{ name: 'meta', bytes: new Uint8Array([8, 9]) }]),
    refused: ['newer-format'],
  },
  {
    name: 'rows of 64 MB and more',
    fileName: 'a.csv',
    bytes: () => text('q,a\n'.repeat(full ? 50_000_000 : 17_000_000)),
    refused: ['text-too-long'],
  },
  {
    name: 'one field of 50 MB',
    fileName: 'a.csv',
    bytes: () => text(`q,"${'x'.repeat(50_000_000)}"\nq2,a2\n`),
  },
  {
    name: 'too many rows',
    fileName: 'a.csv',
    bytes: () => text(Array.from({ length: 30_000 }, (_, i) => `q${i},a`).join('\n')),
    refused: ['too-many-notes'],
  },
  {
    name: 'quotes that are never closed',
    fileName: 'a.csv',
    bytes: () => text(`q,"a\n${'more,text\n'.repeat(1_000)}`),
  },
  { name: 'quotes in the middle', fileName: 'a.csv', bytes: () => text('q "x" y,a"b"c\n"q""2","a"2"\n') },
  { name: 'columns without end', fileName: 'a.csv', bytes: () => text(`${'x,'.repeat(1_000_000)}\nq,a\n`) },
  {
    name: 'header lines without end',
    fileName: 'a.txt',
    bytes: () => text(`${'#separator:Comma\n'.repeat(100_000)}q,a\n`),
    refused: ['too-many-notes'],
  },
  {
    name: 'halves of surrogate pairs',
    fileName: 'a.json',
    bytes: () =>
      text(
        '{"format":"unroll-deck","version":1,"deck":{"key":"a","title":{"en":"\\ud800"},"description":{}},"notes":[{"key":"a","kind":"BASIC","tags":["\\udfff"],"fields":{"en":{"front":"\\ud800x","back":"\\udc00"}}}]}',
      ),
  },
  {
    name: 'JSON nested a million deep',
    fileName: 'a.json',
    bytes: () => text(`{"a":${'['.repeat(1_000_000)}`),
    refused: ['json-damaged'],
  },
  {
    name: 'JSON with a prototype',
    fileName: 'a.json',
    bytes: () => text('{"__proto__":{"format":"unroll-deck"},"notes":[]}'),
    refused: ['json-not-ours'],
  },
  {
    name: 'formulas nested ten thousand deep',
    fileName: apkgName,
    bytes: () =>
      packageOf([
        note(1, [`\\(${'{'.repeat(10_000)}${'}'.repeat(10_000)}\\)`, 'a']),
        note(2, [`\\[${'\\frac{'.repeat(5_000)}\\]`, 'b']),
        note(3, [`\\(${'\\left('.repeat(10_000)}\\)`, 'c']),
      ]),
  },
  {
    name: 'HTML nested ten thousand deep',
    fileName: apkgName,
    bytes: () =>
      packageOf([
        note(1, ['<div>'.repeat(10_000), 'a']),
        note(2, ['<b><i>'.repeat(1_900), 'a']),
        note(3, [`${'<ul><li>'.repeat(900)}x`, 'a']),
        note(4, ['<table>'.repeat(3_000), 'a']),
      ]),
  },
  {
    name: 'clozes nested a thousand deep',
    fileName: apkgName,
    bytes: () =>
      packageOf([
        note(1, [`${'{{c1::'.repeat(1_000)}x${'}}'.repeat(1_000)}`, ''], { typeId: CLOZE_TYPE.id }),
        note(2, ['{{c1::'.repeat(30_000), ''], { typeId: CLOZE_TYPE.id }),
      ]),
  },
  {
    name: 'Markdown that backtracks',
    fileName: 'a.md',
    bytes: () =>
      text(
        `---\ndeck: a\ntitle: { en: A }\n---\n## k\n### en\n${'> '.repeat(5_000)}x ${'['.repeat(9_000)}\n---\n${'*a_'.repeat(5_000)}\n`,
      ),
  },
  {
    name: 'YAML that multiplies',
    fileName: 'a.md',
    bytes: () => text('---\ndeck: a\ntitle: &a { en: A }\nb: [*a,*a,*a]\n---\n## k\n### en\nq\n---\na\n'),
    refused: ['deck-file'],
  },
  {
    name: 'a picture called a deck',
    fileName: 'a.md',
    bytes: () => new Uint8Array([...png, ...Array.from({ length: 5_000 }, (_, i) => (i * 37) % 256)]),
    refused: ['text-not-text', 'no-notes'],
  },
  { name: 'nothing', fileName: 'a.csv', bytes: () => new Uint8Array(), refused: ['no-notes'] },
]

/** A sound package cut off at many places. */
export function cutPackages(count: number): Uint8Array[] {
  const whole = packageOf([note(1, ['<img src="a.png">', 'a'])], [{ name: 'a.png', bytes: png }])
  return Array.from({ length: count }, (_, i) =>
    whole.subarray(0, Math.floor((whole.length * (i + 1)) / (count + 1))),
  )
}

/** A sound database with a few bytes of it changed: the same ones for the same number. */
export function mutatedDatabase(seed: number): Uint8Array {
  const bytes = collection(
    Array.from({ length: 60 }, (_, i) => note(i + 1, [`question ${i} ${'x'.repeat(200)}`, 'a'])),
  ).slice()
  let state = seed * 2_654_435_761 + 1
  const next = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % limit
  }
  const changes = 1 + next(40)
  // Past the first sixteen bytes, which are looked at before anything: most harm is in the heads of pages.
  for (let i = 0; i < changes; i++) {
    const page = next(Math.floor(bytes.length / 4_096)) * 4_096
    const at = next(3) === 0 ? 16 + next(bytes.length - 16) : Math.max(16, page + next(120))
    bytes[at] = next(256)
  }
  return zipOf(bytes)
}
