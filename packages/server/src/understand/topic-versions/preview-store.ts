import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { SignalWithText } from '../readings/mention-rows.ts';

export type NewestText = SignalWithText;

/** The newest comments that the viewer may see, with what the engine is told of each. */
export const newestTexts = (warehouse: Warehouse, viewer: Viewer, most: number): Promise<NewestText[]> =>
  warehouse.query<NewestText>(sql`
    select s.commit_no as commit_no, s.signal_id as signal_id, t.text as text, s.kind as kind, s.channel as channel,
      s.touchpoint as touchpoint, s.place_id as place_id, s.happened_at as happened_at,
      toString(s.local_day) as local_day, s.question as question, s.score as score, s.language as language,
      s.identifier_key as identifier_key
    from (select * from signals where ${signalScope(viewer)} and has_text
      order by signals.happened_at desc, signal_id limit ${most}) as s
    inner join (select signal_id, text from signal_texts where workspace_id = ${viewer.workspaceId}) as t
      using (signal_id)
    order by s.happened_at desc, s.signal_id`);
