import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { defaultLandingRule, type LandingRule, type LandingSignalKey, landingSignalKeys } from './landing-signals.js';

/** What an entry's answers say about settling; empty strings and null mean that nothing was said. */
export interface LandingAnswers {
  /** New company, branch, technical cooperation, transfer of results, talent, joint laboratory. */
  readonly wayIn?: string | null;
  /** Up to three districts or parks, in order of preference. */
  readonly districts?: readonly string[];
  /** Yuan, decimal string. */
  readonly investmentYuan?: string | null;
  readonly timetable?: string | null;
  /** Floor space, funds, talent, policy, application scenario, supply chain. */
  readonly needs?: readonly string[];
  readonly localPartner?: string | null;
}

export interface LandingSignal {
  readonly key: LandingSignalKey;
  readonly present: boolean;
  readonly weight: number;
  /** The answer that raised it, to be shown as the reason; null when absent. */
  readonly reason: string | null;
}

export interface LandingSuggestion {
  readonly suggested: boolean;
  /** Sum of the weights of the signals present. */
  readonly weight: number;
  readonly threshold: number;
  /** All signals in registry order, present or not. */
  readonly signals: readonly LandingSignal[];
}

const readers: Readonly<Record<LandingSignalKey, (answers: LandingAnswers) => string | null>> = {
  'declared-way-in': ({ wayIn }) => said(wayIn),
  'district-named': ({ districts }) => listed(districts),
  'investment-stated': ({ investmentYuan }) =>
    isDecimalString(investmentYuan) && parseDecimal(investmentYuan).numerator > 0n ? investmentYuan : null,
  'timetable-stated': ({ timetable }) => said(timetable),
  'needs-stated': ({ needs }) => listed(needs),
  'local-partner': ({ localPartner }) => said(localPartner),
};

/**
 * Whether an entry's answers suggest that its team means to settle, with every signal and its reason. A suggestion is
 * neither the team's declaration nor a person's confirmation; only a confirmed intent enters a public figure.
 */
export function suggestLandingIntent(
  answers: LandingAnswers,
  rule: LandingRule = defaultLandingRule,
): LandingSuggestion {
  const signals = landingSignalKeys.map((key): LandingSignal => {
    const reason = readers[key](answers);
    return { key, present: reason !== null, weight: rule.weights[key], reason };
  });
  const weight = signals.reduce((total, signal) => total + (signal.present ? signal.weight : 0), 0);
  return { suggested: weight >= rule.threshold, weight, threshold: rule.threshold, signals };
}

function said(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed ? trimmed : null;
}

function listed(texts: readonly string[] | undefined): string | null {
  const named = (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
  return named.length > 0 ? named.join('、') : null;
}
