// How this server is written as a URL: an IPv6 address stands in brackets, and "all addresses" is no address to go to.
import { isIPv6 } from 'node:net';

const written = (host: string, port: number): string => `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** What people open; where the server listens on all addresses, links name this machine. */
export const addressForPeople = (host: string, port: number): string =>
  written(isEverywhere(host) ? 'localhost' : host, port);

/** What commands on this machine call. */
export const addressOnThisMachine = (host: string, port: number): string =>
  written(host === '::' ? '::1' : host === '0.0.0.0' ? '127.0.0.1' : host, port);
