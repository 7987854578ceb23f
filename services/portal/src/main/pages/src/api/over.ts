/** Headers of a write; without them it goes over whatever is there. */
export type Over = { 'If-Match'?: string; 'If-None-Match'?: string };

/** Headers with which a document is written over only by who has read its latest version, and begun only where there is none yet. */
export const over = (version: number | undefined): Over => (version ? { 'If-Match': `"${version}"` } : { 'If-None-Match': '*' });
