import type { ErasureReceipt } from '@lyhord/contract';
import { Moment } from '../../ui/moment.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import styles from './privacy.module.css';

/** What an erasure took out, what stays as a hash, and what it cannot reach. */
export function Receipt({ receipt }: { receipt: ErasureReceipt }) {
  const words = useWords().privacy.receipt;
  const { disk } = receipt;
  return (
    <div className={styles.receipt}>
      <h3>{words.erased}</h3>
      <Rows rows={receipt.erased.map(({ table: name, holds, rows }) => ({ name, says: holds, rows }))} />
      <p>{words.disk(disk.partsDropped, disk.tablesRewritten, disk.files)}</p>
      <p>{words.left}</p>
      <h3>{words.stays}</h3>
      <Rows rows={receipt.stays.map(({ table: name, why, rows }) => ({ name, says: why, rows }))} />
      <h3>{words.beyond}</h3>
      <ul>
        {receipt.beyond.map(({ what, until }) => (
          <li key={what}>
            {words.reasons[what]}:{' '}
            {until ? (
              <>
                {words.until} <Moment at={until} />
              </>
            ) : (
              words.byYou
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Rows({ rows }: { rows: readonly { name: string; says: string; rows: number }[] }) {
  const words = useWords().privacy.receipt;
  return (
    <table className={table.table}>
      <tbody>
        {rows.map(({ name, says, rows: count }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td className={table.dim}>{says}</td>
            <td className={table.number}>{words.rows(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
