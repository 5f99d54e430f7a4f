// Source: ITU-T E.164 country codes and national trunk prefixes.
const countries: Readonly<Record<string, { code: string; trunk: string }>> = {
  SE: { code: '46', trunk: '0' },
  DK: { code: '45', trunk: '' },
  NO: { code: '47', trunk: '' },
  FI: { code: '358', trunk: '0' },
  IS: { code: '354', trunk: '' },
  DE: { code: '49', trunk: '0' },
  AT: { code: '43', trunk: '0' },
  CH: { code: '41', trunk: '0' },
  NL: { code: '31', trunk: '0' },
  BE: { code: '32', trunk: '0' },
  FR: { code: '33', trunk: '0' },
  ES: { code: '34', trunk: '' },
  PT: { code: '351', trunk: '' },
  IT: { code: '39', trunk: '' },
  PL: { code: '48', trunk: '' },
  EE: { code: '372', trunk: '' },
  LV: { code: '371', trunk: '' },
  LT: { code: '370', trunk: '0' },
  GB: { code: '44', trunk: '0' },
  IE: { code: '353', trunk: '0' },
  US: { code: '1', trunk: '' },
  CA: { code: '1', trunk: '' },
  BR: { code: '55', trunk: '0' },
};

/**
 * A phone number in E.164, `+46701234567`, or null where it cannot be one. A number without a country code is read
 * as one of `country` (two letters); without a country it is null.
 */
export function phoneNumber(text: string, country?: string | null): string | null {
  const cleaned = text.replace(/\(0\)/g, '').replace(/[\s\-()./]/g, '');
  const international = cleaned.startsWith('00') ? `+${cleaned.slice(2)}` : cleaned;
  if (international.startsWith('+')) return /^\+[1-9]\d{6,14}$/.test(international) ? international : null;
  const rules = country ? countries[country.toUpperCase()] : undefined;
  if (!rules || !/^\d{5,14}$/.test(international)) return null;
  const national =
    rules.trunk && international.startsWith(rules.trunk)
      ? international.slice(rules.trunk.length)
      : international;
  const full = `+${rules.code}${national}`;
  return /^\+[1-9]\d{6,14}$/.test(full) ? full : null;
}
