// Themes as one reader sees them: counts, places and quotes of the comments that they may see, and of no others.
import type { Theme, ThemeLook } from '@lyhord/contract';
import type { z } from 'zod';
import type { Viewer } from '../../access/index.ts';
import { type CardSources, cardsById } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { stepsOf } from '../questions/calendar.ts';
import { diverse } from '../topics/diverse-quotes.ts';
import { type KeptTheme, type Look, lastLook, type ThemeState, themesOf } from './theme-store.ts';
import { type MemberRow, membersSeen } from './theme-texts.ts';

/** A theme is shown where so many of its comments may be seen: its name is made of all of them. */
const fewestSeen = 3;
const quoted = 3;
const candidates = 12;
const placesNamed = 3;

export async function readThemes(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  question: { state: ThemeState; place?: string | undefined },
): Promise<{ themes: Theme[]; look: z.input<typeof ThemeLook> | null }> {
  const { ledger, warehouse } = ground.platform;
  const places = await ground.placesOf(viewer, question.place);
  const [all, look, tree] = await Promise.all([
    themesOf(ledger, viewer.workspaceId),
    lastLook(ledger, viewer.workspaceId),
    ground.placeTree(viewer.workspaceId),
  ]);
  const asked = all.filter(({ state }) => state === question.state);
  const rows = await membersSeen(
    warehouse,
    viewer,
    [...new Set(asked.flatMap(({ members }) => members))],
    places,
  );
  const seen = new Map(rows.map((row) => [row.signal_id, row]));
  const shown = asked
    .map((theme) => ({ theme, members: theme.members.flatMap((id) => seen.get(id) ?? []) }))
    .filter(({ members }) => members.length >= fewestSeen)
    .sort((a, b) => b.members.length - a.members.length);
  const cards = await cardsById(
    ground,
    sources,
    viewer,
    shown.flatMap(({ members }) => members.slice(0, candidates).map(({ signal_id }) => signal_id)),
  );
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const themes = shown.map(({ theme, members }): Theme => {
    const quotable = members.slice(0, candidates).flatMap(({ signal_id: id }) => {
      const text = cardOf.get(id)?.text;
      return text ? [{ id, text, polarity: 1 }] : [];
    });
    return {
      ...factsOf(theme, members, look),
      places: namedPlaces(members).map(([placeId, comments]) => ({
        ...{ placeId, comments, name: tree.nameOf(placeId) },
      })),
      quotes: diverse(quotable, quoted).map((id) => cardOf.get(id)!),
    };
  });
  return { themes, look: look ? { ...look, faded: [...look.faded], at: look.at.toISOString() } : null };
}

function factsOf(theme: KeptTheme, members: readonly MemberRow[], look: Look | null) {
  const weeks = look ? stepsOf(look, 'week') : [];
  const felt = (label: string) => members.filter(({ sentiment }) => sentiment === label).length;
  return {
    ...{ id: theme.id, language: theme.language, state: theme.state, topic: theme.topic },
    name: theme.phrases[0] ?? '',
    phrases: [...theme.phrases],
    comments: members.length,
    positive: felt('positive'),
    negative: felt('negative'),
    stability: theme.stability,
    course: weeks.map((start) => members.filter(({ week }) => week === start).length),
    origin: { kind: theme.origin.kind, names: [...theme.origin.names] },
    firstSeenAt: theme.firstSeenAt.toISOString(),
  };
}

function namedPlaces(members: readonly MemberRow[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { place_id } of members) {
    if (place_id !== '') counts.set(place_id, (counts.get(place_id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, placesNamed);
}
