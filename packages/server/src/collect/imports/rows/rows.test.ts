import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CsvReader } from './csv-reader.ts';
import { openTable } from './open-table.ts';
import { rowsOf, type Table } from './table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-rows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let number = 0;
async function file(bytes: string | Buffer): Promise<string> {
  number += 1;
  const path = join(folder, `${number}.bin`);
  await writeFile(path, bytes);
  return path;
}
async function all(table: Table) {
  const rows: unknown[] = [];
  for await (const row of rowsOf(table)) rows.push(row);
  return rows;
}
const read = async (bytes: string | Buffer, options = {}) => {
  const table = await openTable(await file(bytes), options);
  return { columns: table.columns, rows: await all(table), remarks: table.remarks, format: table.format };
};

describe('delimited text', () => {
  const hard = [
    'a;b;c',
    '1;"x;y";"say ""hi"""',
    '2;"two\nlines";z',
    '3;5" screen;it "is"',
    '',
    '4;tail',
    '5;;"" ',
  ].join('\r\n');
  const expected = [
    { line: 2, cells: ['1', 'x;y', 'say "hi"'] },
    { line: 3, cells: ['2', 'two\nlines', 'z'] },
    { line: 5, cells: ['3', '5" screen', 'it "is"'] },
    { line: 7, cells: ['4', 'tail'] },
    { line: 8, cells: ['5', '', ' '] },
  ];
  it('is cut into the same rows wherever the pieces end', () => {
    for (let size = 1; size < hard.length + 1; size += 1) {
      const reader = new CsvReader(';');
      const records = [];
      for (let at = 0; at < hard.length; at += size) records.push(...reader.push(hard.slice(at, at + size)));
      records.push(...reader.end());
      expect(records.slice(1), `in pieces of ${size}`).toEqual(expected);
    }
  });
  it('with a quote that is never closed loses that row alone', async () => {
    const { rows } = await read('a,b\n1,x\n2,"y\n3,z\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'x'] },
      { line: 3, cells: ['2', '"y'], broken: 'a quote is opened here and never closed' },
      { line: 4, cells: ['3', 'z'] },
    ]);
  });
  it('without any separator is read in one go, however many quotes it has', () => {
    const searched = { characters: 0 };
    const counting = new Proxy(String.prototype.indexOf, {
      apply(indexOf, text: string, [what, from = 0]: [string, number?]) {
        const at = Reflect.apply(indexOf, text, [what, from]) as number;
        searched.characters += (at < 0 ? text.length : at) - from;
        return at;
      },
    });
    const text = '"a cell"\n'.repeat(20_000);
    const plain = String.prototype.indexOf;
    String.prototype.indexOf = counting;
    try {
      const reader = new CsvReader(',');
      expect([...reader.push(text), ...reader.end()]).toHaveLength(20_000);
    } finally {
      String.prototype.indexOf = plain;
    }
    expect(searched.characters).toBeLessThan(10 * text.length);
  });
  it('with a line that never ends loses that line alone, and holds no more of it than a row may take', () => {
    const reader = new CsvReader(',');
    const records = [...reader.push('a,b\n1,x\n')];
    for (let piece = 0; piece < 40; piece += 1) records.push(...reader.push('z'.repeat(256 * 1024)));
    records.push(...reader.push('\n3,y\n'), ...reader.end());
    expect(records.slice(2)).toEqual([
      { line: 3, cells: [''], broken: expect.stringContaining('longer than 4 MB') },
      { line: 4, cells: ['3', 'y'] },
    ]);
    expect(JSON.stringify(reader).length).toBeLessThan(1_000);
  });
  it('whose first line never ends has no names of columns, which is said', async () => {
    await expect(read('x'.repeat(5 * 1024 * 1024))).rejects.toThrow('in line 1, cannot be read');
  });
  it('gives its file back when only its beginning was read', async () => {
    const path = await file(`a,b\n${'1,2\n'.repeat(300_000)}`);
    const table = await openTable(path);
    for await (const row of rowsOf(table)) if (row.line > 10) break;
    const unread = await openTable(path);
    const open = async () => {
      const links = await Promise.all(
        (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
      );
      return links.filter((link) => link === path).length;
    };
    expect(await open()).toBeGreaterThan(0);
    table.close();
    unread.close();
    await expect.poll(open, { timeout: 20_000 }).toBe(0);
  });
  it('with more cells than the header has says so', async () => {
    const { rows } = await read('a,b\n1,x,y\n2,z,\n');
    expect(rows).toMatchObject([
      { broken: expect.stringContaining('3 cells, but the header has 2') },
      { cells: ['2', 'z', ''] },
    ]);
  });
  it('of an old Mac, with the separator said in front, is read', async () => {
    expect((await read('a,b\r1,2\r3,4')).rows).toHaveLength(2);
    expect(await read('sep=|\r\na|b\r\n1|2\r\n')).toMatchObject({
      columns: ['a', 'b'],
      rows: [{ cells: ['1', '2'] }],
    });
  });
  it('is Latin-1 where any byte of it says so, however late', async () => {
    const text = `name\n${'plain\n'.repeat(60_000)}Åsa\n`;
    expect((await read(Buffer.from(text, 'latin1'))).rows.at(-1)).toMatchObject({ cells: ['Åsa'] });
    expect((await read(Buffer.from(text))).rows.at(-1)).toMatchObject({ cells: ['Åsa'] });
  });
});

