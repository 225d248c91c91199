/** The one button that mends an alert. `wait`: there is nothing to press. */
export type AlertFix =
  | 'try-now'
  | 'open-door'
  | 'map-room'
  | 'portal-room'
  | 'edit-doorcode'
  | 'encode'
  | 'open-settings'
  | 'decide'
  | 'extend'
  | 'wait';

export interface AlertWords {
  readonly title: string;
  /** Why, and what to do. */
  readonly detail: string;
  readonly fix: AlertFix;
}
