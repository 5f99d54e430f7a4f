import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { pieces } from '../testing/pieces.ts';
import { columnsOf, guessMapping } from './guess-mapping.ts';
import { readDelimited } from './rows/delimited-table.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

async function load(workspaceId: string, text: string | Buffer, change: object = {}) {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
  const { mapping } = guessMapping(await columnsOf(await readDelimited(pieces(bytes))));
  return test.collect.importFile({
    workspaceId,
    fileName: 'answers.csv',
    mapping: { ...mapping, ...change },
    bytes: pieces(bytes),
    startedBy: null,
  });
}

const signals = (workspaceId: string) =>
  test.rows<
    Record<string, unknown>
  >(sql`select s.score, s.question, s.local_day, s.place_code, t.text from signals s
    left join signal_texts t on t.signal_id = s.signal_id where s.workspace_id = ${workspaceId} order by s.happened_at, s.score`);

describe('a file of answers', () => {
  const swedish = [
    'Svars-ID;Datum;Butik;NPS;Kommentar;E-post',
    '1;31.03.2026 08:15;lund;9;"Trevlig personal; snabb kassa";anna@example.org',
    '2;01.04.2026;lund;2;Kön var för lång;',
    '',
    '3;02.04.2026 12:00;lund;11;Bra;',
    '4;31.02.2026 12:00;lund;7;;',
    '5;03.04.2026 12:00;lund;8;;bo@example.org',
  ].join('\r\n');

  it('is read as it was meant, and each bad row is named by its line', async () => {
    const { workspaceId } = await test.workspace();
    const state = await load(workspaceId, swedish);
    expect(state).toMatchObject({ state: 'done', rows: 5, accepted: 3, duplicates: 0, refused: 2 });
    expect(await signals(workspaceId)).toMatchObject([
      {
        score: 9,
        question: 'nps',
        local_day: '2026-03-31',
        place_code: 'lund',
        text: 'Trevlig personal; snabb kassa',
      },
      { score: 2, local_day: '2026-04-01' },
      { score: 8, local_day: '2026-04-03' },
    ]);
    const refusals = await test.rows<{ field: string; detail: string }>(
      sql`select field, detail from refusals where workspace_id = ${workspaceId} order by detail`,
    );
    expect(refusals).toEqual([
      {
        field: 'NPS',
        detail: 'Line 5: NPS is 11, but should be a whole number from 0 to 10.',
      },
      {
        field: 'Datum',
        detail: 'Line 6: Datum is "31.02.2026 12:00", but should be a day that exists: 2026-02 has 28 days.',
      },
    ]);
  });

  it('that is loaded twice changes nothing', async () => {
    const { workspaceId } = await test.workspace();
    await load(workspaceId, swedish);
    expect(await load(workspaceId, swedish)).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await signals(workspaceId)).toHaveLength(3);
  });

  it('without ids keeps identical rows, and loading it again adds none', async () => {
    const { workspaceId } = await test.workspace();
    const text = 'date,nps\n2026-03-31,9\n2026-03-31,9\n2026-03-31,10\n';
    expect(await load(workspaceId, text)).toMatchObject({ accepted: 3 });
    expect(await load(workspaceId, `${text}2026-04-01,9\n`)).toMatchObject({ accepted: 1, duplicates: 3 });
    expect(await signals(workspaceId)).toHaveLength(4);
  });

  it.each([
    ['Latin-1', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ])('in %s has its letters right', async (_, encode) => {
    const { workspaceId } = await test.workspace();
    const plain = 'datum,nps,kommentar\n2026-03-31,3,Kön var för lång på lördag\n';
    const { mapping } = guessMapping(await columnsOf(await readDelimited(pieces(Buffer.from(plain)))));
    await test.collect.importFile({
      workspaceId,
      fileName: 'a.csv',
      mapping,
      bytes: pieces(encode(plain)),
      startedBy: null,
    });
    expect((await signals(workspaceId))[0]).toMatchObject({ text: 'Kön var för lång på lördag', score: 3 });
  });

  it('of JSON lines without ids adds none again, though fields stand in another order or more of them came', async () => {
    const { workspaceId } = await test.workspace();
    const mapping = { target: 'signals', columns: { happenedAt: 'at', nps: 'nps' }, constants: {} };
    const loadLines = (...lines: object[]) =>
      load(workspaceId, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, mapping);
    const [one, two] = [
      { at: '2026-03-31', nps: 9 },
      { at: '2026-03-31', nps: 7, text: 'Bra' },
    ];
    expect(await loadLines(one, two)).toMatchObject({ accepted: 2 });
    expect(await loadLines({ nps: 9, at: '2026-03-31' }, { ...two, email: null })).toMatchObject({
      accepted: 0,
    });
    const third = { at: '2026-04-01', nps: 3, phone: '+46701234567' };
    expect(await loadLines(one, two, third)).toMatchObject({ accepted: 1, duplicates: 2 });
    expect(await signals(workspaceId)).toHaveLength(3);
  });
  it('of JSON lines with ids, read with one field more, is told to differ and adds none', async () => {
    const { workspaceId } = await test.workspace();
    const columns = { messageId: 'id', happenedAt: 'at', nps: 'nps' };
    const line = '{"id":1,"at":"2026-03-31","nps":9,"why":"Bra"}\n';
    const mapping = { target: 'signals', columns, constants: {} };
    expect(await load(workspaceId, line, mapping)).toMatchObject({ accepted: 1 });
    const more = { ...mapping, columns: { ...columns, text: 'why' } };
    expect(await load(workspaceId, line, more)).toMatchObject({ accepted: 0 });
    expect(await signals(workspaceId)).toHaveLength(1);
  });

  it('whose mapping names a column that is not there is refused with the columns that are', async () => {
    const { workspaceId } = await test.workspace();
    const wrong = load(workspaceId, 'date,nps\n2026-03-31,9\n', {
      columns: { happenedAt: 'day', nps: 'nps' },
    });
    const told = vi.spyOn(test.platform.log, 'warn');
    await expect(wrong).rejects.toThrow('the column "day", but the file has: date, nps');
    await vi.waitFor(() =>
      expect(told.mock.lastCall).toEqual([
        { importId: expect.any(String), problem: expect.stringContaining('the column "day"') },
        'an import failed',
      ]),
    );
    told.mockRestore();
  });
});

