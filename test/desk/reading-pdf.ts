import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

/** A PDF file as another program reads it. */
export interface ReadPdf {
  /** The text of each page. */
  readonly pages: readonly string[];
  /** What the codes on the first page say, when a code of `mm` in the file is printed at 15 mm with 150 dots an inch. */
  readonly code: string | null;
}

/** Reads a PDF file by PDFium, which is what Chromium shows PDF files by, and its code by jsQR. */
export async function readPdf(bytes: Uint8Array, mm: number): Promise<ReadPdf> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(Buffer.from(bytes));
    const pages = [...document.pages()].map((page) => page.getText());
    const scale = (150 / 72) * (15 / mm);
    const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap' });
    // PDFium gives blue first, which does not matter to black and white.
    const found = jsQR.default(new Uint8ClampedArray(data), width, height);
    document.destroy();
    return { pages, code: found?.data ?? null };
  } finally {
    library.destroy();
  }
}
