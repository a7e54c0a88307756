import type { FieldProblem } from '#domain';
import { fieldProblemTexts } from '#domain/errors/field-problem-texts';
import type { Described } from './describe-structure.js';

/** The sentence for a problem that the rules' own checks found, with the facts that it does not name itself. */
export function describeRules({ code, details }: FieldProblem): Described {
  const facts = Object.entries(details).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  const { zh, en } = fieldProblemTexts[code];
  const others = facts.filter(([name]) => !zh.includes(`{${name}}`)).map(([name, value]) => `${name} ${String(value)}`);
  const [chinese, english] = [zh, en].map((sentence) => filled(sentence, facts)) as [string, string];
  if (others.length === 0) return { code, reason: { zh: chinese, en: english } };
  return { code, reason: { zh: `${chinese}（${others.join('，')}）`, en: `${english} (${others.join(', ')})` } };
}

/** With the facts in their places, and without the stop: facts may follow, as one line of a list of mistakes. */
function filled(sentence: string, facts: readonly [string, unknown][]): string {
  const whole = facts.reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), sentence);
  return whole.replace(/[.。]$/, '');
}
