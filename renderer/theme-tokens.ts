/** Every colour of the screen, once. Each text colour reads at 4.5:1 or better on each ground it stands on (tested). */
export interface Tokens {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  /** The edge of what can be filled in, ticked or switched: 3:1 or better (tested). */
  readonly control: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly accentGround: string;
  /** Words on a filled button. */
  readonly onFill: string;
  readonly ok: string;
  readonly okGround: string;
  readonly warn: string;
  readonly warnGround: string;
  readonly bad: string;
  readonly badGround: string;
  readonly info: string;
  readonly infoGround: string;
  readonly neutral: string;
  readonly neutralGround: string;
}

export const light: Tokens = {
  ground: '#f6f7f8',
  surface: '#ffffff',
  raised: '#ffffff',
  line: '#e3e6e9',
  control: '#858e97',
  text: '#15191d',
  text2: '#56606a',
  text3: '#626c76',
  accent: '#0f6b5c',
  accentGround: '#e6f2ef',
  onFill: '#ffffff',
  ok: '#176f43',
  okGround: '#e5f4ea',
  warn: '#8a5200',
  warnGround: '#fdf1dc',
  bad: '#b3261e',
  badGround: '#fce9e7',
  info: '#2456a6',
  infoGround: '#e7eefa',
  neutral: '#4c5660',
  neutralGround: '#eceff1',
};

export const dark: Tokens = {
  ground: '#14181b',
  surface: '#1b2024',
  raised: '#232a2f',
  line: '#2c3339',
  control: '#6b7680',
  text: '#e8ecef',
  text2: '#a4afb8',
  text3: '#95a0aa',
  accent: '#4fc3ad',
  accentGround: '#16342f',
  onFill: '#0f1a17',
  ok: '#62cf92',
  okGround: '#15301f',
  warn: '#efb04e',
  warnGround: '#3a2a10',
  bad: '#ff9389',
  badGround: '#40191a',
  info: '#8ab4f8',
  infoGround: '#1b2d4b',
  neutral: '#b4bec7',
  neutralGround: '#2a3137',
};
