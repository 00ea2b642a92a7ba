import PDFDocument from 'pdfkit';
import type { Sheet, SheetPart } from './person-sheet-words';

const TITLE = 20;
const HEADING = 13;
const TEXT = 12;
const MARGIN = 64;

type Paper = InstanceType<typeof PDFDocument>;

/** A sheet as a tagged PDF: language, title and a tree of headings, paragraphs and lists, so that it can be read aloud. Source: experience.md, G19. */
export async function taggedPdf(sheet: Sheet): Promise<Buffer> {
  const paper = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'fr-FR',
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: sheet.title },
  });
  const pieces: Buffer[] = [];
  paper.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => paper.once('end', resolve).once('error', reject));
  const tree = paper.struct('Document');
  paper.addStructure(tree);
  tree.add(paper.struct('H1', {}, () => void paper.font('Helvetica-Bold').fontSize(TITLE).text(sheet.title).moveDown(0.5)));
  for (const part of sheet.parts) tree.add(section(paper, part));
  tree.end();
  paper.end();
  await ended;
  return Buffer.concat(pieces);
}

function section(paper: Paper, { title, sentences, list = [] }: SheetPart): PDFKit.PDFStructureElement {
  const part = paper.struct('Sect');
  part.add(paper.struct('H2', {}, () => void paper.font('Helvetica-Bold').fontSize(HEADING).moveDown(0.6).text(title).moveDown(0.2)));
  for (const sentence of sentences) part.add(paper.struct('P', {}, () => void write(paper, sentence)));
  if (list.length > 0) {
    const items = paper.struct('L');
    for (const item of list) items.add(paper.struct('LI', {}, [paper.struct('LBody', {}, () => void write(paper, `–  ${item}`))]));
    part.add(items);
  }
  return part;
}

function write(paper: Paper, text: string): Paper {
  return paper.font('Helvetica').fontSize(TEXT).text(text, { lineGap: 3 });
}
