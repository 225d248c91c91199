import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { Portal } from './portal.tsx';

const place = document.querySelector('#portal');
if (place !== null) createRoot(place).render(<Portal />);
