/**
 * The technical log. Ids and causes only: no guest names, codes, PINs or tokens, ever.
 * `facts` with an `err` key gets its stack printed.
 */
export interface Log {
  debug(facts: LogFacts, message: string): void;
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
}

export type LogFacts = Readonly<Record<string, unknown>>;
