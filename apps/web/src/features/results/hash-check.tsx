import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sha256Hex } from '#domain/hashing/sha256-hex';
import { downloadText } from '../../ui/download.js';
import { StateMark } from '../../ui/state-mark.js';

/** Hashes the list's canonical text in the reader's own browser; the same text is there to be hashed elsewhere. */
export function HashCheck({ canonical, hash }: { canonical: string; hash: string }) {
  const { t } = useTranslation('results');
  const [computed, setComputed] = useState<string | null>(null);
  return (
    <div className="hash-check">
      <Button onClick={() => setComputed(sha256Hex(canonical))}>{t('proof.check')}</Button>
      <Button type="link" onClick={() => downloadText('award-list.json', canonical, 'application/json')}>
        {t('proof.canonical')}
      </Button>
      <span role="status">
        {computed === null ? null : computed === hash ? (
          <StateMark tone="done">{t('proof.same')}</StateMark>
        ) : (
          <StateMark tone="danger">{t('proof.differs')}</StateMark>
        )}
      </span>
    </div>
  );
}
