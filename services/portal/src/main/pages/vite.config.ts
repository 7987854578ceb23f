import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';

// rc-util injects two style elements (scroll-bar measuring, scroll lock) without the page's nonce, which our policy refuses.
const nonceEverywhere: Plugin = {
  name: 'nonce-everywhere',
  enforce: 'pre',
  transform: {
    filter: { id: /@rc-component\/util\/(es|lib)\/Dom\/dynamicCSS\.js$/ },
    handler(code) {
      const changed = code.replace(
        'if (csp?.nonce) {',
        "const pageNonce = csp?.nonce ?? document.querySelector('meta[name=\"csp-nonce\"]')?.content;\n  if (pageNonce) { styleNode.nonce = pageNonce; }\n  if (csp?.nonce) {",
      );
      if (changed === code) throw new Error('rc-util has changed: its styles need the nonce in another way');
      return { code: changed, map: null };
    },
  },
};

const out = process.env['PAGES'] ?? 'dist';

const notice: Plugin = {
  name: 'notice',
  apply: 'build',
  closeBundle: () => copyFileSync('notice.html', resolve(out, 'notice.html')),
};

const group = (name: string, packages: string, priority: number) => ({
  name,
  test: new RegExp(`node_modules[\\\\/](${packages})[\\\\/]`),
  priority,
});

export default defineConfig({
  plugins: [nonceEverywhere, notice, react()],
  build: {
    target: 'es2022',
    outDir: out,
    emptyOutDir: true,
    // Templates to begin from are files to take along.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            group('react', 'react|react-dom|scheduler', 40),
            group('tanstack', '@tanstack', 30),
          ],
        },
      },
    },
  },
});
