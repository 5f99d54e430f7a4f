import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alarmOf, mailedReasons, type SignalFacts, severityRank, worse } from './bad-answer.ts';
import { criticalWordFinder } from './critical-words.ts';

const calm: SignalFacts = {
  author: 'customer',
  kind: 'survey',
  question: '',
  score: null,
  sentiment: 'neutral',
  sentimentScore: 0,
  flags: [],
  criticalWord: null,
  valued: false,
};

describe('a signal becomes a case', () => {
  test.each([
    ['nps', 6, 'low'],
    ['nps', 2, 'normal'],
    ['csat', 2, 'low'],
    ['csat', 1, 'normal'],
    ['stars', 1.5, 'low'],
    ['stars', 1, 'normal'],
  ])('when %s is %d: %s', (question, score, severity) => {
    expect(alarmOf({ ...calm, question, score })).toEqual({ reason: 'bad_score', severity });
  });

  test.each([
    ['nps', 7],
    ['csat', 3],
    ['stars', 2.5],
    ['own_question', 0],
  ])('not when %s is %d', (question, score) => {
    expect(alarmOf({ ...calm, question, score })).toBeNull();
  });

  test('when its words are about safety, the law or the workspace’s own critical words, whatever the score', () => {
    const good = { ...calm, question: 'nps', score: 10 };
    expect(alarmOf({ ...good, flags: ['safety_risk'] })).toEqual({ reason: 'safety', severity: 'critical' });
    expect(alarmOf({ ...good, flags: ['legal_risk'] })).toEqual({ reason: 'legal', severity: 'critical' });
    expect(alarmOf({ ...good, criticalWord: 'recall' })).toEqual({
      reason: 'critical_word',
      severity: 'critical',
    });
  });

  test('when a customer is about to leave, and critical when it is a valued one', () => {
    const leaving = { ...calm, flags: ['threat_to_leave'] };
    expect(alarmOf(leaving)).toEqual({ reason: 'leaving', severity: 'high' });
    expect(alarmOf({ ...leaving, valued: true })).toEqual({ reason: 'valued_leaving', severity: 'critical' });
  });

  test('when a strongly negative text without a score asks for an answer', () => {
    const asking = { ...calm, sentiment: 'negative', sentimentScore: -0.8, flags: ['wants_answer'] };
    expect(alarmOf(asking)).toEqual({ reason: 'wants_answer', severity: 'normal' });
    expect(alarmOf({ ...asking, sentimentScore: -0.2 })).toBeNull();
    expect(alarmOf({ ...asking, flags: [] })).toBeNull();
  });

  test('not when staff wrote it', () => {
    const bad = { ...calm, question: 'nps', score: 0, flags: ['safety_risk'] };
    expect(alarmOf({ ...bad, author: 'staff' })).toBeNull();
    expect(alarmOf({ ...bad, kind: 'staff' })).toBeNull();
  });
});

test('a valued customer never ranks below the same signal of another', () => {
  const any = fc.record({
    question: fc.constantFrom('nps', 'csat', 'stars', ''),
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    sentiment: fc.constantFrom('negative', 'positive', 'mixed'),
    sentimentScore: fc.double({ min: -1, max: 1, noNaN: true }),
    flags: fc.subarray(['safety_risk', 'legal_risk', 'threat_to_leave', 'wants_answer']),
  });
  fc.assert(
    fc.property(any, (facts) => {
      const other = alarmOf({ ...calm, ...facts });
      const valued = alarmOf({ ...calm, ...facts, valued: true });
      expect(valued === null).toBe(other === null);
      if (valued && other)
        expect(severityRank(valued.severity)).toBeGreaterThanOrEqual(severityRank(other.severity));
    }),
  );
});

test('only critical reasons are mailed', () => {
  expect([...mailedReasons].sort()).toEqual(['critical_word', 'legal', 'safety', 'valued_leaving']);
  expect(worse('high', 'normal')).toBe('high');
});

describe('the workspace’s own critical words', () => {
  const find = criticalWordFinder(['återkallelse', 'E. coli', ' ', 'glas']);
  test('are found as whole words, in any case', () => {
    expect(find('Det blev en ÅTERKALLELSE av varan')).toBe('ÅTERKALLELSE');
    expect(find('there was e. coli in it')).toBe('e. coli');
    expect(find('Glas i brödet!')).toBe('Glas');
    expect(find('glasögon')).toBeNull();
    expect(find('exe. colin')).toBeNull();
  });
  test('are none where none are set', () => {
    expect(criticalWordFinder([])('anything')).toBeNull();
    expect(criticalWordFinder(['  '])('anything')).toBeNull();
  });
});
