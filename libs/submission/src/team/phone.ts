import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/**
 * A phone number as it is stored: E.164, such as `+8613812345678`.
 *
 * @param text as typed, with spaces, dashes or brackets; without a country's code it is read as one of `countryCode`
 * @param countryCode ISO 3166-1 alpha-2
 * @returns null where it is no number that exists in its country's plan
 */
export function phoneNumberOf(text: string, countryCode?: string | null): string | null {
  const number = parsePhoneNumberFromString(text, (countryCode ?? undefined) as CountryCode | undefined);
  return number?.isValid() && number.ext === undefined ? number.number : null;
}

/** `+86 138 1234 5678` */
export function shownPhone(stored: string): string {
  return parsePhoneNumberFromString(stored)?.formatInternational() ?? stored;
}

/** `+86 138****5678`: enough to be known again by whoever knows it. */
export function maskedPhone(stored: string): string {
  const number = parsePhoneNumberFromString(stored);
  const [code, national] = [number?.countryCallingCode ?? '', String(number?.nationalNumber ?? stored)];
  const head = national.length >= 9 ? national.slice(0, 3) : '';
  return `+${code} ${head}****${national.slice(-Math.min(4, Math.floor(national.length / 2)))}`;
}

/** `a***@example.org` */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email].slice(0, 1).join('')}***${email.slice(at)}`;
}
