import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { groupDigits, useFormats } from '../../locales/formats.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { StateMark } from '../../ui/state-mark.js';
import { useSignalText } from './use-signal-text.js';

export type LandingIntent = Schemas['LandingIntentDto'];

interface LandingIntentsTableProps {
  slug: string;
  intents: readonly LandingIntent[];
  onConfirm: (intent: LandingIntent) => void;
}

/** Declared by the team, suggested by the rule, confirmed by a person: three columns, since none implies another. */
export function LandingIntentsTable({ slug, intents, onConfirm }: LandingIntentsTableProps) {
  const { t } = useTranslation('landing');
  const { date } = useFormats();
  const signalText = useSignalText();
  const columns: Column<LandingIntent>[] = [
    { key: 'number', header: t('column.entryNumber'), cell: (intent) => intent.entryNumber },
    { key: 'title', header: t('column.title'), cell: (intent) => intent.title, isRowHeader: true },
    {
      key: 'declared',
      header: t('column.declared'),
      cell: ({ declared }) => (declared ? (declared.investmentYuan ?? t('declared.yes')) : t('declared.no')),
      show: ({ declared }) => <Declared declared={declared} />,
    },
    {
      key: 'suggested',
      header: t('column.suggested'),
      cell: ({ suggested }) => presentSignals(suggested).map(signalText).join('; '),
      show: ({ suggested }) => <Suggested suggested={suggested} />,
    },
    {
      key: 'confirmed',
      header: t('column.confirmed'),
      cell: ({ confirmed }) => (confirmed?.outcome === 'confirmed' ? confirmed.investmentYuan : ''),
      show: (intent) =>
        intent.confirmed?.outcome === 'confirmed' ? (
          <>
            <StateMark tone="done">{t('confirmed.yes')}</StateMark>
            <div className="nowrap">{t('yuan', { amount: groupDigits(intent.confirmed.investmentYuan) })}</div>
            <div className="muted whole-words">{date(intent.confirmed.occurredOn)}</div>
          </>
        ) : (
          <Button
            size="small"
            onClick={() => onConfirm(intent)}
            aria-label={t('confirm.actOf', { title: intent.title })}
          >
            {t('confirm.act')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('intentsTable', { count: intents.length })}
      csv={`${slug}-landing-intents`}
      columns={columns}
      rows={intents}
      rowKey={(intent) => intent.entryPublicId}
      empty={t('noIntents')}
    />
  );
}

function Declared({ declared }: { declared: LandingIntent['declared'] }) {
  const { t } = useTranslation('landing');
  if (!declared) return <span className="muted">{t('declared.no')}</span>;
  return (
    <div className="declared">
      <div>{t('declared.yes')}</div>
      {declared.investmentYuan ? (
        <div className="nowrap">{t('yuan', { amount: groupDigits(declared.investmentYuan) })}</div>
      ) : null}
      {declared.districts.length > 0 ? (
        <div className="muted whole-words">{declared.districts.join(t('listComma'))}</div>
      ) : null}
    </div>
  );
}

function Suggested({ suggested }: { suggested: LandingIntent['suggested'] }) {
  const { t } = useTranslation('landing');
  const signalText = useSignalText();
  if (!suggested) return <span className="muted">{t('suggested.pending')}</span>;
  const signals = presentSignals(suggested);
  return (
    <div className="suggested">
      <div>{t(suggested.suggested ? 'suggested.yes' : 'suggested.no')}</div>
      {signals.length > 0 ? (
        <ul className="signals">
          {signals.map((signal) => (
            <li key={signal}>{signalText(signal)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Keys of the signals that the entry's answers raise. */
function presentSignals(suggested: LandingIntent['suggested']): string[] {
  return (suggested?.signals ?? []).filter(({ present }) => present).map(({ key }) => key);
}
