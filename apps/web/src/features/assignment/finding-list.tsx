import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import type { NamedFinding } from './queries.js';

const findings = [
  ...(['fixed-conflict', 'entry-short', 'kind-short', 'employer-bound', 'capacity-short', 'minimum-excess'] as const),
  ...(['group-short', 'group-uneven', 'judge-idle', 'begun-conflict', 'plan-limited'] as const),
  ...(['candidate-open', 'order-awaited'] as const),
] as const;
const relaxations = ['raise-most', 'lower-least', 'fewer-judges', 'fewer-of-kind', 'more-of-employer'] as const;

/** A finding or a step of a relaxation as a sentence, with its numbers. */
function useFindingText(): (finding: NamedFinding) => string {
  const { t } = useTranslation('assignment');
  const text = useText();
  const { count } = useFormats();
  return (finding) => {
    const entry = finding.entries[0];
    const values = {
      ...Object.fromEntries(Object.entries(finding.numbers).map(([name, number]) => [name, count(number)])),
      entry: entry ? t('entry', { number: entry.number, title: entry.title }) : '',
      judge: finding.judges[0] ?? t('nameless'),
      kind: finding.kind === null ? '' : t(`form.kind.${finding.kind}`),
      employer: text(finding.employer),
    };
    const relaxation = relaxations.find((code) => code === finding.code);
    if (relaxation !== undefined) return t(`relaxation.${relaxation}`, values);
    return t(`finding.${findings.find((code) => code === finding.code) ?? 'other'}`, values);
  };
}

interface FindingListProps {
  findings: readonly NamedFinding[];
  /** Of how many these are the first. */
  total: number;
}

export function FindingList({ findings: listed, total }: FindingListProps) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const textOf = useFindingText();
  return (
    <>
      <ul className="assignment-findings">
        {listed.map((finding, index) => (
          <li key={index}>
            {textOf(finding)}
            <Concerned finding={finding} />
          </li>
        ))}
      </ul>
      {total > listed.length ? (
        <p className="muted">{t('findings.more', { number: count(total), shown: count(listed.length) })}</p>
      ) : null}
    </>
  );
}

/** Whom a finding about a group is about. */
function Concerned({ finding: { code, entries, judges } }: { finding: NamedFinding }) {
  const { t } = useTranslation('assignment');
  if (code !== 'group-short' && code !== 'group-uneven') return null;
  return (
    <>
      <details>
        <summary>{t('findings.entries', { number: entries.length })}</summary>
        <ul>
          {entries.map(({ number, title }) => (
            <li key={number}>{t('entry', { number, title })}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t('findings.judges', { number: judges.length })}</summary>
        <p>{judges.map((name) => name ?? t('nameless')).join(t('listSeparator'))}</p>
      </details>
    </>
  );
}