it('a file of orders becomes events with money and promises', async () => {
  const { workspaceId } = await test.workspace();
  const text =
    'Order ID\tEvent\tOrder date\tStore\tTotal\tCurrency\tDue date\tCustomer number\nA1\tOrder Completed\t2026-03-31 10:00\tlund\t1 234,50\tSEK\t2026-04-02\t77\n';
  const state = await load(workspaceId, text);
  expect(state).toMatchObject({ target: 'events', accepted: 1 });
  const [event] =
    await test.rows(sql`select kind, reference, amount_minor, currency, local_minute, toDate(due_at) as due
    from events where workspace_id = ${workspaceId}`);
  expect(event).toEqual({
    kind: 'order_placed',
    reference: 'A1',
    amount_minor: '123450',
    currency: 'SEK',
    local_minute: 600,
    due: '2026-04-02',
  });
});

it('a currency that is no code is refused and not cut to one', async () => {
  const { workspaceId } = await test.workspace();
  const columns = { event: 'Event', happenedAt: 'Date', amount: 'Total', currency: 'Currency' };
  const mapping = { target: 'events', columns, constants: {}, dateFormat: 'iso', decimalComma: false };
  const text =
    'Event,Date,Total,Currency,Customer\nOrder Completed,2026-03-31,12,kronor,1\nOrder Completed,2026-03-31,12,sek,2\n';
  expect(await load(workspaceId, text, mapping)).toMatchObject({ accepted: 1, refused: 1 });
  const refused = await test.rows(sql`select detail from refusals where workspace_id = ${workspaceId}`);
  expect(refused).toEqual([{ detail: expect.stringContaining('Currency is "KRONOR"') }]);
});

