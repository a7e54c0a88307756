import { hashJson } from '../hashing/hash-json.js';

/** What a judge signs on accepting (评委承诺书), paragraph by paragraph in both languages. Another wording is another version. */
export const judgeCommitment = {
  version: '2026-11-27',
  zh: [
    '亲自评审，不委托他人；只依据参赛材料、答辩和评分标准，独立、客观、公正地评分。',
    '与参赛项目、团队成员或其单位有利害关系的，在打开材料之前申报并回避；评审中才发现的，立即申报。',
    '对参赛材料、评分和讨论情况保密；不复制、不外传，不用于评审以外的目的，不交给第三方的人工智能服务处理。',
    '评审期间不与参赛方私下接触，不接受其馈赠、宴请或其他利益。',
    '违反上述承诺的，接受组委会取消评委资格、不采用其评分的处理。',
  ],
  en: [
    'I judge in person and pass the task to nobody; I score independently and fairly, by the submitted material, the pitch and the rubric alone.',
    'Where I have an interest in an entry, a member of its team or their employer, I declare it before opening the material and step back; what I notice only later, I declare at once.',
    'I keep material, scores and discussions confidential: I neither copy nor pass them on, use them for nothing but judging, and give them to no third party’s artificial intelligence service.',
    'While judging I have no private contact with those who compete, and accept no gift, invitation or other benefit from them.',
    'If I break this commitment, the committee may take me off the roster and leave my scores out.',
  ],
} as const;

/** Hash of the wording in both languages, 64 hex digits: what the ledger is told beside the version. */
export const judgeCommitmentHash = (): string => hashJson(judgeCommitment);
