import { createContext } from 'react';

const KEY = 'dark';

/** Whether pages are to be dark: as was chosen in this browser, else as the machine is. Nothing else is kept there, and this tells of nobody. */
export function isDark(): boolean {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) return kept === 'true';
  } catch {
    // Some browsers keep nothing at all.
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

export function keepDark(dark: boolean) {
  try {
    localStorage.setItem(KEY, String(dark));
  } catch {
    // Then it lasts as long as the page.
  }
}

/** Whether pages are dark, and how to change it. */
export const Looks = createContext<{ dark: boolean; setDark: (dark: boolean) => void }>({ dark: false, setDark: () => {} });
