/**
 * Daitch–Mokotoff soundex (1985, https://www.avotaynu.com/soundex.htm): six digits for how a name sounds to a Slavic, Germanic or Semitic
 * ear, several codes when letters may be read in several ways. Same codes as `daitch_mokotoff()` of PostgreSQL (fuzzystrmatch), which the
 * database uses, but for a few joined letters (`hj`, `zj`) no name has; a test compares both over many names.
 */
type Reading = readonly [start: string, beforeVowel: string, elsewhere: string];

const NONE = '';
const TABLE: Readonly<Record<string, readonly Reading[]>> = readings(`
ai aj ay:0,1,- au:0,7,- a:0,-,- b:7,7,7 chs:5,54,54 ch:5,5,5|4,4,4 ck:5,5,5|45,45,45 csz czs cs cz:4,4,4 c:5,5,5|4,4,4
drz drs dsh dsz ds dzh dzs dz:4,4,4 dt d:3,3,3 ei ej ey:0,1,- eu:1,1,- e:0,-,- fb f:7,7,7 g:5,5,5 h:5,5,- ia ie io iu:1,-,- i:0,-,-
j:1,-,-|4,4,4 ks:5,54,54 kh k:5,5,5 l:8,8,8 mn nm:66,66,66 m n:6,6,6 oi oj oy:0,1,- o:0,-,- pf ph p:7,7,7 q:5,5,5
rs rz:94,94,94|4,4,4 r:9,9,9 schtsch schtsh schtch shtch shch shtsh stch stsch sc strz strs stsh szcz szcs:2,4,4
sht scht schd szt shd szd sd st:2,43,43 sch sh sz s:4,4,4 th t:3,3,3 tch ttch ttsch trz trs tsch tsh ts tts ttsz tc tz ttz tzs tsz:4,4,4
ui uj uy:0,1,- ue:0,1,- u:0,-,- v w:7,7,7 x:5,54,54 y:1,-,- zdz zdzh zhdzh:2,4,4 zd zhd:2,43,43 zh zs zsch zsh z:4,4,4`);
const LONGEST = 7;
const VOWELS = new Set('aeiouy');

/** Codes of a folded word (letters a–z); empty for a word without letters. Sorted. */
export function daitchMokotoff(word: string): readonly string[] {
  let codes: { digits: string; last: string }[] = [{ digits: '', last: '?' }];
  for (let at = 0; at < word.length;) {
    const letters = longestAt(word, at);
    if (!letters) {
      at += 1;
      continue;
    }
    const next = word[at + letters.length];
    const place = at === 0 ? 0 : next !== undefined && VOWELS.has(next) ? 1 : 2;
    const read = (TABLE[letters] ?? []).map((reading) => reading[place] ?? NONE);
    codes = codes.flatMap((code) => [...new Set(read)].map((digits) => append(code, digits)));
    at += letters.length;
  }
  return [...new Set(codes.map(({ digits }) => digits.slice(0, 6).padEnd(6, '0')))]
    .filter((code) => code !== '000000' || word !== '')
    .sort();
}

/** Two equal digits that meet count once, unless letters without a code stand between them. */
function append(code: { digits: string; last: string }, digits: string): { digits: string; last: string } {
  const added = digits !== NONE && digits.startsWith(code.last) ? digits.slice(1) : digits;
  return { digits: code.digits + added, last: digits.at(-1) ?? '?' };
}

function longestAt(word: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST, word.length - at); length > 0; length -= 1) {
    const letters = word.slice(at, at + length);
    if (letters in TABLE) return letters;
  }
  return undefined;
}

function readings(table: string): Readonly<Record<string, readonly Reading[]>> {
  const all: Record<string, readonly Reading[]> = {};
  let waiting: string[] = [];
  for (const piece of table.trim().split(/\s+/)) {
    const [letters = '', codes] = piece.split(':');
    waiting.push(letters);
    if (codes === undefined) continue;
    const read = codes.split('|').map((reading) => reading.replaceAll('-', NONE).split(',') as unknown as Reading);
    for (const name of waiting) all[name] = read;
    waiting = [];
  }
  return all;
}
