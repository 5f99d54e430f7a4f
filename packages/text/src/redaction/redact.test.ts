import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFinnishId, isIban, isNorwegianId, isSwedishId, passesLuhn } from './checks.ts';
import { redact } from './redact.ts';

/** A seeded generator (mulberry32), so that the same identities are made each time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(7);
const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const padded = (value: number, length = 2) => `${value}`.padStart(length, '0');
const digits = (count: number) => Array.from({ length: count }, () => whole(0, 9)).join('');
const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;

/** Draws until a candidate passes. */
function valid(make: () => string, passes: (candidate: string) => boolean): string {
  for (;;) {
    const candidate = make();
    if (passes(candidate)) return candidate;
  }
}

const day = () => padded(whole(1, 28));
const month = () => padded(whole(1, 12));
const year = () => padded(whole(0, 99));

const makers: Record<string, () => string> = {
  'a Swedish personal number': () => {
    const number = valid(() => `${year()}${month()}${day()}${digits(4)}`, isSwedishId);
    return `${pick(['', '19'])}${number.slice(0, 6)}${pick(['-', ''])}${number.slice(6)}`;
  },
  'a Danish CPR number': () => `${day()}${month()}${year()}-${digits(4)}`,
  'a Norwegian birth number': () => {
    const number = valid(() => `${day()}${month()}${year()}${digits(5)}`, isNorwegianId);
    return pick([number, `${number.slice(0, 6)} ${number.slice(6)}`]);
  },
  'a Finnish identity code': () => {
    const [date, rest] = [`${day()}${month()}${year()}`, padded(whole(2, 899), 3)];
    const control = [...'0123456789ABCDEFHJKLMNPRSTUVWXY'].find((sign) => isFinnishId(date + rest, sign));
    return `${date}${pick(['-', 'A', '+', 'Y', 'B'])}${rest}${control}`;
  },
  'a card number': () => {
    const number = valid(() => `${pick(['4', '51', '55'])}${digits(15)}`.slice(0, 16), passesLuhn);
    return pick([number, number.replace(/(\d{4})(?=\d)/g, '$1 '), number.replace(/(\d{4})(?=\d)/g, '$1-')]);
  },
  'an IBAN': () => {
    const [country, length] = pick([
      ['SE', 20],
      ['DK', 14],
      ['NO', 11],
      ['FI', 14],
      ['DE', 18],
    ] as const);
    const account = digits(length);
    const check = Array.from({ length: 97 }, (_, i) => padded(i + 2)).find((one) =>
      isIban(`${country}${one}${account}`),
    );
    const iban = `${country}${check}${account}`;
    return pick([iban, iban.replace(/(.{4})(?=.)/g, '$1 ')]);
  },
  'an e-mail address': () =>
    `${pick(['anna', 'b.berg', 'per-olof', 'k_k', 'jörg', 'sven+shop'])}${whole(1, 99)}@${pick(['mail.se', 'firma.dk', 'my-post.example.com', 'sähkö.fi'])}`,
  'a phone number': () =>
    pick([
      () => `07${whole(0, 9)}-${digits(3)} ${digits(2)} ${digits(2)}`,
      () => `07${whole(0, 9)}${digits(7)}`,
      () => `+46 7${whole(0, 9)} ${digits(3)} ${digits(2)} ${digits(2)}`,
      () => `08-${whole(1, 9)}${digits(2)} ${digits(3)} ${digits(2)}`,
      () => `${whole(2, 9)}${digits(1)} ${digits(2)} ${digits(2)} ${digits(2)}`,
      () => `+45 ${whole(2, 9)}${digits(7)}`,
      () => `+47 ${whole(4, 9)}${digits(2)} ${digits(2)} ${digits(3)}`,
      () => `${whole(4, 9)}${digits(2)} ${digits(2)} ${digits(3)}`,
      () => `04${whole(0, 9)} ${digits(7)}`,
      () => `+358 4${whole(0, 9)} ${digits(3)} ${digits(4)}`,
      () => `0${whole(151, 179)} ${digits(7)}`,
      () => `+49 ${whole(30, 89)} ${digits(6)}`,
      () => `0${whole(20, 79)} ${digits(4)} ${digits(4)}`,
      () => `0046 70 ${digits(3)} ${digits(2)} ${digits(2)}`,
    ])(),
};

