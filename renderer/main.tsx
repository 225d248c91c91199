import '@fontsource-variable/inter/index.css';
import './mantine.css';
import { createRoot } from 'react-dom/client';
import './base.css';
import { sessionToken, takeUpSession } from './channel/session-token.ts';
import { lockScreen } from './channel/session.ts';
import { fetchDesk } from './entrance.tsx';
import { watchStyles } from './failed-styles.ts';
import './mantine.css';
import { Portal } from './portal.tsx';

watchStyles();
// Whoever opens the desk's window again first shows who they are.
if (takeUpSession()) lockScreen();
// Whoever is signed in sees the desk next: it comes while Portal is asked who that is.
if (sessionToken() !== null) fetchDesk();

const place = document.querySelector('#portal');
if (place !== null) createRoot(place).render(<Portal />);
