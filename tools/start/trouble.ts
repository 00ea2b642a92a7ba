/** Something that the person at the keyboard can mend; the message says what, in one sentence. */
export class Trouble extends Error {}
