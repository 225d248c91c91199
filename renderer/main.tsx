import '@fontsource-variable/inter/index.css';
import './mantine.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { sessionToken } from './channel/session-token.ts';
import { fetchDesk } from './frame/entrance.tsx';
import { Portal } from './portal.tsx';

// Whoever is signed in sees the desk next: it comes while Portal is asked who that is.
if (sessionToken() !== null) fetchDesk();

const place = document.querySelector('#portal');
if (place !== null) createRoot(place).render(<Portal />);
