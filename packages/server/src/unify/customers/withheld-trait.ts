import { maySeeContacts, type Viewer } from '../../access/index.ts';
import { isPersonalField } from '../../collect/index.ts';

/** An address, a number to call, or a national number, under whatever name a source gives it. */
const reaches =
  /\S@\S|%40|(?:\+|\b00?)[1-9](?:[\s()./-]{0,3}\d){6,}|\b\d{6}(?:\d{2})?[-+]\d{3,4}\b|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b/i;

/** True for a trait that the viewer may not read, since it names or reaches the customer; `address.city` is named by each part. */
export const isWithheldTrait = (viewer: Viewer, { name, value }: { name: string; value: string }): boolean =>
  !maySeeContacts(viewer) && (name.split('.').some(isPersonalField) || reaches.test(value));
