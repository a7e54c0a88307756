import { useState } from 'react';
import type { CheckEntries, Decision, EligibilitySetting } from './queries.js';

/** What the reader has filled in so far. */
export interface Verdict {
  decision: Decision | null;
  met: string[];
  reasons: string[];
  zh: string;
  en: string;
  /** YYYY-MM-DD in Beijing; the whole day counts. */
  until: string;
}

const day = 86_400_000;

function inBeijing(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * day));
}

export function useVerdict({ correctionDays }: EligibilitySetting, met: string[] = []) {
  const [verdict, setVerdict] = useState<Verdict>({
    ...{ decision: null, met, reasons: [], zh: '', en: '' },
    until: inBeijing(correctionDays),
  });
  const change = (changes: Partial<Verdict>) => setVerdict((now) => ({ ...now, ...changes }));
  return { verdict, change };
}

/** What is sent: a pass has no reasons, and only a correction has a time. Null until a decision is chosen. */
export function requestOf(verdict: Verdict, entries: CheckEntries['entries']): CheckEntries | null {
  const { decision, met, reasons, zh, en, until } = verdict;
  if (decision === null) return null;
  const isSaid = zh.trim() !== '' || en.trim() !== '';
  return {
    ...{ decision, met, reasons: decision === 'pass' ? [] : reasons, entries },
    ...(isSaid && { note: { zh, en } }),
    ...(decision === 'ask-correction' && until !== '' && { correctUntil: `${until}T23:59:59+08:00` }),
  };
}
