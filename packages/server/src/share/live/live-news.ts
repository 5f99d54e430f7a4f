// Promise: within a second of a commit every open screen that may see of it is told, and no screen is told of more.
import type { LiveMessage } from '@lyhord/contract';
import { type Access, maySeePlace, signalScope, systemViewer, type Viewer } from '../../access/index.ts';
import type { EventStream } from '../../platform/http/event-stream.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface LiveNews {
  start(): Promise<void>;
  stop(): Promise<void>;
  /**
   * Tells a reader the news from here on, as long as the stream is open and the reader belongs to the workspace.
   * Throws `too_many` where the same person has left so many open that no screens can stand behind them.
   */
  open(viewer: Viewer, begin: () => EventStream): void;
}

interface Reader {
  viewer: Viewer;
  readonly stream: EventStream;
}
type News = Readonly<Record<string, unknown>> | null;
const checkRightsMs = 60_000;
/** Screens ask for what they show; the list only says whether it is worth asking. */
const mostPlaces = 200;
/** Of one person; every stream costs a heartbeat and a look at its rights. */
const mostStreams = 100;

export function createLiveNews(
  { announcements, warehouse, log }: Pick<Platform, 'announcements' | 'warehouse' | 'log'>,
  access: Pick<Access, 'viewerOf'>,
): LiveNews {
  const readers = new Set<Reader>();
  /** The last commit that a workspace's readers have been told of. */
  const toldTo = new Map<string, bigint>();
  let stops: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const send = (reader: Reader, message: LiveMessage) => void reader.stream.send(message.topic, message);
  const readersOf = (workspaceId: unknown) =>
    [...readers].filter(({ viewer }) => workspaceId === undefined || viewer.workspaceId === workspaceId);

  async function tellSignals(news: News): Promise<void> {
    const concerned = readersOf(news?.workspaceId);
    if (!news || typeof news.commitNo !== 'string') return nudge(concerned);
    const workspaceId = String(news.workspaceId);
    const upTo = BigInt(news.commitNo);
    const from = toldTo.get(workspaceId) ?? upTo - 1n;
    toldTo.set(workspaceId, upTo);
    if (concerned.length === 0) return;
    const counts = await signalsByPlace(workspaceId, from, upTo);
    for (const reader of concerned) {
      const seen = counts.filter(({ placeId }) =>
        maySeePlace(reader.viewer, placeId === '' ? null : placeId),
      );
      const count = seen.reduce((sum, one) => sum + one.count, 0);
      if (count === 0) continue;
      const placeIds = seen.map(({ placeId }) => placeId).filter((id) => id !== '');
      send(reader, {
        topic: 'signals',
        commit: upTo.toString(),
        count,
        placeIds: placeIds.slice(0, mostPlaces),
      });
    }
  }

  /** News whose content did not reach this process: screens ask again. */
  function nudge(
    concerned: readonly Reader[],
    message: LiveMessage = { topic: 'signals', commit: '', count: 0, placeIds: [] },
  ): void {
    for (const reader of concerned) send(reader, message);
  }

  async function signalsByPlace(workspaceId: string, from: bigint, to: bigint) {
    const rows = await warehouse.query<{
      place_id: string;
      n: string;
    }>(sql`select place_id, count() as n from signals
      where ${signalScope(systemViewer(workspaceId))} and commit_no > ${sql.typed('UInt64', from)}
        and commit_no <= ${sql.typed('UInt64', to)} group by place_id`);
    return rows.map((row) => ({ placeId: row.place_id, count: Number(row.n) }));
  }

  const tellCase = (news: News) => {
    if (typeof news?.caseId !== 'string')
      return nudge(readersOf(news?.workspaceId), { topic: 'cases', caseId: '', state: '' });
    const message = { topic: 'cases', caseId: news.caseId, state: String(news.state ?? '') } as const;
    for (const reader of readersOf(news.workspaceId)) if (concerns(reader, news)) send(reader, message);
  };
  const tellChange = (news: News) => {
    if (typeof news?.changeId !== 'string')
      return nudge(readersOf(news?.workspaceId), { topic: 'changes', changeId: '' });
    const message = { topic: 'changes', changeId: news.changeId } as const;
    for (const reader of readersOf(news.workspaceId)) if (concerns(reader, news)) send(reader, message);
  };
  const concerns = ({ viewer }: Reader, news: Exclude<News, null>) =>
    maySeePlace(viewer, typeof news.placeId === 'string' ? news.placeId : null);

  /** Who has left, or looks after other places now, is not told what was allowed before. */
  async function checkRights(): Promise<void> {
    for (const reader of readers) {
      const { workspaceId, personId } = reader.viewer;
      if (personId === null) continue;
      const now = await access.viewerOf(workspaceId, personId);
      if (now) reader.viewer = now;
      else reader.stream.close();
    }
  }

  return {
    async start() {
      const loggedOnly = (error: unknown) => log.warn({ err: error }, 'live news');
      stops = [
        announcements.subscribe('rollups.rolled', (news: News) => void tellSignals(news).catch(loggedOnly)),
        announcements.subscribe('cases.changed', tellCase),
        announcements.subscribe('changes.changed', tellChange),
      ];
      timer = setInterval(() => void checkRights().catch(loggedOnly), checkRightsMs);
      timer.unref();
    },
    async stop() {
      for (const stop of stops) stop();
      clearInterval(timer);
      for (const { stream } of readers) stream.close();
    },
    open(viewer, begin) {
      const { workspaceId, personId } = viewer;
      const own = readersOf(workspaceId).filter((reader) => reader.viewer.personId === personId);
      if (own.length >= mostStreams) {
        throw new Problem('too_many', {
          detail: `${mostStreams} live screens are open already; close some of them.`,
          headers: { 'retry-after': '60' },
        });
      }
      const stream = begin();
      const reader = { viewer, stream };
      readers.add(reader);
      stream.onClose(() => readers.delete(reader));
    },
  };
}