it.each([
  ['', 'ÅÄÖ på lördag'],
  ['\ufeff', 'ÅÄÖ på lördag'],
])('one bad byte in a UTF-8 file spoils its own letter and no other (%j in front)', async (mark, words) => {
  const bad = Buffer.concat([
    Buffer.from(`${mark}name\n${`${words}\n`.repeat(20)}S`),
    Buffer.from([0xe5]),
    Buffer.from(`r\n${words}\n`),
  ]);
  const { rows, remarks, columns } = await read(bad);
  expect(columns).toEqual(['name']);
  expect(rows.at(-1)).toMatchObject({ cells: [words] });
  expect(rows.at(-2)).toMatchObject({ cells: ['S\ufffdr'] });
  expect(remarks.join(' ')).toContain('1 letters of the file are not UTF-8');
});

it('JSON lines are a table with dots for what stands inside', async () => {
  const lines = [
    '{"id":1,"customer":{"email":"a@example.org"},"score":9.5}',
    '',
    'oops',
    '{"id":2,"tags":["x","y"],"ok":true}',
    '[1]',
  ];
  expect(await read(lines.join('\n'))).toMatchObject({
    format: 'json_lines',
    columns: ['id', 'customer.email', 'score', 'tags', 'ok'],
    rows: [
      { line: 1, cells: [1, 'a@example.org', 9.5, '', ''] },
      { line: 3, broken: expect.stringContaining('not JSON') },
      { line: 4, cells: [2, '', '', '["x","y"]', 'true'] },
      { line: 5, broken: expect.stringContaining('not an object') },
    ],
  });
});

it('a JSON line that never ends is told once, and the lines behind it are read', async () => {
  const text = `{"id":1}\n{"id":"${'x'.repeat(9 * 1024 * 1024)}"}\n{"id":3}\n`;
  expect((await read(text)).rows).toMatchObject([
    { line: 1, cells: [1] },
    { line: 2, broken: 'the line is longer than 4 MB' },
    { line: 3, cells: [3] },
  ]);
});

it.each([
  ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'save it as .xlsx'],
  ['a packed file', Buffer.from([0x1f, 0x8b, 8, 0]), 'unpack it'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
  ['a JSON list', Buffer.from('[{"a":1}]'), 'one object a line'],
  ['bytes that are no text', Buffer.from([1, 2, 3, 0, 0xff]), 'not text'],
])('%s is refused with what would be right', async (_, bytes, words) => {
  await expect(read(bytes)).rejects.toThrow(words);
});

it('a Parquet file whose last part is damaged is told in words', async () => {
  const tail = Buffer.alloc(4);
  tail.writeUInt32LE(50);
  const damaged = Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(100), tail, Buffer.from('PAR1')]);
  await expect(read(damaged)).rejects.toThrow(/cannot be read: (it is|its last part.* is) damaged/);
});

