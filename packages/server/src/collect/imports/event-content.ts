// Promise: what canonicalJson says of an event, at a third of its cost; the fields stand in the order of their names.
import type { OperationalEvent } from '@lyhord/contract';
import { canonicalJson, quoted } from '../keys/canonical-json.ts';

const text = (value: string | null): string => (value === null ? 'null' : quoted(value));
const number = (value: number | null): string =>
  value !== null && Number.isFinite(value) ? String(value) : 'null';

function identifiers(list: OperationalEvent['identifiers']): string {
  let written = '[';
  for (const one of list) {
    if (written.length > 1) written += ',';
    written +=
      one.namespace === undefined
        ? `{"type":"${one.type}","value":${quoted(one.value)}}`
        : canonicalJson(one);
  }
  return `${written}]`;
}

const isEmpty = (properties: object): boolean => {
  for (const _ in properties) return false;
  return true;
};

/** What tells an event of a file from another under the same id. */
export function eventContent(event: OperationalEvent): string {
  const { lines, properties } = event;
  const account = event.account === undefined ? '' : `"account":${text(event.account)},`;
  return (
    `{${account}"amountMinor":${number(event.amountMinor)},"channel":${text(event.channel)},` +
    `"costMinor":${number(event.costMinor)},"currency":${text(event.currency)},"dueAt":${number(event.dueAt)},` +
    `"happenedAt":${number(event.happenedAt)},"identifiers":${identifiers(event.identifiers)},` +
    `"kind":"${event.kind}","lines":${lines.length === 0 ? '[]' : canonicalJson(lines)},` +
    `"messageId":${quoted(event.messageId)},"name":${quoted(event.name)},"placeCode":${text(event.placeCode)},` +
    `"properties":${isEmpty(properties) ? '{}' : canonicalJson(properties)},"reference":${text(event.reference)},` +
    `"touchpoint":${text(event.touchpoint)},"waitSeconds":${number(event.waitSeconds)}}`
  );
}
