declare module '@digitalbazaar/vc-bitstring-status-list' {
  interface Checked {
    readonly verified: boolean;
    readonly error?: unknown;
    readonly results?: readonly { readonly status: boolean }[];
  }
  export function checkStatus(given: {
    credential: object;
    documentLoader: (url: string) => Promise<{ document: object }>;
    suite?: object;
    verifyBitstringStatusListCredential?: boolean;
  }): Promise<Checked>;
  export function decodeList(given: { encodedList: string }): Promise<{ readonly length: number; getStatus(index: number): boolean }>;
}
