/** Headers with which a document is written over only by who has read its latest version, and begun only where there is none yet. */
export const over = (version: number | undefined) => (version ? { 'If-Match': `"${version}"` } : { 'If-None-Match': '*' });
