import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { laterSections } from './later-sections.js';

type LaterKey = (typeof laterSections)[number]['key'];
export type SectionKey = 'progress' | 'answers' | 'files' | 'receipts' | LaterKey;

const sectionKeys: readonly SectionKey[] = [
  ...(['progress', 'answers', 'files', 'receipts'] as const),
  ...laterSections.map(({ key }) => key),
];

/** The way to each part of an entry's page, which is long on a phone. */
export function SectionLinks() {
  const { t } = useTranslation('entry');
  return (
    <nav className="section-links" aria-label={t('onThisPage')}>
      <ul>
        {sectionKeys.map((key) => (
          <li key={key}>
            <a href={`#${key}`}>{t(`section.${key}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A part of an entry's page that a link leads to. */
export function EntrySection({ name, children }: { name: SectionKey; children: ReactNode }) {
  const { t } = useTranslation('entry');
  return (
    <section id={name} className="entry-section" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(`section.${name}`)}</h2>
      {children}
    </section>
  );
}
