/** One thing wrong with a template: where it stands and why, for the person who wrote it. */
export interface TemplateProblem {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Such as `stages[2].window.closesAt`; empty for the document as a whole. */
  readonly path: string;
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** The path of an object as people write it: `stages[2].window.closesAt`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** The steps of a path text: the reverse of `pathText`. */
export function pathSteps(text: string): PropertyKey[] {
  return [...text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}

/** `contest.yaml:12:5 stages[0].track: …`, the form that editors make clickable. */
export function problemLine(file: string, problem: TemplateProblem, language: 'zh' | 'en'): string {
  const where = problem.path === '' ? '' : ` ${problem.path}`;
  return `${file}:${problem.line}:${problem.column}${where}: ${problem.reason[language]}`;
}
