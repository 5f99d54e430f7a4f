// Promise: nobody is asked twice in 90 days, nobody who has said no is asked at all, and everybody who is left out is
// named with the reason.
import type { Access, Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Key64 } from '../keys/key64.ts';
import type { PlaceCodes } from '../places/place-codes.ts';
import { suppressionsOf } from '../suppressions/suppression-store.ts';
import { type Invitation, invitationStore } from './invitation-store.ts';
import type { SurveyLocale } from './survey-locales.ts';
import type { SurveyRow } from './survey-store.ts';

export interface Recipient {
  readonly email: string;
  readonly locale?: SurveyLocale | undefined;
  readonly name?: string | undefined;
  readonly place?: string | undefined;
  readonly reference?: string | undefined;
}

export interface InviteParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly jobs: Jobs;
  readonly access: Access;
  readonly keyOfEmail: (workspaceId: string, email: string) => Promise<Key64 | null>;
  readonly placesOf: (workspaceId: string) => Promise<PlaceCodes>;
}

export const sendInvitationsJob = 'collect.send-invitations';
const quietDays = 90;
type Skipped = { email: string; reason: string };

export async function inviteCustomers(
  parts: InviteParts,
  viewer: Viewer,
  survey: SurveyRow,
  recipients: readonly Recipient[],
): Promise<{ queued: number; skipped: Skipped[] }> {
  if (!survey.active) throw new Problem('conflict', because('survey_closed', { name: survey.name }));
  const { workspaceId } = survey;
  const placeOf = await parts.placesOf(workspaceId);
  const skipped: Skipped[] = [];
  const wanted = new Map<string, Recipient>();
  for (const recipient of recipients) {
    const key = await parts.keyOfEmail(workspaceId, recipient.email);
    const reason = !key
      ? 'not_an_address'
      : wanted.has(key.text)
        ? 'named_twice'
        : recipient.place && !placeOf(recipient.place)
          ? 'unknown_place'
          : null;
    if (reason) skipped.push({ email: recipient.email, reason });
    else wanted.set(key!.text, recipient);
  }
  const queued = await parts.ledger.transaction((tx) => queue(parts, tx, survey, wanted, skipped));
  if (queued > 0) await parts.jobs.send(sendInvitationsJob, { surveyId: survey.id });
  await parts.access.audit(viewer, 'survey.sent', `survey:${survey.id}`, `${queued} invitations`);
  return { queued, skipped };
}

async function queue(
  { clock, ids }: InviteParts,
  tx: Ledger,
  survey: SurveyRow,
  wanted: ReadonlyMap<string, Recipient>,
  skipped: Skipped[],
): Promise<number> {
  const invitations = invitationStore(tx);
  const { workspaceId } = survey;
  await invitations.lock(workspaceId);
  const keys = [...wanted.keys()];
  const now = clock.now();
  const since = new Date(now.getTime() - quietDays * 86_400_000);
  const asked = await invitations.askedSince(workspaceId, keys, since);
  const saidNo = new Set((await suppressionsOf(tx, workspaceId, keys)).map((one) => one.identifierKey));
  let queued = 0;
  for (const [key, recipient] of wanted) {
    const reason = saidNo.has(key) ? 'unsubscribed' : asked.has(key) ? 'asked_lately' : null;
    if (reason) {
      skipped.push({ email: recipient.email, reason });
      continue;
    }
    await invitations.insert(invitationOf(ids.next(), survey, key, recipient), now);
    queued += 1;
  }
  return queued;
}

function invitationOf(
  id: string,
  survey: SurveyRow,
  identifierKey: string,
  recipient: Recipient,
): Invitation {
  return {
    id,
    workspaceId: survey.workspaceId,
    surveyId: survey.id,
    identifierKey,
    email: recipient.email.trim().toLowerCase(),
    name: recipient.name?.trim() || null,
    locale: recipient.locale ?? 'en',
    placeCode: recipient.place ?? null,
    reference: recipient.reference ?? null,
    state: 'queued',
  };
}