const frames = [
  (secret: string) => `Ring mig gärna, ${secret}, så snart ni kan.`,
  (secret: string) => `I har fået mit nummer (${secret}) men intet svar`,
  (secret: string) => `Jeg skrev ${secret} i skjemaet. Fortsatt ingen hjelp!`,
  (secret: string) => `Tietoni: ${secret}. Odotan vastausta.`,
  (secret: string) => `My details are ${secret} and nobody got back to me`,
  (secret: string) => `${secret}\nBitte melden Sie sich.`,
];

describe('what identifies a person is masked', () => {
  for (const [name, make] of Object.entries(makers)) {
    test(`${name} in running text, in 99 of 100 cases at least`, () => {
      const tries = 600;
      let found = 0;
      for (let i = 0; i < tries; i++) {
        const secret = make();
        const text = pick(frames)(secret);
        if (!redact(text).redacted.includes(secret)) found += 1;
      }
      expect(found / tries).toBeGreaterThanOrEqual(0.99);
    });
  }

  test('published specimen numbers', () => {
    const specimens = [
      '811228-9874',
      '211062-5629',
      '131052-308T',
      '010594Y9032',
      '15108695088',
      '701063-2391',
    ];
    for (const specimen of specimens)
      expect(redact(`nr ${specimen}!`).redactions[0]?.kind).toBe('national_id');
    for (const iban of ['SE4550000000058398257466', 'NO9386011117947']) {
      expect(redact(`konto ${iban}`).redactions).toEqual([{ kind: 'iban', start: 6, end: 6 + iban.length }]);
    }
    expect(redact('NO9386011117948').redactions.some((one) => one.kind === 'iban')).toBe(false);
  });
});

test('numbers of ordinary talk stay', () => {
  const ordinary = [
    'Väntade 45 minuter i kö, klockan var 17.30 den 2024-03-12',
    'Ordrenummer 40512398 kom aldrig frem',
    'Betalte 1 299,00 kr for 3 varer i 2023',
    'Tilausnumero 0012345678 on kadonnut, hinta 49,90 €',
    'Order no. 0701234567 was cancelled on 12/04/2024 10:15',
    'Bestellung Nr. 302-1234567-7654321, 12.05.2023, 19,99 Euro, 50 % Rabatt',
    '10-20 minuter, 100 000 kr, 2019-2021, 3x4, 24/7, 365 dagar',
    'pedido 123456789 chegou 10/05/2018',
    'Öppet 08 - 17 10 - 15, storlek 38 - 40, 1 000 - 2 000 kr',
    'Kundnummer 0701234567 och fakturanr: 0812345678',
  ];
  for (const text of ordinary) expect(redact(text).redacted).toBe(text);
});

