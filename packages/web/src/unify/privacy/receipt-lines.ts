import type { ErasureReceipt, PrivacyRequest } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';

export interface ReceiptRow {
  readonly table: string;
  readonly says: string;
  readonly rows: string;
}
export interface ReceiptLines {
  readonly about: readonly string[];
  readonly erased: readonly ReceiptRow[];
  readonly stays: readonly ReceiptRow[];
  readonly beyond: readonly string[];
  /** The whole receipt, to be kept or handed on. */
  readonly asText: string;
}

/** A receipt in the reader's language; what a table held of which the screens know no words, as the server says it. */
export function useReceiptLines(request: PrivacyRequest, receipt: ErasureReceipt): ReceiptLines {
  const { erasure, privacy } = useWords();
  const format = useFormats();
  const words = privacy.receipt;
  const of = (known: Readonly<Record<string, string>>, table: string, says: string, rows: number) => ({
    ...{ table, says: known[table] ?? says },
    rows: words.rows(rows),
  });
  const about = [
    `${erasure.received}: ${format.moment(request.receivedAt)}`,
    ...(request.finishedAt ? [`${erasure.done}: ${format.moment(request.finishedAt)}`] : []),
    ...(request.askedBy ? [`${erasure.by}: ${request.askedBy}`] : []),
  ];
  const erased = receipt.erased.map(({ table, holds, rows }) => of(erasure.tables, table, holds, rows));
  const stays = receipt.stays.map(({ table, why, rows }) => of(erasure.stays, table, why, rows));
  const beyond = receipt.beyond.map(({ what, until }) => {
    const when = until ? `${words.until} ${format.dayOf(until)}` : words.byYou;
    return `${words.reasons[what]}: ${when}`;
  });
  const { partsDropped, tablesRewritten, files } = receipt.disk;
  const inText = ({ says, table, rows }: ReceiptRow) => `- ${says} (${table}): ${rows}`;
  const asText = [
    ...[words.title, '', ...about, ''],
    ...[words.erased, ...erased.map(inText), ''],
    ...[words.disk(partsDropped, tablesRewritten, files), words.left, ''],
    ...[words.stays, ...stays.map(inText), ''],
    ...[words.beyond, ...beyond.map((line) => `- ${line}`), ''],
  ].join('\n');
  return { about, erased, stays, beyond, asText };
}
