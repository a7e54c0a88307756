import type { ErrorDetails } from '#domain';

/** Puts the details of a problem into its sentence, where they hold what `{name}` stands for. */
export function fillSentence(sentence: string, details: ErrorDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
