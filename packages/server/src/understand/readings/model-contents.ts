// The bytes of the model that a reading is made with; the last few are remembered, since every batch asks for them.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

const most = 4;

export class ModelContents {
  readonly #ledger: Ledger;
  readonly #known = new Map<string, Uint8Array>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Undefined where the reading has no model of its own. */
  async of(workspaceId: string, model: string | null): Promise<Uint8Array | undefined> {
    if (model === null) return undefined;
    const known = this.#known.get(model);
    if (known) return known;
    const row = await this.#ledger.one<{
      content: string | null;
    }>(sql`select encode(content, 'base64') as content
      from text_models
      where workspace_id = ${workspaceId} and id = ${model}`);
    if (!row?.content) return undefined;
    const content = Uint8Array.from(Buffer.from(row.content, 'base64'));
    if (this.#known.size >= most) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(model, content);
    return content;
  }
}
