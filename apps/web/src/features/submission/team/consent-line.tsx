import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import './team.css';

interface ConsentLineProps {
  title: string;
  text: string;
  /** What a withdrawal does, which is asked for once more where it reaches beyond one entry. */
  effect?: string;
  /** What holds while it is not agreed to; shown in the place of the effect. */
  without?: string | undefined;
  /** Of the entry it is about, where those of several stand on one page. */
  entryTitle?: string | undefined;
  consent: { isGiven: boolean; version: string | null; givenAt: string | null; withdrawnAt: string | null };
  /** Null where it cannot be changed by itself. */
  send: ((isGiven: boolean, key: string) => Promise<unknown>) | null;
}

/** One purpose: how it stands, since when and by which wording; given and withdrawn by itself. */
export function ConsentLine({ title, text, effect, without, entryTitle, consent, send }: ConsentLineProps) {
  const { t } = useTranslation('team');
  const { wording } = useFormats();
  const { isGiven, version, givenAt, withdrawnAt } = consent;
  const said = isGiven ? effect : (without ?? effect);
  const at = isGiven ? givenAt : withdrawnAt;
  const about = entryTitle === undefined ? title : t('consent.about', { purpose: title, entry: entryTitle });
  return (
    <li className="team-person" aria-label={title}>
      <div className="team-person-who">
        <h3>{title}</h3>
        <StateMark tone={isGiven ? 'done' : 'idle'}>
          {t(isGiven ? 'consent.given' : at ? 'consent.withdrawn' : send ? 'consent.none' : 'consent.contract')}
        </StateMark>
      </div>
      <p className="team-person-line">{text}</p>
      {said ? <p className="team-person-line muted">{said}</p> : null}
      {at ? (
        <p className="team-person-line consent-moment muted">
          <Moment at={at} /> <span className="nowrap">{t('consent.version', { version: wording(version ?? '') })}</span>
        </p>
      ) : null}
      {send ? <ConsentAct title={title} about={about} effect={effect} isGiven={isGiven} send={send} /> : null}
    </li>
  );
}

interface ConsentActProps {
  title: string;
  /** What the button is about, for those who hear it by itself. */
  about: string;
  effect: string | undefined;
  isGiven: boolean;
  send: (isGiven: boolean, key: string) => Promise<unknown>;
}

function ConsentAct({ title, about, effect, isGiven, send }: ConsentActProps) {
  const { t } = useTranslation('team');
  const { show } = useProblemMessage();
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, error, reset } = useAct(
    async (given: boolean, key) => {
      try {
        await send(given, key);
      } catch (problem) {
        if (!isAsking) show(problem);
        throw problem;
      }
    },
    ['entry-consents', 'own-consents', 'entry-team'],
    () => setAsking(false),
  );
  return (
    <>
      <Button
        loading={isPending && !isAsking}
        onClick={() => (isGiven && effect ? setAsking(true) : run(!isGiven))}
        aria-label={t(isGiven ? 'consent.withdrawOf' : 'consent.giveOf', { about })}
      >
        {t(isGiven ? 'consent.withdraw' : 'consent.give')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={title}
        act={t('consent.withdraw')}
        isDangerous
        isBusy={isPending}
        error={error}
        onConfirm={() => run(false)}
        onClose={() => {
          setAsking(false);
          reset();
        }}
      >
        <p>{effect}</p>
      </ConfirmDialog>
    </>
  );
}
