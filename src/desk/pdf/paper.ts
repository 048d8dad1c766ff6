import PDFDocument from 'pdfkit';
import type { Locale } from '../../rules/messages/messages.ts';
import { QUIET, runsOf as squareRuns, squaresOf } from '../proof/qr.ts';
import { unbroken } from '../unbroken.ts';
import { type FontName, fontFile, runsOf } from './fonts.ts';

/** How a piece of text looks, and what it is for a reader that speaks. */
export interface Writing {
  readonly tag?: 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Span';
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly locale?: Locale;
}

/** What may belong together. */
type Together = 'Sect' | 'Table' | 'TR';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

const MARGIN = 15 * MM;
const fonts: readonly FontName[] = ['regular', 'bold', 'syllabics', 'syllabicsBold'];

/** A document on letter paper, tagged for readers that speak, with its fonts embedded. */
export class Paper {
  readonly left = MARGIN;
  readonly width: number;
  readonly bottom: number;
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly bytes: Promise<Buffer>;
  private within: PDFKit.PDFStructureElement;

  constructor(title: string, locale: Locale, isWide = false) {
    this.doc = new PDFDocument({
      size: 'LETTER',
      layout: isWide ? 'landscape' : 'portrait',
      margin: MARGIN,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: `${locale}-CA`,
      info: { Title: title },
      bufferPages: true,
      // Without a default font: PDFKit's is one that the reader must have. Each text names its own.
      font: '',
    });
    const chunks: Buffer[] = [];
    this.bytes = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
    });
    for (const name of fonts) this.doc.registerFont(name, fontFile(name));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.within = this.root;
    this.width = this.doc.page.width - 2 * MARGIN;
    this.bottom = this.doc.page.height - MARGIN;
  }

  /** Where the next line begins, from the top of the page. */
  get y(): number {
    return this.doc.y;
  }

  set y(at: number) {
    this.doc.y = at;
  }

  /** Writes text, below what was written before unless a place is given; returns where it ends. */
  write(text: string, { tag = 'P', size = 10.5, isBold = false, color = '#16242f', ...place }: Writing = {}): number {
    const { x = this.left, y = this.doc.y, width = this.left + this.width - x, locale } = place;
    this.within.add(
      this.doc.struct(tag, locale ? { lang: `${locale}-CA` } : {}, () => {
        const runs = runsOf(unbroken(text), isBold);
        for (const [at, run] of runs.entries()) {
          const options = { width, continued: at < runs.length - 1, lineGap: size * 0.12 };
          this.doc.font(run.font).fontSize(size).fillColor(color);
          if (at === 0) this.doc.text(run.text, x, y, options);
          else this.doc.text(run.text, options);
        }
      }),
    );
    return this.doc.y;
  }

  /** How high a text would be. */
  heightOf(text: string, width: number, size: number, isBold = false): number {
    return this.doc
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .heightOfString(unbroken(text), { width, lineGap: size * 0.12 });
  }

  /** What is written within belongs together, such as a row of a table, or a part in another language. */
  group(tag: Together, write: () => void, locale?: Locale): void {
    const end = this.begin(tag, locale);
    write();
    end();
  }

  /** Begins what belongs together; the answer ends it. */
  begin(tag: Together, locale?: Locale): () => void {
    const outer = this.within;
    const inner = this.doc.struct(tag, locale ? { lang: `${locale}-CA` } : {});
    outer.add(inner);
    this.within = inner;
    return () => {
      inner.end();
      this.within = outer;
    };
  }

  /** Room between one thing and the next. */
  space(points: number): void {
    this.doc.y += points;
  }

  /** A bar of colour, which says nothing that the words do not. */
  bar(x: number, y: number, width: number, height: number, color: string): void {
    this.decorate(() => this.doc.rect(x, y, width, height).fill(color));
  }

  line(y: number): void {
    this.decorate(() =>
      this.doc
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .lineWidth(0.6)
        .stroke('#b4c0c9'),
    );
  }

  /** A code of this width, its white edge included. */
  code(text: string, alt: string, { x, y, width }: { readonly x: number; readonly y: number; readonly width: number }): void {
    const squares = squaresOf(text);
    const side = width / (squares.length + 2 * QUIET);
    this.within.add(
      this.doc.struct('Figure', { alt }, () => {
        this.doc.rect(x, y, width, width).fill('#ffffff');
        for (const [row, line] of squares.entries())
          for (const [at, length] of squareRuns(line))
            this.doc.rect(x + (at + QUIET) * side, y + (row + QUIET) * side, length * side, side);
        this.doc.fill('#000000');
      }),
    );
  }

  newPage(): void {
    this.doc.addPage();
  }

  /** Writes a line at the foot of every page, and ends the document. */
  async end(foot: (page: number, pages: number) => string): Promise<Buffer> {
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.doc.switchToPage(at);
      // Below the margin, where text would begin a new page.
      this.doc.page.margins.bottom = 0;
      this.decorate(() =>
        this.doc
          .font('regular')
          .fontSize(8)
          .fillColor('#45535e')
          .text(foot(at + 1, count), this.left, this.bottom + 8, { width: this.width, lineBreak: false }),
      );
    }
    this.doc.end();
    return this.bytes;
  }

  private decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }
}
