import { REGION_CODES } from '@relais/domain';
import { holidaysOf } from './holidays';

describe('the days off of a region', () => {
  it('are the eleven of the law in every region', () => {
    const legal = ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25'];
    for (const region of REGION_CODES) {
      const days = holidaysOf(region, 2027).map((day) => day.slice(5));
      expect(days).toEqual(expect.arrayContaining(legal));
    }
    expect(holidaysOf('53', 2027)).toHaveLength(11);
  });

  it('count Good Friday and the day after Christmas in Grand Est', () => {
    expect(holidaysOf('44', 2027)).toEqual(expect.arrayContaining(['2027-03-26', '2027-12-26']));
    expect(holidaysOf('27', 2027)).not.toContain('2027-03-26');
  });

  it('count overseas the day on which slavery ended there', () => {
    expect(holidaysOf('01', 2027)).toContain('2027-05-27');
    expect(holidaysOf('02', 2027)).toContain('2027-05-22');
    expect(holidaysOf('03', 2027)).toContain('2027-06-10');
    expect(holidaysOf('04', 2027)).toContain('2027-12-20');
    expect(holidaysOf('06', 2027)).toContain('2027-04-27');
  });

  it('follow Easter from one year to the next', () => {
    expect(holidaysOf('53', 2026)).toContain('2026-04-06');
    expect(holidaysOf('53', 2028)).toContain('2028-04-17');
  });
});
