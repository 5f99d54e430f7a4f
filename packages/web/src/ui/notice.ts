// Short words that come and go. Deeds that can be undone bring their way back with them.
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

export function notice(message: ReactNode, options: { bad?: boolean; keepMs?: number } = {}): string {
  return notifications.show({
    message,
    color: options.bad ? 'orange' : 'fjord',
    autoClose: options.keepMs ?? (options.bad ? 8_000 : 4_000),
    withBorder: false,
  });
}
export const takeBack = (id: string): string => notifications.hide(id);
