import { endpoints } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';

/** Who belongs to a segment, most spend first. */
export function Members({ id }: { id: string }) {
  const { segments: words } = useWords();
  const format = useFormats();
  const reply = useReply(endpoints.segmentMembers, { params: { id }, query: { limit: 50 } });
  return (
    <Loaded reply={reply} waiting={<WaitingRows rows={4} />}>
      {({ members, count }) => (
        <TableScroll label={words.members}>
          <table className={table.table}>
            <tbody>
              {members.map((member) => (
                <tr key={member.key}>
                  <td>
                    <Link to="/customers/$customer" params={{ customer: member.key }}>
                      {member.name ?? words.nameless}
                    </Link>
                  </td>
                  <td className={table.wide}>{words.stages[member.lifeCycle] ?? member.lifeCycle}</td>
                  <td className={table.number}>{format.money(member.revenueMinor, count.currency)}</td>
                  <td className={`${table.number} ${table.wide}`}>
                    {words.facts.orders}: {format.count(member.orders)}
                  </td>
                  <td className={table.number}>{member.lastNps === null ? '' : `NPS ${member.lastNps}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Loaded>
  );
}
