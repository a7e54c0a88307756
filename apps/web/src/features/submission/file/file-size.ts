import { useFormats } from '../../../locales/formats.js';

const mebibyte = 1_048_576;

/** A file's size as people say it: in MB from one on, else in kB. */
export function useFileSize(): (bytes: number) => string {
  const { count } = useFormats();
  return (bytes) =>
    bytes >= mebibyte
      ? `${count(Math.round((10 * bytes) / mebibyte) / 10)} MB`
      : `${count(Math.ceil(bytes / 1024))} kB`;
}
