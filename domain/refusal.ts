/**
 * Why something that was typed is not taken: a code, and the facts that its sentence names. The sentence is made where the
 * language is known (renderer/text/refusals.ts, which does not compile while one is missing).
 */
const factsOfRefusals = {
  // Whatever the field: what a schema says by itself.
  'not-valid': [],
  missing: [],
  'too-short': ['least'],
  'too-long': ['most'],
  'too-small': ['least'],
  'too-big': ['most'],
  'too-few': ['least'],
  'too-many': ['most'],
  // Names and people.
  'name-missing': [],
  'first-or-last-name-missing': [],
  'not-an-email': [],
  'not-a-phone-number': [],
  // Keys.
  'no-person': [],
  'no-door': [],
  'no-door-chosen': [],
  'no-weekday': [],
  'departure-not-after-arrival': [],
  'doorcode-missing': [],
  'not-a-doorcode': ['least', 'most'],
  'keycard-missing': [],
  'too-few-nights': ['least'],
  'too-many-nights': ['most'],
  // The stock of keycards, and encoders.
  'number-missing': [],
  'not-a-uid': [],
  'passing-uid': [],
  'port-missing': [],
  // Staff and their secrets.
  'secret-missing': [],
  'new-secret-missing': [],
  'common-password': [],
  'not-a-pin': ['least', 'most'],
  // Set-up and settings.
  'not-a-time-zone': [],
  'not-a-web-address': [],
  'client-token-missing': [],
  'access-token-missing': [],
  'not-a-setup-code': [],
  'too-few-seconds': ['least'],
  'too-many-seconds': ['most'],
  // The demo hotel.
  'not-digits': [],
} as const satisfies Readonly<Record<string, readonly RefusalFact[]>>;

/** The bounds that a refusal may name. */
export type RefusalFact = 'least' | 'most';
export type RefusalCode = keyof typeof factsOfRefusals;
export type RefusalFacts<Code extends RefusalCode> = Readonly<Record<(typeof factsOfRefusals)[Code][number], number>>;

/** What travels to the screen instead of a sentence. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly [Each in Code]: { readonly code: Each; readonly facts: RefusalFacts<Each> };
}[Code];

/** For the schemas: their message is the code. Makes sure that there is one of this name. */
export function refuse(code: RefusalCode): RefusalCode {
  return code;
}

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(factsOfRefusals, text);
}

/** @returns null where a fact that the sentence names is not known. */
export function refusalWith(code: RefusalCode, known: Readonly<Record<string, unknown>>): Refusal | null {
  const facts = factsOfRefusals[code].map((fact) => [fact, known[fact]] as const);
  if (facts.some(([, value]) => typeof value !== 'number')) return null;
  return { code, facts: Object.fromEntries(facts) } as Refusal;
}
