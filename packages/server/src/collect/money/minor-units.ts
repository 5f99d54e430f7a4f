// Source: ISO 4217 list one; currencies whose minor unit is not a hundredth.
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** How many decimals an amount in this currency has. */
export function currencyExponent(currency: string): number {
  return exponents[currency] ?? 2;
}

/** An amount as people write it, 12.5, in minor units of its currency, 1250; rounded half away from zero. */
export function toMinorUnits(amount: number, currency: string): number {
  const scaled = Math.abs(amount) * 10 ** currencyExponent(currency);
  const near = Math.round(scaled);
  if (scaled < 1e13 && Math.abs(scaled - near) < 0.49) return amount < 0 ? -near : near;
  // 1.005 × 100 is 100.49999…; what is meant has no more digits than a double tells apart
  const whole = Math.round(Number(scaled.toPrecision(15)));
  return amount < 0 ? -whole : whole;
}

export function isCurrency(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Z]{3}$/.test(text);
}
