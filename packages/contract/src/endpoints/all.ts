import { cardEndpoints } from '../card.ts';
import { profileEndpoints } from '../profile.ts';
import { accessEndpoints } from './access.ts';
import { actEndpoints } from './act.ts';
import { collectEndpoints } from './collect.ts';
import { discoverEndpoints } from './discover.ts';
import { frontDoorEndpoints } from './front-doors.ts';
import { loyaltyEndpoints } from './loyalty.ts';
import { privacyEndpoints } from './privacy.ts';
import { segmentEndpoints } from './segments.ts';
import { shareEndpoints } from './share.ts';
import { textModelEndpoints } from './text-models.ts';
import { understandEndpoints } from './understand.ts';
import { unifyEndpoints } from './unify.ts';
import { workspaceEndpoints } from './workspace.ts';

/** Every endpoint of the product by its id. */
export const endpoints = {
  ...accessEndpoints,
  ...workspaceEndpoints,
  ...collectEndpoints,
  ...frontDoorEndpoints,
  ...unifyEndpoints,
  ...profileEndpoints,
  ...cardEndpoints,
  ...privacyEndpoints,
  ...understandEndpoints,
  ...discoverEndpoints,
  ...textModelEndpoints,
  ...loyaltyEndpoints,
  ...segmentEndpoints,
  ...actEndpoints,
  ...shareEndpoints,
};
export type EndpointId = keyof typeof endpoints;
