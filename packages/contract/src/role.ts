import { z } from 'zod';

export const roles = ['admin', 'lead', 'manager', 'agent', 'analyst'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;
export const locales = ['en', 'sv', 'da'] as const;
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;
