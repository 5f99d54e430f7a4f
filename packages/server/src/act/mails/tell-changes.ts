// Promise: whoever looks after a place hears of each detected change there once, by mail within the limits or in the
// digest.
import type { Change, Locale } from '@lyhord/contract';
import { type Access, systemViewer } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type ChangeFacts, changeLetter, changeLine } from '../letters/act-letters.ts';
import type { UnderstandPart } from '../neighbours.ts';
import type { PlaceTrees } from '../places/place-line.ts';
import { isForTheWorse } from '../today/rank.ts';
import { mailDomain } from './message-id.ts';
import { type Notice, notify } from './notify.ts';
import { type Staff, staffOf } from './recipients.ts';

/** Older findings, such as those in history that was just loaded, are on the screen but in nobody's mail. */
const foundWithinDays = 2;
const begunWithinDays = 60;
const dayMs = 86_400_000;

export interface TellingParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly understand: UnderstandPart;
  readonly trees: PlaceTrees;
}

/** How many mails were queued. */
export async function tellChanges(parts: TellingParts, workspaceId: string): Promise<number> {
  const { platform, access } = parts;
  const { changes } = await parts.understand.listChanges(systemViewer(workspaceId), { state: 'new' });
  const recent = changes.filter((change) => isRecent(change, platform.clock.now().getTime()));
  if (recent.length === 0) return 0;
  const [settings, members, tree] = await Promise.all([
    access.settings(workspaceId),
    access.members(workspaceId),
    parts.trees.of(workspaceId),
  ]);
  const staff = staffOf(members, tree, settings.timeZone);
  const notices = await noticesOf(parts, workspaceId, recent, staff);
  const domain = mailDomain(settings.mail.fromAddress, access.publicUrl());
  const { clock, ids } = platform;
  return platform.ledger.transaction((tx) =>
    notify(tx, { clock, ids, domain, settings }, workspaceId, notices),
  );
}

const isRecent = (change: Change, now: number): boolean =>
  now - Date.parse(change.detectedAt) <= foundWithinDays * dayMs &&
  now - Date.parse(change.since) <= begunWithinDays * dayMs;

async function noticesOf(
  parts: TellingParts,
  workspaceId: string,
  changes: readonly Change[],
  staff: Staff,
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const change of changes) {
    for (const recipient of staff.recipientsFor(change.placeId)) {
      const facts = await factsFor(parts.understand, workspaceId, change, recipient.locale);
      notices.push({
        recipient,
        time: staff.timeOf(recipient),
        key: `change:${change.id}`,
        kind: 'change',
        subjectId: change.id,
        severity: isForTheWorse(change) ? 'high' : 'normal',
        at: new Date(change.detectedAt),
        line: changeLine(recipient.locale, facts),
        letter: () => changeLetter(recipient.locale, parts.access.publicUrl(), facts),
      });
    }
  }
  return notices;
}

async function factsFor(
  understand: UnderstandPart,
  workspaceId: string,
  change: Change,
  locale: Locale,
): Promise<ChangeFacts> {
  const reader = { ...systemViewer(workspaceId), locale };
  // The first step is worded for who reads it.
  const { changes } = await understand.listChanges(reader, { state: 'new' });
  const worded = changes.find((one) => one.id === change.id) ?? change;
  return {
    id: change.id,
    placeName: change.placeName,
    metric: change.metric.toUpperCase(),
    topic: change.topic === null ? null : await understand.topicLabel(reader, change.topic),
    direction: change.direction,
    since: change.since,
    before: shownValue(change.before.value, locale),
    after: shownValue(change.after.value, locale),
    firstStep: worded.firstStep,
  };
}

function shownValue(value: number | null, locale: Locale): string {
  return value === null ? '–' : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}
