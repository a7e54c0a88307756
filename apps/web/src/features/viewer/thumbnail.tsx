import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownCopyQuery } from './queries.js';
import './viewer.css';

/** A file's first page, small; its name stands beside it, so it says nothing to ears. */
export function Thumbnail({ file }: { file: string }) {
  const { data: copy } = useQuery(ownCopyQuery(file));
  const [loaded, setLoaded] = useState<string | null>(null);
  const src = loaded ?? (copy && copy.pages.length > 0 ? `${copy.url}/thumbnails/1` : null);
  return (
    <span className="thumbnail">
      {src === null ? null : <img src={src} alt="" loading="lazy" onLoad={() => setLoaded(src)} />}
    </span>
  );
}
