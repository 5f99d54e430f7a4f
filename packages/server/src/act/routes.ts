import { actEndpoints as endpoints } from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';
import { type Route, route } from '../platform/http/endpoints.ts';
import { assignCase } from './cases/assign-case.ts';
import { closeCase } from './cases/close-case.ts';
import { handOverCase } from './cases/hand-over-case.ts';
import { listCases } from './cases/list-cases.ts';
import { noteCase } from './cases/note-case.ts';
import { type OpenParts, openCase } from './cases/open-case.ts';
import { readCase } from './cases/read-case.ts';
import { reopenCase } from './cases/reopen-case.ts';
import { type ReplyParts, replyCase } from './cases/reply-case.ts';
import { setCause } from './cases/set-cause.ts';
import { testMail } from './mails/test-mail.ts';
import { today } from './today/today.ts';

export type ActParts = OpenParts & ReplyParts;

export function actRoutes(parts: ActParts): Route<Viewer>[] {
  const page = async (viewer: Viewer, record: { id: string }) => readCase(parts, viewer, record.id);
  return [
    route(endpoints.today, ({ query }, { viewer }) => today(parts, viewer, query.place, query.metric)),
    route(endpoints.listCases, ({ query }, { viewer }) =>
      listCases({ ...parts, ledger: parts.platform.ledger }, viewer, query),
    ),
    route(endpoints.readCase, ({ params }, { viewer }) => readCase(parts, viewer, params.id)),
    route(endpoints.openCase, async ({ body }, { viewer }) =>
      readCase(parts, viewer, await openCase(parts, viewer, body)),
    ),
    route(endpoints.assignCase, async ({ params, body }, { viewer }) =>
      page(viewer, await assignCase(parts, viewer, params.id, body)),
    ),
    route(endpoints.handOverCase, async ({ params, body }, { viewer }) =>
      page(viewer, await handOverCase(parts, viewer, params.id, body)),
    ),
    route(endpoints.noteCase, async ({ params, body }, { viewer }) =>
      page(viewer, await noteCase(parts, viewer, params.id, body.text)),
    ),
    route(endpoints.replyCase, async ({ params, body }, { viewer }) =>
      page(viewer, await replyCase(parts, viewer, params.id, body)),
    ),
    route(endpoints.causeCase, async ({ params, body }, { viewer }) =>
      page(viewer, await setCause(parts, viewer, params.id, body)),
    ),
    route(endpoints.closeCase, async ({ params, body }, { viewer }) =>
      page(viewer, await closeCase(parts, viewer, params.id, body)),
    ),
    route(endpoints.reopenCase, async ({ params, body }, { viewer }) =>
      page(viewer, await reopenCase(parts, viewer, params.id, body)),
    ),
    route(endpoints.testMail, (_, { viewer }) => testMail(parts.access, viewer)),
  ];
}
