import { endpoints } from '@lyhord/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { addressOf, type CallInput } from '../client/call.ts';
import { useWords } from '../words/index.ts';

type Export = CallInput<typeof endpoints.exportTable>;

/** The whole table as CSV from the server, in the scope the screen shows. */
export function DownloadTable({
  table,
  query,
}: {
  table: Export['params']['table'];
  query?: Export['query'];
}) {
  const { ui } = useWords();
  const address = addressOf(endpoints.exportTable, { params: { table }, ...(query ? { query } : {}) });
  return (
    <Tooltip label={ui.download}>
      <ActionIcon component="a" href={address} download aria-label={ui.download}>
        <IconDownload size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
