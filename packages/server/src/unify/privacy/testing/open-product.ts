// The whole product on a data folder of its own, as an operator starts it, without the dashboard; for privacy's tests.
import type { FastifyInstance } from 'fastify';
import { composeSteps, migrations, type Steps } from '../../../compose.ts';
import { readConfig } from '../../../config.ts';
import { buildHttp } from '../../../platform/http/build-http.ts';
import { mountRoutes } from '../../../platform/http/endpoints.ts';
import { type RunningPlatform, startPlatform } from '../../../platform/start-platform.ts';
import { type PlantingSession, plantingSession } from '../proof/plant-customer.ts';

export interface OpenProduct extends Steps {
  readonly platform: RunningPlatform;
  readonly app: FastifyInstance;
  readonly workspaceId: string;
  readonly session: PlantingSession;
  close(): Promise<void>;
}

const password = 'correct horse battery';
const email = 'boss@privacy.example';

export async function openProduct(dataDir: string): Promise<OpenProduct> {
  const config = readConfig({ dataDir, port: 0 }, { LYHORD_LOG_LEVEL: 'silent' });
  const platform = await startPlatform(config, migrations);
  const steps = composeSteps({ ...platform, secret: platform.secret } as RunningPlatform);
  const app = await buildHttp(config, platform.log);
  steps.access.mount(app);
  steps.collect.mount(app);
  mountRoutes(app, steps.routes, steps.access.authenticate);
  await steps.start();
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const known = (await steps.access.workspaces())[0];
  const admin = { email, name: 'Boss', password };
  const workspaceId =
    known?.id ?? (await steps.access.createWorkspace({ name: 'Private', admin })).workspaceId;
  return {
    ...steps,
    platform,
    app,
    workspaceId,
    session: await plantingSession(origin, { email, password }),
    async close() {
      await app.close();
      await steps.stop();
      await platform.stop();
    },
  };
}
