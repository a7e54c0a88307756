/** What is wrong with a request as a whole, where no field of it could be named; by the fault in its details. */
export const requestFaultTexts = {
  'entries-closed': {
    zh: '报名已于 {closedAt} 截止；收到本次请求时，数据库时间为 {now}，因此未予受理。',
    en: 'Entries closed at {closedAt}. When this request came, the clock of the database said {now}, so it was not taken.',
  },
  'not-json': { zh: '请求内容不是有效的 JSON。', en: 'The body of the request is no valid JSON.' },
  'name-written-twice': {
    zh: '请求内容中有字段出现两次。',
    en: 'The body of the request gives a field twice.',
  },
  'too-deep': { zh: '请求内容嵌套过深。', en: 'The body of the request is nested too deeply.' },
  'text-not-storable': {
    zh: '请求内容含有无法存储的字符。',
    en: 'The body of the request holds characters that cannot be stored.',
  },
  'name-not-allowed': {
    zh: '请求内容中有不允许的字段名。',
    en: 'The body of the request holds a field name that is not allowed.',
  },
  'sheet-empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'sheet-too-large': {
    zh: '文件过大：最多 20 MB、5000 行、200 列。请拆分后分别导入。',
    en: 'The file is too large: at most 20 MB, 5,000 rows and 200 columns. Split it and import the parts.',
  },
  'sheet-swells': {
    zh: '文件解压后异常庞大，未作读取。请另存为新的 XLSX 或 CSV。',
    en: 'The file swells beyond measure when unpacked and was not read. Save it anew as XLSX or CSV.',
  },
  'sheet-old': {
    zh: '这是旧的 .xls 文件，请另存为 .xlsx 或 CSV。',
    en: 'This is an old .xls file; save it as .xlsx or CSV.',
  },
  'sheet-encrypted': {
    zh: '文件有密码保护，请去掉密码后再上传。',
    en: 'The file has a password; remove it and upload again.',
  },
  'sheet-unknown': { zh: '只能读取 XLSX 和 CSV 文件。', en: 'Only XLSX and CSV files can be read.' },
  'sheet-encoding': {
    zh: '无法识别文件的编码，请另存为 UTF-8 的 CSV 或 XLSX。',
    en: 'The encoding of the file is unknown; save it as CSV in UTF-8, or as XLSX.',
  },
  'sheet-damaged': { zh: '文件已损坏，请重新保存后再上传。', en: 'The file is damaged; save it again and upload it.' },
  unreadable: { zh: '无法读取请求。', en: 'The request could not be read.' },
} as const;

export type RequestFault = keyof typeof requestFaultTexts;
