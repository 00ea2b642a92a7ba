import { toCivilDate } from '../time/time';
import { fileNumber, readFileNumber } from './file-number';
import { parseSearch } from './parse-search';
import { normalEmail, normalPhone } from './phone';

const today = toCivilDate('2026-11-23');
const read = (text: string) => parseSearch(text, today);

describe('one search box', () => {
  it.each(['140305', '14/03/2005', '14 mars 2005', '2005-03-14', '14032005', '14.3.05', '14 MARS 05', '20050314', '14-03-2005'])(
    '%s is the fourteenth of March 2005',
    (text) => expect(read(`dupont ${text} léa`)).toEqual({ words: ['dupont', 'lea'], bornFrom: '2005-03-14', bornTo: '2005-03-14' }),
  );

  it('takes two-digit years to come for years gone', () => {
    expect(read('01/02/78').bornFrom).toBe('1978-02-01');
    expect(read('1er août 26').bornFrom).toBe('2026-08-01');
  });

  it('takes a month or a year for a part of a birth date', () => {
    expect(read('lea 02/2004')).toEqual({ words: ['lea'], bornFrom: '2004-02-01', bornTo: '2004-02-29' });
    expect(read('décembre 1999')).toEqual({ words: [], bornFrom: '1999-12-01', bornTo: '1999-12-31' });
    expect(read('1999 roux')).toEqual({ words: ['roux'], bornFrom: '1999-01-01', bornTo: '1999-12-31' });
  });

  it('reads names, date, phone, e-mail and file number in any order', () => {
    expect(read('06 12 34 56 78 Rousseau 14/03/2005 Manon@Exemple.fr manon')).toEqual({
      words: ['rousseau', 'manon'],
      bornFrom: '2005-03-14',
      bornTo: '2005-03-14',
      phone: '0612345678',
      email: 'manon@exemple.fr',
    });
    expect(read('53-004217 le gall')).toEqual({ words: ['le', 'gall'], fileNumber: readFileNumber('53-004217') });
  });

  it('ignores a day that does not exist', () => {
    expect(read('marie 310205')).toEqual({ words: ['marie'] });
  });
});

describe('the number of a file', () => {
  it('ends with a letter that betrays one wrong digit and two exchanged', () => {
    const number = fileNumber('53', 4217);
    expect(number).toMatch(/^53-004217-[A-Y]$/);
    const letter = number.slice(-1);
    expect(readFileNumber(number.toLowerCase().replaceAll('-', ''))).toBe(number);
    expect(readFileNumber('53-004217')).toBe(number);
    for (const wrong of ['004218', '004271', '002417', '104217']) expect(readFileNumber(`53-${wrong}-${letter}`)).toBeUndefined();
  });

  it('is never outside its six digits', () => {
    expect(() => fileNumber('53', 0)).toThrow(RangeError);
    expect(() => fileNumber('53', 1_000_000)).toThrow(RangeError);
    expect(readFileNumber('99-004217')).toBeUndefined();
  });
});

describe('phone and e-mail in the form that is looked up', () => {
  it.each([
    ['06 12 34 56 78', '0612345678'],
    ['+33 6 12 34 56 78', '0612345678'],
    ['0033612345678', '0612345678'],
    ['+33 (0)6.12.34.56.78', '0612345678'],
    ['+262 692 12 34 56', '0692123456'],
    ['+352 621 123 456', '+352621123456'],
  ])('%s is %s', (written, normal) => expect(normalPhone(written)).toBe(normal));

  it('refuses what is neither', () => {
    expect(normalPhone('12')).toBeUndefined();
    expect(normalPhone('appelez le soir')).toBeUndefined();
    expect(normalEmail('a@b')).toBeUndefined();
    expect(normalEmail(' A.B@Exemple.FR ')).toBe('a.b@exemple.fr');
  });
});
