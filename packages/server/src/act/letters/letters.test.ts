import { locales } from '@lyhord/contract';
import { describe, expect, test } from 'vitest';
import { escapeHtml, oneLine, renderLetter } from '../../access/index.ts';
import { caseLetter, changeLetter, digestLetter, testLetter } from './act-letters.ts';

const evil = '<img src=x onerror=alert(1)>\r\nBcc: everybody@example.org';

describe.each(locales)('a letter in %s', (locale) => {
  const facts = {
    ...{
      id: 'c1',
      number: 7,
      title: 'NPS 2 · Malmö',
      reason: 'safety' as const,
      placeName: evil,
      quote: evil,
    },
    due: 'Monday',
  };
  const change = {
    ...{ id: 'x1', placeName: 'Malmö', metric: 'NPS', topic: null, direction: 'down' as const },
    ...{ since: '2026-03-01', before: '41', after: '22', firstStep: 'Open a third till.' },
  };
  const digest = { name: 'Mia', newCases: 3, dueToday: 1, overdue: 2, lines: [evil], more: 4 };
  const letters = {
    case: caseLetter(locale, 'https://cx.example.org', facts),
    change: changeLetter(locale, 'https://cx.example.org', change),
    digest: digestLetter(locale, 'https://cx.example.org', digest),
    test: testLetter(locale, 'Solvik'),
  };

  test('says the same in text and HTML, with nothing left open', () => {
    for (const { subject, text, html } of Object.values(letters)) {
      for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|\[object|NaN/);
      expect(subject.length).toBeGreaterThan(5);
    }
    expect(letters.case.text).toContain('https://cx.example.org/cases/c1');
    expect(letters.change.html).toContain('https://cx.example.org/changes');
    expect(letters.digest.text).toContain('4');
  });

  test('lets no word of a customer become markup or a header', () => {
    for (const { subject, html } of Object.values(letters)) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toContain('<img');
    }
  });
});

test('text is escaped for HTML, and shortened for a header', () => {
  expect(escapeHtml(`<a href="x">'&'</a>`)).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;&#39;&#60;/a&#62;');
  expect(oneLine('a\r\nb\tc\u2028d')).toBe('a b c d');
  expect(oneLine('å'.repeat(300))).toHaveLength(200);
  expect(renderLetter({ subject: 's', paragraphs: ['one\ntwo'] }).html).toContain('one<br>two');
});
