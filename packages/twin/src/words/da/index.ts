import type { TongueSource } from '../tongue.ts';
import { frame } from './frame.ts';
import { journey } from './journey.ts';
import { staff } from './staff.ts';
import { store } from './store.ts';

export const da: TongueSource = { ...frame, clauses: { ...store, ...journey }, staff };
