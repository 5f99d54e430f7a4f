export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What `--help` prints; a command without one prints its own. */
  readonly help?: string;
  readonly run: (argv: string[]) => Promise<number>;
}
