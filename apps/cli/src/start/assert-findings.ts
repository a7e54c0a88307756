import type { Finding } from '../doctor/finding.js';
import { Refusal } from './refusal.js';

/** @throws Refusal naming every finding that keeps Leitai from working, with its remedy */
export function assertFindings(findings: readonly Finding[]): void {
  const failures = findings.filter(({ state }) => state === 'fail');
  if (failures.length === 0) return;
  const lines = failures.map(({ check, detail, remedy }) => `  ${check}: ${detail}\n    → ${remedy}`);
  throw new Refusal(`Leitai cannot work here:\n${lines.join('\n')}`);
}
