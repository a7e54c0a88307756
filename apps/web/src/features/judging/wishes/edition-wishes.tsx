import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { type FieldGroup, type Wish, wishChoices, type WishingEdition } from './queries.js';

type Wishes = Schemas['TellWishesDto']['wishes'];

/** The field groups of one edition, each with three answers; nothing counts until it is kept. */
export function EditionWishes({ edition }: { edition: WishingEdition }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { sentence } = useProblemMessage();
  const [changed, setChanged] = useState<ReadonlyMap<string, Wish | null>>(new Map());
  const [isKept, setKept] = useState(false);
  const wishOf = ({ id, wish }: FieldGroup) => (changed.has(id) ? (changed.get(id) ?? null) : wish);
  const isChanged = edition.fieldGroups.some((group) => wishOf(group) !== group.wish);
  const { run, isPending, error } = useAct(
    (wishes: Wishes, key) =>
      answer(
        api.PUT('/api/v1/my/wishes/{slug}', {
          params: { path: { slug: edition.slug }, header: { 'Idempotency-Key': key } },
          body: { wishes },
        }),
      ),
    ['my-wishes'],
    () => {
      setChanged(new Map());
      setKept(true);
    },
  );
  const keep = () =>
    run(
      edition.fieldGroups.flatMap((group) => {
        const wish = wishOf(group);
        return wish === null ? [] : [{ fieldGroupId: group.id, wish }];
      }),
    );
  return (
    <section className="card wishes" aria-label={text(edition.name)}>
      <h2>{text(edition.name)}</h2>
      {edition.fieldGroups.map((group) => (
        <GroupWish
          key={group.id}
          group={group}
          wish={wishOf(group)}
          isDisabled={isPending}
          onChange={(wish) => {
            setKept(false);
            setChanged(new Map([...changed, [group.id, wish]]));
          }}
        />
      ))}
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <p className="wishes-acts">
        <Button type="primary" size="large" loading={isPending} disabled={!isChanged} onClick={keep}>
          {t('wishes.keep')}
        </Button>
        <Button size="large" disabled={changed.size === 0 || isPending} onClick={() => setChanged(new Map())}>
          {t('wishes.undo')}
        </Button>
        <span role="status" className="muted">
          {isKept ? t('wishes.kept') : isChanged ? t('wishes.unkept') : null}
        </span>
      </p>
    </section>
  );
}

interface GroupWishProps {
  group: FieldGroup;
  wish: Wish | null;
  /** While the choices are being kept: one made meanwhile would be lost with their answer. */
  isDisabled: boolean;
  onChange: (wish: Wish | null) => void;
}

function GroupWish({ group, wish, isDisabled, onChange }: GroupWishProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  return (
    <fieldset className="wish" disabled={isDisabled}>
      <legend>{text(group.name)}</legend>
      {wishChoices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={`wish-${group.id}`}
            checked={(wish ?? 'can') === choice}
            onChange={() => onChange(choice === 'can' ? null : choice)}
          />
          <span>{t(`wishes.choice.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
