const written =
  /^(?:D:)?(\d{4})[-:]?(\d{2})[-:]?(\d{2})[T ]?(\d{2}):?(\d{2}):?(\d{2})(?:\.\d+)?(Z|[+-]\d{2}(?:[:']?\d{2})?)/;

/**
 * The moment that a date in a file's metadata names, as PDF (`D:20260901100000+08'00'`) and office files (ISO 8601) write it.
 *
 * @returns ISO 8601 in UTC; null where it is no date, or says no time zone and so names no moment
 */
export function metadataInstant(value: string): string | null {
  const parts = written.exec(value);
  if (parts === null) return null;
  const [, year, month, day, hours, minutes, seconds, zone = 'Z'] = parts;
  const [, sign, zoneHours, zoneMinutes = '00'] = /^([+-])(\d{2})[:']?(\d{2})?/.exec(zone) ?? [];
  const offset = sign === undefined ? 'Z' : `${sign}${zoneHours}:${zoneMinutes}`;
  const instant = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
