import type { Role } from '@lyhord/contract';

/** Who may keep segments. */
export const mayKeep = (role: Role): boolean => role === 'admin' || role === 'lead' || role === 'analyst';
