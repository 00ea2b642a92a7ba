import { planFaults } from './plans';

describe('the plan of a query', () => {
  it('is sound when each table is read in one region', () => {
    expect(planFaults('Index Scan using note_53_pkey on note_53 note\n  ->  Seq Scan on part.goal_53 g')).toEqual([]);
  });

  it('is at fault when a table is read in two regions', () => {
    expect(planFaults('Append\n -> Seq Scan on note_53 note_1\n -> Seq Scan on note_04 note_2')).toHaveLength(1);
  });

  it('is at fault when partitions are set aside only at run time', () => {
    expect(planFaults('Append\n  Subplans Removed: 2\n  -> Seq Scan on note_53 note_1')).toHaveLength(1);
  });
});
