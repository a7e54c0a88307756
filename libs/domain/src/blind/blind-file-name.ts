/**
 * The name under which a reader of a blind stage knows a file.
 *
 * @param place of the entry in the reader's own list, from 1
 * @param index of the file within its field, from 1
 * @example blindFileName(123, 'business-plan', 1, 'pdf') // 'P0123-business-plan.pdf'
 */
export function blindFileName(place: number, fieldKey: string, index: number, type: string): string {
  const which = index > 1 ? `-${index}` : '';
  return `P${String(place).padStart(4, '0')}-${fieldKey}${which}.${type === 'jpeg' ? 'jpg' : type}`;
}
