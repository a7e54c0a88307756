import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { AwardListProof } from './award-list-proof.js';
import { columnsOf } from './award-columns.js';
import { AwardTierTable } from './award-tier-table.js';
import type { PublicAwardList } from './public-award-list.js';
import { SupersededNote } from './superseded-note.js';
import { supersedingOf } from './superseding.js';
import { useReasonText } from './use-reason-text.js';

/** The list as a printed notice: it must read the same on paper, in black and white. */
export function AwardNotice({ list }: { list: PublicAwardList }) {
  const { t } = useTranslation('results');
  const text = useText();
  const { date } = useFormats();
  const reasonText = useReasonText();
  const newer = supersedingOf(list);
  return (
    <article className="notice">
      {newer ? <SupersededNote by={newer} /> : null}
      <header className="notice-head">
        {list.edition.isDemo ? <p className="notice-demo">{t('demoNotice')}</p> : null}
        <p className="notice-contest">{text(list.contest.name)}</p>
        <p className="notice-title" aria-hidden="true">
          {t('listTitle', { edition: text(list.edition.name) })}
        </p>
        <p className="muted">
          {t('version', { number: list.number })}
          {list.occurredOn ? ` · ${t('announcedOn', { date: date(list.occurredOn) })}` : ''}
          {` · ${t('publishedOn', { date: date(list.publishedAt) })}`}
        </p>
        {list.number > 1 && list.reasonCode !== null ? (
          <p className="notice-reason">{t('correctedBecause', { reason: reasonText(list.reasonCode) })}</p>
        ) : null}
      </header>
      {list.sections.map((section) => (
        <section key={section.stage.key} aria-labelledby={`section-${section.stage.key}`}>
          <h2 id={`section-${section.stage.key}`}>{text(section.stage.name)}</h2>
          {section.tiers.map((tier) => (
            <AwardTierTable key={tier.key} tier={tier} columns={columnsOf(section)} />
          ))}
        </section>
      ))}
      <AwardListProof list={list} />
    </article>
  );
}
