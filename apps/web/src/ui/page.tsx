import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../locales/use-text.js';
import { DemoBanner } from './demo-banner.js';
import { Shape } from './shape.js';

interface PageProps {
  /** Also the document's title. */
  title: string;
  /** What stands above the title: where this page belongs. */
  trail?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** For a page whose content prints the title itself: the h1 then stands for screen readers alone. */
  hidesTitle?: boolean;
  /** Whether what it shows is invented: then the page says so, on a platform that also runs real editions too. */
  isDemo?: boolean | undefined;
  /** Its title has not arrived whole: then the outline stands, rather than a page that its title pushes down. */
  isComing?: boolean;
  width?: 'narrow' | 'reading' | 'wide';
  children: ReactNode;
}

/** A Chinese dot is as wide as a character: spaces beside it would tear a hole into the title. */
const spacedDot = /(?<=[\p{Script=Han}）”]) · /gu;

let isFirstPage = true;

/** Frame of every page: one h1, which takes the focus after a change of page so that a screen reader says where one is. */
export function Page({
  title,
  trail,
  lead,
  actions,
  hidesTitle = false,
  isDemo = false,
  isComing = false,
  width = 'wide',
  children,
}: PageProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const fullTitle = t('documentTitle', { title });
  useEffect(() => {
    document.title = fullTitle;
  }, [fullTitle]);
  useEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`page page-${width}`}>
      {isDemo ? <DemoBanner /> : null}
      {trail ? <div className="page-trail">{trail}</div> : null}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1} className={hidesTitle ? 'visually-hidden' : undefined}>
          {locale === 'zh' ? title.replace(spacedDot, '·') : title}
        </h1>
        {actions && !isComing ? <div className="page-actions">{actions}</div> : null}
      </div>
      {lead && !isComing ? <p className="page-lead">{lead}</p> : null}
      {isComing ? <Shape lines={5} block /> : children}
    </div>
  );
}
