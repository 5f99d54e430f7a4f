/** Why the product cannot start; each is told in one plain sentence that says what to do. */
export type StartupFault =
  | 'data-in-use'
  | 'data-newer'
  | 'data-unfinished'
  | 'data-unwritable'
  | 'disk-full'
  | 'disk-read-only'
  | 'port-busy'
  | 'port-forbidden'
  | 'native-missing'
  | 'ledger-unreachable'
  | 'ledger-failed'
  | 'warehouse-unreachable'
  | 'warehouse-failed'
  | 'config-wrong'
  | 'folder-unreachable';

export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly fault: StartupFault;
  constructor(fault: StartupFault, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.fault = fault;
  }
}

const mebibyte = 1024 ** 2;
/** Less free space than this and nothing is started. */
export const leastFreeBytes = 200 * mebibyte;

/** Whether a file system, the ledger or the warehouse says that its disk is full. */
export function isFullDisk(error: unknown): boolean {
  const { code, full } = (error ?? {}) as { code?: unknown; full?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || full === true;
}

/** Turns a file system's error at `path` into the sentence that helps; leaves other errors as they are. */
export function startupErrorFrom(
  error: unknown,
  path: string,
  instead = 'choose another folder with --data',
): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const told = (fault: StartupFault, sentence: string) => new StartupError(fault, sentence, { cause: error });
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return told('disk-full', `The disk that holds ${path} is full; free some space and try again.`);
    case 'EROFS':
      return told('disk-read-only', `${path} is on a disk that is read-only; ${instead}.`);
    case 'EACCES':
    case 'EPERM':
      return told(
        'data-unwritable',
        `${path} may not be written by this user; change its owner or ${instead}.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return told('data-unwritable', `${path} is not a folder; ${instead}.`);
    case 'ENOENT':
      return told('data-unwritable', `No folder can be made at ${path}; ${instead}.`);
    case 'ENAMETOOLONG':
      return told('data-unwritable', `The name ${path.slice(0, 60)}… is too long for this disk; ${instead}.`);
    default:
      return error;
  }
}
