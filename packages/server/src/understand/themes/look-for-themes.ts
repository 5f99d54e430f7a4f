// Promise: a look finds what the last quarter's comments speak of outside of every topic, and themes of the look before
// keep their identity; what was split, joined or is heard no more is said.
import { followThemes, type Theme } from '@lyhord/text/discovery';
import type { Ground } from '../ground.ts';
import { addDays } from '../questions/calendar.ts';
import { type KeptTheme, letGo, putLook, putTheme, type ThemeOrigin, themesOf } from './theme-store.ts';
import { lastDayWithText, textsWithMentions } from './theme-texts.ts';
import { themesIn } from './theme-thread.ts';

const days = 90;
const mostTexts = 12_000;
const mostMembers = 2_000;
const fewestTexts = 8;

/** @returns how many themes there are now */
export async function lookForThemes(ground: Ground, workspaceId: string): Promise<number> {
  const { warehouse, ledger, clock, ids } = ground.platform;
  const to = await lastDayWithText(warehouse, workspaceId);
  if (to === null) return 0;
  const period = { from: addDays(to, 1 - days), to };
  const { reading } = await ground.readings.current(workspaceId);
  const rows = await textsWithMentions(warehouse, workspaceId, period, reading, mostTexts);
  const { themes, uncovered } = await themesIn(rows, { fewestTexts });
  const found = await withoutTopics(ground, workspaceId, themes);
  await ledger.transaction(async (tx) => {
    const before = await themesOf(tx, workspaceId);
    const { keeps, joins, splitFrom, faded } = followThemes(before, found);
    const now = clock.now();
    for (const [index, theme] of found.entries()) {
      const kept = before[keeps[index] ?? -1];
      const origin = originOf(kept, joins[index]!, splitFrom[index] ?? null, before);
      await putTheme(tx, workspaceId, { ...theme, id: kept?.id ?? ids.next(), origin }, now);
    }
    const joined = joins.flat();
    await letGo(
      tx,
      workspaceId,
      [...faded, ...joined].map((number) => before[number]!.id),
    );
    const silent = faded.flatMap((number) => {
      const { state, phrases } = before[number]!;
      return state === 'found' ? phrases.slice(0, 1) : [];
    });
    await putLook(tx, workspaceId, {
      ...{ at: now, ...period, comments: rows.length, uncovered, faded: silent },
    });
  });
  return found.length;
}

/** A theme whose very name is a topic's word is that topic, said where the engine did not look for it. */
async function withoutTopics(
  ground: Ground,
  workspaceId: string,
  themes: readonly Theme[],
): Promise<Theme[]> {
  const names = themes.map(({ name, language }) => ({ text: name, languageHint: language }));
  const read = await ground.readings.read(workspaceId, names);
  return themes
    .filter((_, index) => read[index]!.topics.length === 0)
    .map((theme) => ({ ...theme, members: theme.members.slice(0, mostMembers) }));
}

function originOf(
  kept: KeptTheme | undefined,
  joins: readonly number[],
  splitFrom: number | null,
  before: readonly KeptTheme[],
): ThemeOrigin {
  const names = (numbers: readonly number[]) =>
    numbers.flatMap((number) => before[number]!.phrases.slice(0, 1));
  if (joins.length > 0) return { kind: 'joined', names: names(joins) };
  if (splitFrom !== null) return { kind: 'split', names: names([splitFrom]) };
  return kept?.origin ?? { kind: 'born', names: [] };
}
