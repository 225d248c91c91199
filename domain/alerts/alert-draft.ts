import type { Alert, AlertKind } from './alert.ts';

/** An alert before the store gives it its moment. Raising one that stands changes nothing. */
export type AlertDraft = Omit<Alert, 'raisedAt'>;

export function alertId(kind: AlertKind, subject: string): string {
  return `${kind}/${subject}`;
}
