import type { SheetPart } from '@relais/domain';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Sheet } from './person-sheet-words';

const TITLE = 22;
const HEADING = 14;
const TEXT = 13;
const MARGIN = 64;

type Paper = InstanceType<typeof PDFDocument>;

/** The typeface of the screens, embedded: drawn for people who see little. Names of other alphabets' letters come from its second file. */
const FILES = ['400', '700'].flatMap((weight) =>
  ['latin', 'latin-ext'].map((letters) => ({
    name: `${letters}-${weight}`,
    file: `atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`,
  })),
);
const find = createRequire(import.meta.url);
const fonts = FILES.map(({ name, file }) => ({
  name,
  bytes: readFileSync(find.resolve(`@fontsource/atkinson-hyperlegible-next/files/${file}`)),
}));

/** Letters that only the second file draws: Latin beyond Western Europe, without the signs of French. */
const FAR_LETTERS = /([\u0100-\u0130\u0132-\u0151\u0154-\u02B9\u1E00-\u1EFF]+)/u;

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
  for (const { name, bytes } of fonts) paper.registerFont(name, bytes);
  const pieces: Buffer[] = [];
  paper.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => paper.once('end', resolve).once('error', reject));
  const tree = paper.struct('Document');
  paper.addStructure(tree);
  tree.add(paper.struct('H1', {}, () => void write(paper, sheet.title, { weight: 700, size: TITLE }).moveDown(0.5)));
  for (const part of sheet.parts) tree.add(section(paper, part));
  tree.end();
  paper.end();
  await ended;
  return Buffer.concat(pieces);
}

function section(paper: Paper, { title, sentences, list = [] }: SheetPart): PDFKit.PDFStructureElement {
  const part = paper.struct('Sect');
  part.add(paper.struct('H2', {}, () => void write(paper.moveDown(0.6), title, { weight: 700, size: HEADING }).moveDown(0.2)));
  for (const sentence of sentences) part.add(paper.struct('P', {}, () => void write(paper, sentence)));
  if (list.length > 0) {
    const items = paper.struct('L');
    for (const item of list) items.add(paper.struct('LI', {}, [paper.struct('LBody', {}, () => void write(paper, `–  ${item}`))]));
    part.add(items);
  }
  return part;
}

/** One paragraph, each letter from the file that draws it; the narrow space of French becomes the wide one that both files have. */
function write(paper: Paper, text: string, { weight, size } = { weight: 400, size: TEXT }): Paper {
  const runs = text.replaceAll('\u202F', '\u00A0').split(FAR_LETTERS).filter(Boolean);
  paper.fontSize(size);
  for (const [index, run] of runs.entries()) {
    const letters = FAR_LETTERS.test(run) ? 'latin-ext' : 'latin';
    paper.font(`${letters}-${weight}`).text(run, { lineGap: 4, continued: index < runs.length - 1 });
  }
  return paper;
}
