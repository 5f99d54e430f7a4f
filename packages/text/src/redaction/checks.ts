/** Check digits and dates of identity numbers, bank accounts and cards. Digits are given without separators. */

/** Luhn's sum (ISO/IEC 7812-1) of a string of digits is a multiple of 10. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** A day and month that exist; leap years are not looked at. */
export function isDayOfYear(day: number, month: number): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** Swedish personal or co-ordination number, 10 digits YYMMDDNNNN (co-ordination: day + 60). */
export function isSwedishId(digits: string): boolean {
  const day = Number(digits.slice(4, 6));
  return isDayOfYear(day > 60 ? day - 60 : day, Number(digits.slice(2, 4))) && passesLuhn(digits);
}

/** Danish CPR number by the form of its date (a stand-in: day + 60): those issued since 2007 need not satisfy modulus 11. */
export function isDanishIdForm(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  return isDayOfYear(day > 60 ? day - 60 : day, Number(digits.slice(2, 4)));
}

/** Danish CPR number that also satisfies the modulus 11 of those issued before 2007. */
export function passesDanishCheck(digits: string): boolean {
  return weightedSum(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Norwegian birth, D (day + 40) or synthetic (month + 40 or + 80) number: 11 digits with two check digits. */
export function isNorwegianId(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 40;
  const first = weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0;
  const second = weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  return isDayOfYear(day, month) && first && second;
}

const finnishSigns = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Finnish personal identity code: nine digits (DDMMYY and number) and its control character. */
export function isFinnishId(digits: string, control: string): boolean {
  const dated = isDayOfYear(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)));
  return dated && finnishSigns[Number(digits) % 31] === control.toUpperCase();
}

/** IBAN (ISO 13616) by its modulus 97; upper case, without spaces. */
export function isIban(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Payment card: 13 – 19 digits, a known first digit group (ISO/IEC 7812) and Luhn. */
export function isCard(digits: string): boolean {
  return (
    digits.length >= 13 &&
    digits.length <= 19 &&
    /^(?:4|5[1-5]|2[2-7]|3[47]|3[068]|6)/.test(digits) &&
    passesLuhn(digits)
  );
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (digits.charCodeAt(i) - 48), 0);
}
