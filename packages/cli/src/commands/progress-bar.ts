/** A progress line on standard error: a bar on a terminal, now and then a plain line elsewhere. */
export class ProgressBar {
  readonly #title: string;
  readonly #started = Date.now();
  #shown = 0;

  constructor(title: string) {
    this.#title = title;
  }

  /** `share` is 0 … 1. */
  show(share: number, detail = ''): void {
    const now = Date.now();
    const terminal = process.stderr.isTTY;
    if (share < 1 && now - this.#shown < (terminal ? 100 : 5_000)) return;
    this.#shown = now;
    const percent = `${Math.floor(share * 100)}`.padStart(3);
    if (!terminal) {
      process.stderr.write(`${this.#title}: ${percent} % ${detail}\n`);
      return;
    }
    const filled = Math.round(share * 30);
    process.stderr.write(
      `\r${this.#title} [${'█'.repeat(filled)}${'·'.repeat(30 - filled)}] ${percent} % ${detail}\u001b[K`,
    );
  }

  /** Ends the line and says how long it took. */
  end(detail = ''): void {
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(1);
    process.stderr.write(
      `${process.stderr.isTTY ? '\r' : ''}${this.#title}: done in ${seconds} s ${detail}${process.stderr.isTTY ? '\u001b[K' : ''}\n`,
    );
  }
}
