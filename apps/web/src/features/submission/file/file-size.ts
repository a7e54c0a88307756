import { useFormats } from '../../../locales/formats.js';

const mebibyte = 1_048_576;

/** A size as people say it: in GB or MB from one on, else in kB. */
export function useFileSize(): (bytes: number) => string {
  const { count } = useFormats();
  const tenths = (bytes: number, unit: number) => count(Math.round((10 * bytes) / unit) / 10);
  return (bytes) => {
    if (bytes >= 1024 * mebibyte) return `${tenths(bytes, 1024 * mebibyte)} GB`;
    return bytes >= mebibyte ? `${tenths(bytes, mebibyte)} MB` : `${count(Math.ceil(bytes / 1024))} kB`;
  };
}
