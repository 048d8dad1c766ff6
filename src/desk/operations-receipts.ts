import type { Operation } from './api.ts';

/** Keeps an answer under a number. */
export const keepReceiptOperation: Operation<{ readonly keepReceipt: { readonly number?: string } }> = {
  text: `mutation DeskReceipt($input: KeepReceiptInput!) {
  keepReceipt(input: $input) { ... on Receipt { number } ... on Refused { code } }
}`,
};
