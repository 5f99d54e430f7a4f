import { refuse } from '../arrivals/arrival.ts';
import { hashOf } from '../keys/key64.ts';
import { type Batch, open } from './batch.ts';

/** Reads each item's meaning; one that has none is refused with the field, its value and what would be right. */
export function validate(batch: Batch): void {
  for (const arrival of open(batch)) {
    const item = batch.read(arrival.raw, batch.reading);
    arrival.messageId = item.messageId;
    if ('refused' in item) {
      refuse(arrival, item.refused);
      continue;
    }
    const { draft } = item;
    arrival.draft = draft;
    arrival.noun = draft.noun;
    arrival.customer = item.customer ?? null;
    arrival.key = batch.messageKeys.keyOf(draft.noun, item.messageId);
    arrival.contentHash = item.content === null ? arrival.key : hashOf(item.content);
    const code = draft.noun === 'event' ? draft.event.placeCode : draft.signal.place;
    arrival.place = code ? batch.reading.placeOf(code) : null;
  }
}
