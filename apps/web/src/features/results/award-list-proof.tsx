import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { HashCheck } from './hash-check.js';
import type { PublicAwardList } from './public-award-list.js';

/** What lets a stranger check the list: who stands behind it, from which run it came, and how to compute it again. */
export function AwardListProof({ list }: { list: PublicAwardList }) {
  const { t } = useTranslation('results');
  const text = useText();
  return (
    <section className="proof" aria-labelledby="proof">
      <h2 id="proof">{t('proof.title')}</h2>
      {list.twoPersons ? <p>{t('proof.twoPersons')}</p> : null}
      <p>
        {t('proof.frozen')} <Moment at={list.frozenAt} />
        <br />
        {t('proof.published')} <Moment at={list.publishedAt} />
      </p>
      <dl>
        <dt>{t('proof.listHash')}</dt>
        <dd>
          <Hash value={list.hash} />
        </dd>
      </dl>
      {list.runs.map((run) => (
        <div key={`${run.stage.key}-${run.fence}`} className="proof-run">
          <p>{t('proof.run', { stage: text(run.stage.name), fence: run.fence })}</p>
          <dl>
            {(['rulesHash', 'inputsHash', 'outputsHash'] as const).map((key) => (
              <div key={key}>
                <dt>{t(`proof.${key}`)}</dt>
                <dd>
                  <Hash value={run[key]} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p>{t('proof.how')}</p>
      <HashCheck canonical={list.canonical} hash={list.hash} />
    </section>
  );
}
