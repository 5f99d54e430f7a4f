import type { ErasureReceipt, PrivacyRequest } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saveFile } from '../../ui/csv.ts';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import styles from './privacy.module.css';
import { type ReceiptRow, useReceiptLines } from './receipt-lines.ts';

/** What an erasure took out, what stays as a hash, and what it cannot reach. */
export function Receipt({ request, receipt }: { request: PrivacyRequest; receipt: ErasureReceipt }) {
  const { erasure, privacy } = useWords();
  const words = privacy.receipt;
  const { disk } = receipt;
  const { about, erased, stays, beyond, asText } = useReceiptLines(request, receipt);
  return (
    <div className={styles.receipt}>
      <p>{about.join(' · ')}</p>
      <h3>{words.erased}</h3>
      <Rows rows={erased} />
      <p>{words.disk(disk.partsDropped, disk.tablesRewritten, disk.files)}</p>
      <p>{words.left}</p>
      <h3>{words.stays}</h3>
      <Rows rows={stays} />
      <h3>{words.beyond}</h3>
      <ul>
        {beyond.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button
        variant="default"
        style={{ justifySelf: 'start' }}
        leftSection={<IconDownload size={18} stroke={1.6} />}
        onClick={() => saveFile(`lyhord-${request.id}.txt`, asText, 'text/plain;charset=utf-8')}
      >
        {erasure.save}
      </Button>
    </div>
  );
}

function Rows({ rows }: { rows: readonly ReceiptRow[] }) {
  return (
    <table className={table.table}>
      <tbody>
        {rows.map(({ table: name, says, rows: count }) => (
          <tr key={name}>
            <td>
              {says}
              <small className={table.under}>{name}</small>
            </td>
            <td className={table.number}>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
