import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PagePictureProps {
  page: { number: number; width: number; height: number };
  count: number;
  /** Opens the pages; another one every few minutes. */
  url: string;
  /** The page as it is kept on this device: shown where the link brings nothing. */
  onDevice: ((page: number) => Promise<Blob | undefined>) | undefined;
  onFault: () => void;
}

/** One page. What has been loaded stays, though the link that brought it is over. */
export function PagePicture({ page, count, url, onDevice, onFault }: PagePictureProps) {
  const { t } = useTranslation('viewer');
  const [loaded, setLoaded] = useState<string | null>(null);
  const [faults, setFaults] = useState(0);
  const src = loaded ?? `${url}/pages/${page.number}`;
  useEffect(() => () => (loaded?.startsWith('blob:') ? URL.revokeObjectURL(loaded) : undefined), [loaded]);
  const turnToDevice = async () => {
    const kept = await onDevice?.(page.number);
    if (kept) return setLoaded(URL.createObjectURL(kept));
    setFaults((before) => before + 1);
    // The link may be over: a younger one is fetched, once.
    if (faults === 0) onFault();
  };
  return (
    <li className="viewer-page" data-page={page.number}>
      {faults > 1 && loaded === null ? (
        <p className="viewer-fault" role="alert">
          {t('pageFault', { page: page.number })}{' '}
          <Button
            onClick={() => {
              setFaults(1);
              onFault();
            }}
          >
            {t('again')}
          </Button>
        </p>
      ) : (
        <img
          src={src}
          width={page.width}
          height={page.height}
          alt={t('pageOf', { page: page.number, count })}
          loading="lazy"
          decoding="async"
          onLoad={() => setLoaded(src)}
          onError={() => void turnToDevice()}
        />
      )}
    </li>
  );
}
