import { csvOf } from './figure-table';

describe('the file of a figure', () => {
  it('holds the table as the screen shows it, what is not told included', () => {
    const table = {
      columns: ['Opérateur', 'Dossiers'],
      rows: [
        ['Mission locale', 42],
        ['CIO', null],
      ],
    };
    expect(csvOf(table, 'n.c.')).toBe('\ufeffOpérateur;Dossiers\r\nMission locale;42\r\nCIO;n.c.\r\n');
  });

  it('holds nothing that a spreadsheet would run', () => {
    const cells = csvOf({ columns: ['=1+1'], rows: [['@SUM(A1)'], ['-2'], ['a;b "c"'], [-2]] }, '');
    expect(cells.split('\r\n').slice(0, 5)).toEqual(["\ufeff'=1+1", "'@SUM(A1)", "'-2", '"a;b ""c"""', '-2']);
  });
});
