import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

/** A PDF file as an independent program reads it. */
export interface ReadPdf {
  /** The text of each page. */
  readonly pages: readonly string[];
  /** The content of the QR codes on the first page, when a code of `mm` in the file is printed at 15 mm with 150 dots per inch. */
  readonly code: string | null;
}

/** Reads a PDF file with PDFium, Chromium's PDF library, and its QR code with jsQR. */
export async function readPdf(bytes: Uint8Array, mm: number): Promise<ReadPdf> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(Buffer.from(bytes));
    const pages = [...document.pages()].map((page) => page.getText());
    const scale = (150 / 72) * (15 / mm);
    const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap' });
    // PDFium puts blue first, which makes no difference in black and white.
    const found = jsQR.default(new Uint8ClampedArray(data), width, height);
    document.destroy();
    return { pages, code: found?.data ?? null };
  } finally {
    library.destroy();
  }
}
