export { ClashNote } from './clash-note';
export { ContactNote, type Reach } from './contact-note';
export { Meetings, type PersonMet } from './meetings';
export { MeetingRights, type MeetingStanding } from './meeting-rights';
export { meetingWords } from './meeting-words';
export { SlotFinder } from './slot-finder';
export { ToFill } from './to-fill';
