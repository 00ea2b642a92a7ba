import fc from 'fast-check';
import {
  NOTICE_AUDIENCES,
  NOTICE_KINDS,
  NOTICE_TOPICS,
  NOTICE_WAYS,
  type NoticeChoices,
  OPEN_TOPICS,
  topicOf,
  USUAL_WAYS,
  wayOf,
} from './notice-kinds';

const choices = fc.dictionary(fc.constantFrom(...OPEN_TOPICS), fc.constantFrom(...NOTICE_WAYS)) as fc.Arbitrary<NoticeChoices>;

describe('the group of a notice', () => {
  it('is one of the groups, whatever happened and whoever is told', () => {
    for (const kind of NOTICE_KINDS) for (const audience of NOTICE_AUDIENCES) expect(NOTICE_TOPICS).toContain(topicOf(kind, audience));
  });

  it('is what waits for you only for the side that has the ball now', () => {
    expect(topicOf('referral.info_asked', 'sender')).toBe('due');
    expect(topicOf('referral.cancel_requested', 'receiver')).toBe('due');
    expect(topicOf('referral.cancel_requested', 'sender')).toBe('course');
    expect(topicOf('referral.result_posted', 'receiver')).toBe('course');
  });

  it('makes those who lead or coordinate watch moves, and answer reminders', () => {
    for (const audience of ['lead', 'coordinator'] as const) {
      expect(topicOf('referral.declined', audience)).toBe('watch');
      expect(topicOf('referral.reminded', audience)).toBe('due');
    }
  });

  it('of a link waits for those who accompany the person, and answers the one who asked', () => {
    expect(topicOf('beneficiary.link_asked', 'receiver')).toBe('due');
    expect(topicOf('beneficiary.link_granted', 'sender')).toBe('answer');
    expect(topicOf('beneficiary.link_refused', 'sender')).toBe('answer');
  });

  it('of a broken glass is security', () => {
    for (const audience of ['lead', 'guardian'] as const) expect(topicOf('glass.broken', audience)).toBe('security');
  });
});

describe('the way of a notice', () => {
  it('can’t be changed for what is due or protects people', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom('due' as const, 'security' as const), (chosen, topic) => wayOf(topic, chosen) === 'at_once'),
    );
  });

  it('is the one chosen, else the usual one', () => {
    fc.assert(
      fc.property(
        choices,
        fc.constantFrom(...OPEN_TOPICS),
        (chosen, topic) => wayOf(topic, chosen) === (chosen[topic] ?? USUAL_WAYS[topic]),
      ),
    );
  });
});