describe('a number is masked however it is written', () => {
  const secrets = (secret: string) => secret.replace(/\D/g, '').slice(-4);
  const written: Record<string, readonly string[]> = {
    phone: [
      ...[
        '070 - 123 45 67',
        '+46 70 - 123 45 67',
        '08 – 123 456 78',
        '(070) 123 45 67',
        '+46 (0)70-123 45 67',
      ],
      ...[
        '070\u00a0123\u00a045\u00a067',
        '070\u202f123\u202f45\u202f67',
        '070‑123‑45‑67',
        '+46 70 123 45 67',
      ],
    ],
    national_id: [
      ...[
        '811228–9874',
        '811228‑9874',
        '811228 - 9874',
        '811228\u00a09874',
        '1981-12-28-9874',
        '８１１２２８-9874',
      ],
      ...['070196–1234', '670196-1234', '07.01.96-1234', '151086-95088', '15 10 86 95088', '131052–308T'],
    ],
    card: ['4111\u00a01111\u00a01111\u00a01111', '4111.1111.1111.1111', '3782 822463 10005'],
    iban: ['SE45\u00a05000\u00a00000\u00a00583\u00a09825\u00a07466', 'SE45-5000-0000-0583-9825-7466'],
  };
  for (const [kind, all] of Object.entries(written))
    test.each(all)(`${kind} %s`, (secret) => {
      for (const frame of frames) {
        const { redacted, redactions } = redact(frame(secret));
        expect(redactions.map((one) => one.kind)).toEqual([kind]);
        expect(redacted).not.toContain(secrets(secret));
        expect(redacted).toHaveLength(frame(secret).length);
      }
    });

  test('with a word for it and no space between', () => {
    for (const glued of ['pnr811228-9874', 'tel0701234567', 'Mobil0701234567', 'cpr070196-1234'])
      expect(redact(glued).redacted, glued).not.toMatch(/\d{4}/);
    expect(redact('modell AB0701234567').redactions).toEqual([]);
  });

  test('with other digits behind it', () => {
    for (const [text, shown] of [
      ['kort 4111 1111 1111 1111 12/27 123', 'kort [card•••••••••••••] 12/27 123'],
      ['4111111111111111 123', '[card••••••••••] 123'],
      ['ring 0701234567 2024', 'ring [phone•••] 2024'],
      ['070-123 45 67 08-123 456 78', '[phone••••••] [phone••••••]'],
      ['08-123 45 67 070 - 123 45 67', '[phone•••••] [phone••••••••]'],
      ['+46 70 123 45 67 08-123 45 67', '[phone•••••••••] [phone•••••]'],
      ['070-123 45 67 811228-9874', '[phone••••••] [id•••••••]'],
    ] as const)
      expect(redact(text).redacted).toBe(shown);
  });

  test('after a name in which a word for orders or cases stands', () => {
    for (const name of ['Martin', 'Marta', 'Sakari', 'Isak', 'Jean', 'Artur'])
      expect(redact(`Ring ${name} 070-123 45 67`).redacted).toBe(`Ring ${name} [phone••••••]`);
  });
});

test('an address is found as machines and cautious people write it', () => {
  for (const address of [
    'anna(at)example.se',
    'anna [at] example [dot] com',
    'anna.lind [snabel-a] example.se',
    'anna%40example.se',
    'anna@xn--shk-qla.xn--p1ai',
    'anna＠example.se',
  ])
    expect(redact(`skriv till ${address} tack`).redactions, address).toEqual([
      { kind: 'email', start: 11, end: 11 + address.length },
    ]);
});

test('numbers within an address are hidden with it, once', () => {
  const address = '0701234567.0739876543@mail.se';
  expect(redact(`${address} 12`)).toEqual({
    redacted: `[email${'•'.repeat(address.length - 7)}] 12`,
    redactions: [{ kind: 'email', start: 0, end: address.length }],
  });
});

test('a mask is as long as what it hides, so that offsets stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(5), (noise, which) => {
      const secret = (Object.values(makers)[which] as () => string)();
      const text = `${noise} ${secret} ${noise}`;
      const { redacted, redactions } = redact(text);
      expect(redacted.length).toBe(text.length);
      let at = 0;
      for (const { start, end } of redactions) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(redacted.slice(at, start)).toBe(text.slice(at, start));
        at = end;
      }
      expect(redacted.slice(at)).toBe(text.slice(at));
    }),
  );
});

test('150 kB of digits or at-signs is redacted in bounded time', () => {
  const started = process.cpuUsage();
  for (const unit of ['1', '@', '1 ', 'a@', '+4', '12-', 'SE12 ']) redact(unit.repeat(150_000 / unit.length));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(6000);
});