it('days and wall-clock times of a Parquet file are those of the place', async () => {
  const { workspaceId } = await test.workspace();
  const made = sql`select 9 as nps, toDate('2026-03-31') as day,
    toDateTime64('2026-03-31 23:30:00', 3, 'UTC') as wall, toDateTime64('2026-03-31 23:30:00', 3, 'UTC') as utc`;
  const chunks: Buffer[] = [];
  for await (const chunk of await test.platform.warehouse.stream(made, 'Parquet')) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  // a time that is told to be no moment of UTC: in the footer, the type of the first of the two says true there
  const told = bytes.indexOf(Buffer.from([0x8c, 0x11, 0x1c]));
  expect(told).toBeGreaterThan(0);
  bytes[told + 1] = 0x12;
  for (const [column, expected] of [
    ['day', { local_day: '2026-03-31', at: '2026-03-30 22:00:00.000' }],
    ['wall', { local_day: '2026-03-31', at: '2026-03-31 21:30:00.000' }],
    ['utc', { local_day: '2026-04-01', at: '2026-03-31 23:30:00.000' }],
  ] as const) {
    await test.collect.importFile({
      ...{ workspaceId, fileName: 'a.parquet', bytes: pieces(bytes, 4_096), startedBy: null },
      mapping: {
        ...{ target: 'signals', columns: { happenedAt: column, nps: 'nps' }, dateFormat: 'iso' },
        ...{ constants: { place: 'lund', dataset: column }, decimalComma: false },
      },
    });
    const kept = await test.rows(sql`select toString(local_day) as local_day, toString(happened_at) as at
      from signals where workspace_id = ${workspaceId} order by known_at desc, commit_no desc limit 1`);
    expect(kept, column).toEqual([expected]);
  }
});

it('a number beyond all measure costs its own row and none of its neighbours', async () => {
  const { workspaceId } = await test.workspace();
  const header = 'Order ID,Event,Order date,Store,Total,Currency,Wait,Customer number,Quantity,SKU';
  const rows = [
    'A1,Order Completed,2026-03-31,lund,1e300,SEK,,77,,',
    'A2,Order Completed,2026-03-31,lund,12.50,SEK,99999999999,77,,',
    'A3,Order Completed,2026-03-31,lund,12.50,SEK,-5,77,,',
    'A4,Order Completed,2026-03-31,lund,12.50,SEK,2.6,77,,',
    'A5,Order Completed,2026-03-31,lund,12.50,SEK,,77,1e20,p1',
  ];
  const columns = {
    ...{ messageId: 'Order ID', event: 'Event', happenedAt: 'Order date', place: 'Store', amount: 'Total' },
    ...{ currency: 'Currency', waitSeconds: 'Wait', userId: 'Customer number' },
    ...{ quantity: 'Quantity', productId: 'SKU' },
  };
  const mapping = { target: 'events', columns, constants: {}, dateFormat: 'iso', decimalComma: false };
  const state = await load(workspaceId, [header, ...rows].join('\n'), mapping);
  expect(state).toMatchObject({ state: 'done', accepted: 1, refused: 4 });
  const refused = await test.rows<{ detail: string }>(
    sql`select detail from refusals where workspace_id = ${workspaceId} order by detail`,
  );
  expect(refused.map(({ detail }) => detail)).toEqual([
    'Line 2: Total is "1e300", but should be an amount such as 12.5.',
    'Line 3: Wait is "99999999999", but should be seconds, a number of 0 or more.',
    'Line 4: Wait is "-5", but should be seconds, a number of 0 or more.',
    'Line 6: Quantity is "1e20", but should be a number such as 2.',
  ]);
  const kept = await test.rows(sql`select wait_seconds from events where workspace_id = ${workspaceId}`);
  expect(kept).toEqual([{ wait_seconds: 3 }]);
});