describe('a workbook', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
  const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>
    <x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2" t="inlineStr"><x:is><x:t>NPS</x:t></x:is></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2" t="str"><x:v>Sum</x:v></x:c></x:row>
    <x:row r="3"><x:c r="A3" s="1"><x:v>46112</x:v></x:c><x:c r="B3"><x:v>9</x:v></x:c><x:c r="C3" t="s"><x:v>2</x:v></x:c><x:c r="D3"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>
    <x:row r="5"><x:c r="A5" s="2"><x:v>46112.34375</x:v></x:c><x:c r="C5" t="e"><x:v>#N/A</x:v></x:c><x:c r="D5"><x:f>WEBSERVICE("http://x")</x:f></x:c></x:row>
  </x:sheetData></x:worksheet>`;
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Hidden" state="hidden" r:id="r9"/><sheet name="Answers" r:id="r1"/><sheet name="More" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r9" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml':
      '<sst><si><t>Datum</t></si><si><r><t>Kom</t></r><r><t>mentar</t></r></si><si><t>Kö &amp; kassa</t><rPh><t>x</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  it('gives texts, numbers, dates and saved values of formulas, and computes nothing', async () => {
    const { columns, rows, remarks } = await read(zip(parts));
    expect(columns).toEqual(['Datum', 'NPS', 'Kommentar', 'Sum']);
    expect(rows).toEqual([
      { line: 3, cells: ['2026-03-31', 9, 'Kö & kassa', 2] },
      { line: 5, cells: ['2026-03-31T08:15:00'] },
    ]);
    expect(remarks.join(' ')).toContain('"Answers" is read; "More" is left out');
    expect(remarks.join(' ')).toContain('1 formulas have no saved value');
    expect(remarks.join(' ')).toContain('1 cells hold an error');
  });
  it('whose sheet is not there says which there are', async () => {
    await expect(read(zip(parts), { sheet: 'Svar' })).rejects.toThrow(
      'there are "Hidden", "Answers", "More"',
    );
  });
  it('that unpacks to far more than it is is refused', async () => {
    const bomb = zip({ ...parts, 'xl/worksheets/sheet1.xml': '<a>'.padEnd(70 * 1024 ** 2) });
    await expect(read(bomb)).rejects.toThrow('zip bomb');
  });
  it('that is nested without end is refused before it is held in memory', async () => {
    const deep = zip({ ...parts, 'xl/worksheets/sheet1.xml': '<a>'.repeat(1_000) });
    await expect(read(deep)).rejects.toThrow('nested more than 100 levels deep');
  });
  it('whose part is larger than it says, or has a name that leads out of it, is told in words', async () => {
    const honest = zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet.padEnd(70_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(70_000);
    const lying = Buffer.from(honest);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) lying.writeUInt32LE(1_000, at);
    await expect(read(lying)).rejects.toThrow(
      'The workbook cannot be opened: too many bytes in the stream. expected 1000.',
    );
    await expect(read(zip({ ...parts, '../../evil': 'x' }))).rejects.toThrow(
      'The workbook cannot be opened: invalid relative path',
    );
  });
  it('as wide as the format allows is refused where its header is, and reads its rows no further than that', async () => {
    const cell = (name: string) => `<c r="${name}" t="str"><v>x</v></c>`;
    const wide = (header: string, rows: string) =>
      zip({
        ...parts,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${header}</row>${rows}</sheetData></worksheet>`,
      });
    for (const header of [cell('A1') + cell('XFD1'), cell('XFD1')])
      await expect(read(wide(header, ''))).rejects.toThrow('The file has 16384 columns, but at most 2000');
    const sparse = Array.from(
      { length: 3 },
      (_, n) => `<row>${cell(`B${n + 2}`)}${cell(`XFD${n + 2}`)}</row>`,
    );
    const table = await openTable(await file(wide(cell('A1') + cell('B1'), sparse.join(''))));
    for await (const { cells, broken } of rowsOf(table)) {
      expect(cells).toEqual(['', 'x']);
      expect(broken).toContain('16384 cells, but the header has 2');
    }
    table.close();
    const csv = Array.from({ length: 2_001 }, (_, n) => `c${n}`).join(';');
    await expect(read(`${csv}\n`)).rejects.toThrow('has 2001 columns');
  });
  it('whose cells say no place stand one behind the other, empty ones too', async () => {
    const row = (...values: string[]) =>
      `<row>${values.map((value) => `<c t="str"><v>${value}</v></c>`).join('')}</row>`;
    const plain = `<worksheet><sheetData>${row('a', 'b', 'c')}${row('1', '', '3')}</sheetData></worksheet>`;
    const { rows } = await read(zip({ ...parts, 'xl/worksheets/sheet1.xml': plain }));
    expect(rows).toEqual([{ line: 2, cells: ['1', '', '3'] }]);
  });
  it('has its line breaks and other letters that XML cannot hold as they were written', async () => {
    const texts = '<sst><si><t>Rad 1_x000D_\nRad 2</t></si><si><t>_x005F_x000D_</t></si></sst>';
    const cells =
      '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c></row><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><v>_x0009_x</v></c></row>';
    const { rows } = await read(
      zip({
        ...parts,
        'xl/sharedStrings.xml': texts,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
      }),
    );
    expect(rows).toEqual([{ line: 2, cells: ['Rad 1\r\nRad 2', '_x000D_', '\tx'] }]);
  });
  it('with entities of its own is refused', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY b "ha">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    await expect(read(zip({ ...parts, 'xl/worksheets/sheet1.xml': laughs }))).rejects.toThrow(
      'cannot be read',
    );
  });
});

/** A zip file of texts. */
function zip(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(plain.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002', 'latin1'),
        Buffer.from([20, 0]),
        shared,
        tail,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
