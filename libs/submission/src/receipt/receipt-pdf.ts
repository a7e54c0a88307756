import PDFDocument from 'pdfkit';
import type { EntryFileView } from '../file/entry-files.js';
import { documentFonts, runsOf } from './document-fonts.js';
import type { SubmissionReceipt } from './submission-receipt.js';

const [ink, muted] = ['#1D2129', '#5A6270'];
const margin = 56;
const beijingOffsetMs = 8 * 3_600_000;

/** `2026-11-27 23:24:05`, in Beijing time. */
const beijing = (at: Date) => new Date(at.getTime() + beijingOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
const utc = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ');
const moment = (at: Date) => `${beijing(at)} 北京时间 Beijing time (${utc(at)} UTC)`;
/** In two lines, so that neither is cut. */
const hashLines = (hash: string) => `${hash.slice(0, 32)}\n${hash.slice(32)}`;

/** A receipt as an A4 document in both languages; every number and hash in it is text that can be copied. */
export async function receiptPdf(receipt: SubmissionReceipt): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin,
    lang: 'zh-CN',
    info: { Title: `提交回执 Receipt ${receipt.number}-${receipt.version}`, Creator: 'Leitai', Producer: 'Leitai' },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  documentFonts().forEach(({ name, bytes }) => document.registerFont(name, bytes));
  document.fillColor(ink);
  writeHead(document, receipt);
  writeFacts(document, receipt);
  writeFiles(document, receipt.files);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

function writeHead(document: PDFKit.PDFDocument, { edition }: SubmissionReceipt): void {
  write(document, 20, '提交回执 Receipt of a submission');
  document.moveDown(0.4);
  write(document, 12, `${edition.zh}\n${edition.en}`);
  document.moveDown(1);
}

function writeFacts(document: PDFKit.PDFDocument, receipt: SubmissionReceipt): void {
  const { number, title, version, submittedAt, isLate, receipt: hash } = receipt;
  fact(document, '编号 Entry no.', String(number));
  fact(document, '项目名称 Title', title);
  fact(document, '版本 Version', String(version));
  fact(document, '收到时间（数据库时间）Received, by the clock of the database', moment(submittedAt));
  if (isLate) fact(document, '逾期 Late', '截止后提交，按本届规则接收 Submitted after the deadline, taken by the rule');
  fact(document, '回执（存证日志中本次提交的哈希，SHA-256）Receipt: hash of the event in the ledger', hashLines(hash));
}

function writeFiles(document: PDFKit.PDFDocument, files: readonly EntryFileView[]): void {
  document.moveDown(0.6);
  write(document, 14, '文件 Files');
  document.moveDown(0.4);
  if (files.length === 0) write(document, 11, '无 None');
  for (const { name, size, sha256, state, bytesUntil } of files) {
    const follows =
      bytesUntil !== null
        ? `\n文件内容尚未收到，截至 Bytes still to follow, until\n${moment(bytesUntil)}`
        : state === 'missing'
          ? '\n文件内容未在期限内收到 The bytes did not come in time'
          : '';
    fact(document, name, `${size} 字节 bytes\nSHA-256\n${hashLines(sha256)}${follows}`);
  }
}

function fact(document: PDFKit.PDFDocument, label: string, value: string): void {
  document.fillColor(muted);
  write(document, 9, label);
  document.fillColor(ink);
  write(document, 11, value);
  document.moveDown(0.5);
}

/** Lines of text, each letter in a font that has it. */
function write(document: PDFKit.PDFDocument, size: number, text: string): void {
  document.fontSize(size);
  for (const line of text.split('\n')) {
    const runs = runsOf(line);
    runs.forEach((run, at) => document.font(run.font).text(run.text, { continued: at < runs.length - 1 }));
  }
}