describe('a file that a person uploads', () => {
  async function signedIn() {
    const { workspaceId, admin } = await test.workspace();
    const json = { 'content-type': 'application/json' };
    const reply = await test.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: json,
      payload: admin,
    });
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    return { workspaceId, cookie };
  }
  const text = 'date;nps;comment\n2026-03-31;9;Bra\n2026-04-01;12;Fel\n';

  it('is shown with its columns, then loaded', async () => {
    const { workspaceId, cookie } = await signedIn();
    const ask = async (method: 'GET' | 'POST', url: string, payload?: string | object) => {
      const type = typeof payload === 'string' ? { 'content-type': 'text/csv' } : {};
      const given = payload === undefined ? {} : { payload };
      return (await test.app.inject({ method, url, headers: { cookie, ...type }, ...given })).json();
    };
    const ended = (id: string) =>
      vi.waitFor(
        async () => expect((await ask('GET', `/api/imports/${id}`)).state).toMatch(/done$|undone/),
        60_000,
      );
    const { id, state } = await ask('POST', '/api/imports?fileName=a.csv', text);
    expect(state).toBe('waiting');
    const { mapping } = await ask('GET', `/api/imports/${id}/guess`);
    expect(mapping.columns).toEqual({ happenedAt: 'date', nps: 'nps', text: 'comment' });
    const check = await ask('POST', `/api/imports/${id}/check`, { mapping });
    expect(check).toMatchObject({
      rows: 2,
      fresh: 1,
      duplicates: 0,
      refused: 1,
      withoutCustomer: 1,
      whole: true,
    });
    expect(check.reasons).toMatchObject([
      {
        ...{ field: 'nps', rows: 1, line: 3 },
        wrong: { received: '12', expected: [{ key: 'whole_between', values: { min: 0, max: 10 } }] },
      },
    ]);
    expect(check.first[0]).toMatchObject({ line: 2 });
    expect(check.first[0].stored).toContainEqual({ field: 'text', value: 'Bra' });
    expect(await signals(workspaceId)).toHaveLength(0);
    expect(await ask('POST', `/api/imports/${id}/start`, { mapping })).toMatchObject({ state: 'running' });
    await ended(id);
    expect(await signals(workspaceId)).toHaveLength(1);
    const { imports } = await ask('GET', '/api/imports');
    expect(imports).toMatchObject([
      { fileName: 'a.csv', state: 'done', rows: 2, accepted: 1, refused: 1, mayUndo: true },
    ]);
    const refused = await test.app.inject({ url: `/api/imports/${id}/refused.csv`, headers: { cookie } });
    expect(refused.body).toContain('3,nps,invalid,');
    expect(refused.body).toContain('2026-04-01,12,Fel');

    const again = await ask('POST', '/api/imports?fileName=b.csv', text.replace('Bra', 'Annat'));
    const other = { ...mapping, columns: { ...mapping.columns, messageId: 'date' } };
    expect(await ask('POST', `/api/imports/${again.id}/check`, { mapping })).toMatchObject({ fresh: 1 });
    expect(await ask('POST', `/api/imports/${again.id}/check`, { mapping: other })).toMatchObject({
      fresh: 1,
    });

    expect(await ask('POST', `/api/imports/${id}/undo`)).toMatchObject({
      state: 'undoing',
      undoneBy: expect.any(String),
    });
    await ended(id);
    expect(await signals(workspaceId)).toHaveLength(0);
    expect(
      (await ask('GET', '/api/imports')).imports.find((one: { id: string }) => one.id === id),
    ).toMatchObject({
      state: 'undone',
      mayUndo: false,
    });
    const anew = await ask('POST', '/api/imports?fileName=a.csv', text);
    await ask('POST', `/api/imports/${anew.id}/start`, { mapping });
    await ended(anew.id);
    expect(await signals(workspaceId)).toHaveLength(1);
  });

  it('with a mapping that is none is refused with the reason', async () => {
    const { cookie } = await signedIn();
    const send = (mapping: string) =>
      test.app.inject({
        method: 'POST',
        url: `/api/imports?${new URLSearchParams({ fileName: 'a.csv', mapping })}`,
        headers: { cookie, 'content-type': 'text/csv' },
        payload: text,
      });
    expect((await send('{')).json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining('not JSON'),
    });
    expect((await send('{"target":"cats","columns":{}}')).json().detail).toContain('target');
    expect((await send('{"target":"signals","columns":{"happenedAt":"date"}}')).json().detail).toContain(
      'nps or csat',
    );
  });
});
