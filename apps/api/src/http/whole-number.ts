/**
 * Reads a whole number of a query, at most nine digits, for `@Transform`; whatever else was sent stays as it is, and is
 * refused by the checks that follow.
 */
export const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
