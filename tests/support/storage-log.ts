import type { Log, LogFacts } from '#main/ports/log';

export interface LogLine {
  readonly level: keyof Log;
  readonly facts: LogFacts;
  readonly message: string;
}

export function rememberingLog(): { readonly log: Log; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: keyof Log) => (facts: LogFacts, message: string) => void lines.push({ level, facts, message });
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines };
}
