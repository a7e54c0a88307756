import { Alert, Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { useReadingPreferences } from '../identity/use-reading-preferences.js';
import { type CheckedEntry, decide, type EligibilitySetting } from './queries.js';
import { requestOf, useVerdict } from './use-verdict.js';
import { useCheckShortcuts } from './use-check-shortcuts.js';
import { VerdictFields } from './verdict-fields.js';

interface CheckPaneProps {
  slug: string;
  entry: CheckedEntry;
  setting: EligibilitySetting;
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
  /** After the page shows what came of it. */
  onDecided: () => void;
}

/** Checklist and decision beside the entry. */
export function CheckPane({ slug, entry, setting, onNext, onPrevious, onDecided }: CheckPaneProps) {
  const { t } = useTranslation('eligibility');
  const { sentence } = useProblemMessage();
  const [{ singleKeys }, changePreferences] = useReadingPreferences();
  const met = entry.checks[0]?.checklist.filter(({ isMet }) => isMet).map(({ key }) => key) ?? [];
  const { verdict, change } = useVerdict(
    setting,
    met.filter((key) => setting.checklist.some((item) => item.key === key)),
  );
  const { run, isPending, error } = useAct(decide(slug), ['eligibility'], onDecided);
  const body = requestOf(verdict, [{ publicId: entry.publicId, version: entry.version }]);
  useCheckShortcuts(singleKeys, {
    j: onNext,
    k: onPrevious,
    ...Object.fromEntries(
      (
        [
          ['p', 'pass'],
          ['c', 'ask-correction'],
          ['f', 'fail'],
        ] as const
      )
        .filter(([, decision]) => entry.decisions.includes(decision))
        .map(([key, decision]) => [key, () => change({ decision })]),
    ),
  });
  const isOpen = entry.decisions.length > 0;
  return (
    <>
      {isOpen ? null : <p>{t(entry.isAdmitted ? 'settled' : 'nothingToDecide')}</p>}
      {isOpen ? (
        <VerdictFields
          setting={setting}
          verdict={verdict}
          onChange={change}
          decisions={entry.decisions}
          language={entry.answers['language'] === 'en' ? 'en' : 'zh'}
        />
      ) : null}
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <div className="check-bar">
        {isOpen ? (
          <Button type="primary" disabled={body === null} loading={isPending} onClick={() => body && run(body)}>
            {verdict.decision === null ? t('chooseFirst') : t(`act.${verdict.decision}`)}
          </Button>
        ) : null}
        <span className="check-walk">
          <Button disabled={onPrevious === null} onClick={() => onPrevious?.()}>
            {t('previous')}
          </Button>
          <Button disabled={onNext === null} onClick={() => onNext?.()}>
            {t('next')}
          </Button>
        </span>
      </div>
      <label className="check-keys">
        <Switch
          checked={singleKeys}
          onChange={(isOn) => void changePreferences({ singleKeys: isOn })}
          aria-label={t('shortcuts')}
        />
        <span className="muted">{t('shortcuts')}</span>
      </label>
    </>
  );
}
