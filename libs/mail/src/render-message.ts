import { oneLine } from './one-line.js';
import { mailTemplates, type ParametersOf, type TemplateKey } from './templates/registry.js';
import type { MailParameter, MailParameters, MailTemplate, MessageText, MessageTexts } from './template.js';

const line = (value: MailParameter): MailParameter => {
  if (typeof value === 'string') return oneLine(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return isList(value) ? value.map(lines) : { zh: oneLine(value.zh), en: oneLine(value.en) };
};
// Array.isArray leaves out lists that cannot be written to.
const isList = (value: object): value is Extract<MailParameter, readonly unknown[]> => Array.isArray(value);
const lines = (item: { readonly [name: string]: string | number | null }) =>
  Object.fromEntries(
    Object.entries(item).map(([name, part]) => [name, typeof part === 'string' ? oneLine(part) : part]),
  );

/** A subject longer than this would be cut by the programs that show it. */
const longestSubject = 150;

function cut({ subject, ...text }: MessageText): MessageText {
  const letters = Array.from(subject);
  return {
    ...text,
    subject: letters.length <= longestSubject ? subject : `${letters.slice(0, longestSubject).join('')}…`,
  };
}

/** A message in both languages. What was typed stands in it as one line, so that no header and no paragraph is forged. */
export function renderMessage<K extends TemplateKey>(
  key: K,
  parameters: ParametersOf<K>,
): { readonly texts: MessageTexts; readonly parameters: MailParameters; readonly version: number } {
  const template = mailTemplates[key] as unknown as MailTemplate<MailParameters>;
  const safe = Object.fromEntries(
    Object.entries(parameters as MailParameters).map(([name, value]) => [name, line(value)]),
  );
  return {
    texts: { zh: cut(template.zh(safe)), en: cut(template.en(safe)) },
    parameters: safe,
    version: template.version,
  };
}
