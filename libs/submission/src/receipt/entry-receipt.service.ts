import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { receiptPdf } from './receipt-pdf.js';
import { ownReceipt } from './submission-receipt.js';

export interface ReceiptDocument {
  readonly name: string;
  /** A PDF. */
  readonly bytes: Buffer;
}

/** Receipts as documents to keep. */
@Injectable()
export class EntryReceiptService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param version undefined: the newest
   * @throws DomainError `not-found` for another's entry, for a draft, and for a version that there is not
   */
  async pdf(publicId: string, userId: string, version?: number): Promise<ReceiptDocument> {
    const receipt = await ownReceipt(this.dataSource.manager, publicId, userId, version);
    return { name: `receipt-${receipt.number}-${receipt.version}.pdf`, bytes: await receiptPdf(receipt) };
  }
}
