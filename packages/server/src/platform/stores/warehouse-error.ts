/** What the warehouse answered instead of rows. */
export class WarehouseError extends Error {
  override readonly name = 'WarehouseError';
  /** ClickHouse's error number; 0 when the store could not be reached. */
  readonly code: number;
  constructor(message: string, code: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
  /** The disk of the warehouse is full. */
  get full(): boolean {
    return (
      this.code === 243 || /No space left on device|Cannot reserve .* not enough space/i.test(this.message)
    );
  }
  /** The question took longer, or wanted more memory, than allowed. */
  get overLimit(): boolean {
    return this.code === 159 || this.code === 241;
  }
  /** The question was stopped by its asker. */
  get cancelled(): boolean {
    return this.code === 394;
  }
}

/** Reads number and text out of `Code: 60. DB::Exception: …`, in whatever form a client has wrapped it. */
export function warehouseErrorFrom(error: unknown): WarehouseError {
  if (error instanceof WarehouseError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const own = (error as { code?: unknown; clickhouseCode?: unknown }) ?? {};
  const number = Number(own.clickhouseCode ?? own.code);
  const written = /Code: (\d+)\./.exec(message)?.[1];
  const code = Number.isInteger(number) && number > 0 ? number : Number(written ?? 0);
  return new WarehouseError(message.slice(0, 2000), code, { cause: error });
}
