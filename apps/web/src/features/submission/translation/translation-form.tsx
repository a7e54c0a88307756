import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';
import { languageTags } from '../../../locales/index.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { useUnsavedEdits } from '../unsaved-edits.js';
import { CancelEdits } from './cancel-edits.js';
import { OvertakenNote } from './overtaken-note.js';
import type { NewTranslation, StandingTranslation } from './translation-queries.js';
import { useTranslationAct } from './use-translation-act.js';
import './translation.css';

interface TranslationFormProps {
  /** As the server last told it: it may be newer than what the form was begun over. */
  standing: StandingTranslation;
  /** Verb of the button. */
  act: string;
  /** What becomes of it. */
  note: string;
  send: (body: NewTranslation, key: string) => Promise<unknown>;
  renews: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}

type Fields = Omit<NewTranslation, 'seen'>;

const fieldsOf = ({ text }: StandingTranslation): Fields => ({
  ...{ title: text?.title ?? '', summary: text?.summary ?? '', isMachine: text?.author === 'machine' },
});

const isSame = (one: Fields, other: Fields) =>
  one.title === other.title && one.summary === other.summary && one.isMachine === other.isMachine;

const isField = (path: string): path is 'title' | 'summary' => path === 'title' || path === 'summary';

/** The original beside what is typed of its translation, which nothing that comes meanwhile replaces. */
export function TranslationForm({ standing, act, note, send, renews, onDone, onCancel }: TranslationFormProps) {
  const { t } = useTranslation('translation');
  const { sentence } = useProblemMessage();
  const [form] = Form.useForm<Fields>();
  const { run, isPending, error, isStale } = useTranslationAct(send, renews, onDone);
  const { original, language } = standing;
  const [begun] = useState(standing);
  const [isDirty, setDirty] = useState(false);
  const initial = fieldsOf(begun);
  useUnsavedEdits(isDirty);
  useEffect(() => {
    if (!(error instanceof ApiProblem)) return;
    form.setFields(
      error.fields.flatMap(({ path, detail }) => (isField(path) ? [{ name: path, errors: [detail] }] : [])),
    );
  }, [error, form]);
  const needsSummary = original.summary !== '';
  const named = { language: t(`language.${language}`) };
  return (
    <Form<Fields>
      form={form}
      // Its fields stand beside those of the entry, which have the same names.
      name="translation-fields"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={(_, typed: Fields) => setDirty(!isSame(typed, initial))}
      // Over the newest wording, which stands beside what was typed.
      onFinish={(fields) => run({ ...fields, seen: standing.version })}
    >
      <div className="translation-sides">
        <Original standing={standing} />
        <div>
          <Form.Item
            name="title"
            label={t('title', named)}
            rules={[{ required: true, whitespace: true, message: t('titleMissing') }]}
          >
            <Input maxLength={200} lang={languageTags[language]} />
          </Form.Item>
          <Form.Item
            name="summary"
            label={t('summary', named)}
            rules={needsSummary ? [{ required: true, whitespace: true, message: t('summaryMissing') }] : []}
          >
            <Input.TextArea
              autoSize={{ minRows: 5, maxRows: 16 }}
              maxLength={4000}
              showCount
              lang={languageTags[language]}
            />
          </Form.Item>
          <Form.Item name="isMachine" valuePropName="checked" extra={t('machineNote')}>
            <Checkbox>{t('machine')}</Checkbox>
          </Form.Item>
        </div>
      </div>
      {/* What is just being saved is one's own: that does not overtake anybody. */}
      {isPending ? null : <OvertakenNote begun={begun} standing={standing} />}
      <p className="muted">{note}</p>
      <div role="alert">
        {error && !(isStale && standing.version !== begun.version) ? (
          <Alert
            type="error"
            showIcon
            title={sentence(error, (path) => (isField(path) ? t(path, named) : null))}
            className="form-fault"
          />
        ) : null}
      </div>
      <div className="translation-acts">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {act}
        </Button>
        <CancelEdits isDirty={isDirty} onCancel={onCancel} />
      </div>
    </Form>
  );
}

function Original({ standing: { original } }: { standing: StandingTranslation }) {
  const { t } = useTranslation('translation');
  const lang = languageTags[original.language];
  return (
    <section className="translation" aria-label={t('original', { language: t(`language.${original.language}`) })}>
      <p className="translation-mark muted">{t('original', { language: t(`language.${original.language}`) })}</p>
      <p lang={lang} className="translation-title">
        {original.title}
      </p>
      {original.summary ? (
        <p lang={lang} className="translation-summary">
          {original.summary}
        </p>
      ) : null}
    </section>
  );
}
