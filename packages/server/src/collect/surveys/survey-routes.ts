// What leads meet: making, changing and sending surveys.
import { collectEndpoints as endpoints, type Survey } from '@lyhord/contract';
import QRCode from 'qrcode';
import type { z } from 'zod';
import type { Access, Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { type InviteParts, inviteCustomers } from './invite.ts';
import { address } from './survey-page.ts';
import type { SurveyCounts, SurveyRow, SurveyStore } from './survey-store.ts';

export interface SurveyRouteParts extends InviteParts {
  readonly access: Access;
  readonly surveys: SurveyStore;
}

const tokenBytes = 9;

export function surveyRoutes(parts: SurveyRouteParts): Route<Viewer>[] {
  const { surveys, access, ledger, ids, clock } = parts;
  const shown = (survey: SurveyRow, counts?: SurveyCounts): z.infer<typeof Survey> => {
    const { workspaceId: _, token, ...rest } = survey;
    const link = `${access.publicUrl()}/s/${token}`;
    return { ...rest, link, invited: counts?.invited ?? 0, answered: counts?.answered ?? 0 };
  };
  const get = async (viewer: Viewer, id: string) => {
    const survey = await surveys.find(viewer.workspaceId, id);
    if (!survey) throw new Problem('not_found', { detail: `There is no survey "${id.slice(0, 60)}".` });
    return survey;
  };
  return [
    route(endpoints.listSurveys, async (_, { viewer }) => {
      const counts = await surveys.counts(viewer.workspaceId);
      const all = await surveys.list(viewer.workspaceId);
      return { surveys: all.map((survey) => shown(survey, counts.get(survey.id))) };
    }),
    route(endpoints.createSurvey, async ({ body }, { viewer }) => {
      await checkPlace(ledger, viewer.workspaceId, body.placeId);
      const survey: SurveyRow = {
        ...body,
        id: ids.next(),
        workspaceId: viewer.workspaceId,
        active: true,
        token: ids.token(tokenBytes),
      };
      await surveys.insert(survey, viewer.personId, clock.now());
      await access.audit(viewer, 'survey.created', `survey:${survey.id}`, survey.name);
      return shown(survey);
    }),
    route(endpoints.changeSurvey, async ({ params, body }, { viewer }) => {
      const before = await get(viewer, params.id);
      if (body.brandColour !== undefined && !/^#[0-9a-fA-F]{6}$/.test(body.brandColour)) {
        throw new Problem('invalid_input', {
          detail: `brandColour is "${body.brandColour.slice(0, 40)}", but should be a colour such as "#0B6E69".`,
        });
      }
      const survey: SurveyRow = {
        ...before,
        name: body.name ?? before.name,
        active: body.active ?? before.active,
        brandColour: body.brandColour ?? before.brandColour,
        thanks: body.thanks === undefined ? before.thanks : body.thanks,
        asks: body.asks === undefined ? before.asks : body.asks,
      };
      await surveys.update(survey);
      await access.audit(viewer, 'survey.changed', `survey:${survey.id}`, Object.keys(body).join(', '));
      return shown(survey, (await surveys.counts(viewer.workspaceId)).get(survey.id));
    }),
    route(endpoints.surveyCode, async ({ params, query }, { viewer, reply }) => {
      const survey = await get(viewer, params.id);
      const link = `${access.publicUrl()}/s/${survey.token}`;
      const to = address(link, query.place ? { place: query.place } : {});
      const svg = await QRCode.toString(to, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
      await reply
        .type('image/svg+xml')
        .header('content-disposition', 'inline; filename="survey.svg"')
        .send(svg);
    }),
    route(endpoints.sendSurvey, async ({ params, body }, { viewer }) =>
      inviteCustomers(parts, viewer, await get(viewer, params.id), body.recipients),
    ),
  ];
}

async function checkPlace(ledger: Ledger, workspaceId: string, placeId: string | null): Promise<void> {
  if (placeId === null) return;
  const place = await ledger.one(
    sql`select id from places where workspace_id = ${workspaceId} and id = ${placeId}`,
  );
  if (place) return;
  const detail = `placeId is "${placeId.slice(0, 60)}", but should be the id of a place that exists.`;
  throw new Problem('invalid_input', { detail });
}
