import '@fontsource-variable/inter/index.css';
import './mantine.css';
import { createRoot } from 'react-dom/client';
import './base.css';
import { sessionToken, takeUpSession } from './channel/session-token.ts';
import { lockScreen } from './channel/session.ts';
import { fetchDesk } from './entrance.tsx';
import { watchStyles } from './failed-styles.ts';
import { chooseLanguage } from './languages.ts';
import { Portal } from './portal.tsx';
import { languageCode } from './text/language.ts';

watchStyles();
// Whoever opens the desk's window again first shows who they are.
if (takeUpSession()) lockScreen();
// Whoever is signed in sees the desk next: it comes while Portal is asked who that is.
if (sessionToken() !== null) fetchDesk();

const place = document.querySelector('#portal');
void chooseLanguage(navigator.languages).then(() => {
  document.documentElement.lang = languageCode();
  if (place !== null) createRoot(place).render(<Portal />);
});
