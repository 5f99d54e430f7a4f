export type { Place } from '@lyhord/contract';
export { type RunningServer, type ServerOptions, startServer } from './main.ts';
export { StartupError } from './platform/startup-error.ts';
