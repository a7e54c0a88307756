/** @example englishOrdinal(23) // "23rd" */
export function englishOrdinal(place: number): string {
  const tens = Math.floor(place / 10) % 10;
  const suffix = tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${suffix}`;
}
