import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { SearchProps } from 'antd/es/input/Search';
import { useTranslation } from 'react-i18next';

type SearchFieldProps = Pick<SearchProps, 'id' | 'className' | 'defaultValue' | 'maxLength'> & {
  /** What is looked for; none: a label of the page's own names it by its id. */
  label?: string;
  /** Told on Enter, by the button, and when the field is cleared: without blanks at its ends. */
  onSearch: (asked: string) => void;
};

/** A search that asks the server, and only when it is told to. */
export function SearchField({ label, onSearch, ...field }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <Input.Search
      {...field}
      {...(label === undefined ? {} : { 'aria-label': label, placeholder: label })}
      allowClear
      searchIcon={<SearchOutlined aria-label={t('search')} />}
      onSearch={(typed) => onSearch(typed.trim())}
    />
  );
}
