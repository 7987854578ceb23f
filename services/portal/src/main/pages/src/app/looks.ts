import { createContext } from 'react';

/** Whether pages are dark, and how to change it. */
export const Looks = createContext<{ dark: boolean; setDark: (dark: boolean) => void }>({ dark: false, setDark: () => {} });
