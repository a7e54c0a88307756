import type { FiledFile, SubmissionReceipt } from '#submission';
import { SubmissionReceiptDto } from './entry.dto.js';

export class FiledFileDto {
  /** Also the name of its upload: `/api/v1/uploads/{publicId}`. */
  publicId: string;
  /** Of the further version of a submitted entry; null for a draft, which has none. */
  receipt: SubmissionReceiptDto | null;

  static from({ publicId, receipt }: FiledFile): FiledFileDto {
    return { publicId, receipt: receipt && SubmissionReceiptDto.from(receipt) };
  }
}

export class FileRemovedDto {
  /** Of the further version of a submitted entry; null for a draft, which has none. */
  receipt: SubmissionReceiptDto | null;

  static from(receipt: SubmissionReceipt | null): FileRemovedDto {
    return { receipt: receipt && SubmissionReceiptDto.from(receipt) };
  }
}
