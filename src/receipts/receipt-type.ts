/** The type of a signed receipt, in its header. */
export const RECEIPT_TYPE = 'receipt+jws';
