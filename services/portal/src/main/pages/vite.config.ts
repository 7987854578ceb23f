import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';

/** Puts something else into a file of a package where none of its settings can. */
function instead(file: string, was: string, is: string): Plugin {
  let done = false;
  return {
    name: `instead:${file}`,
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: new RegExp(`${file}\\.js$`) },
      handler(code) {
        const changed = code.replace(was, is);
        done = changed !== code;
        return { code: changed, map: null };
      },
    },
    buildEnd(error) {
      if (!error && !done) throw new Error(`${file} has changed: no ${was} in it`);
    },
  };
}

// rc-util injects two style elements (scroll-bar measuring, scroll lock) without the page's nonce, which our policy refuses.
const nonceEverywhere = instead(
  '@rc-component/util/(es|lib)/Dom/dynamicCSS',
  'if (csp?.nonce) {',
  "const pageNonce = csp?.nonce ?? document.querySelector('meta[name=\"csp-nonce\"]')?.content;\n  if (pageNonce) { styleNode.nonce = pageNonce; }\n  if (csp?.nonce) {",
);

/** Icons that are all that a button has. */
const ALONE = "({ search: '查找', ellipsis: '更多', left: '上一页', right: '下一页' })";

// What only whoever hears a page is told, in English: an icon beside words is a decoration, and where a tab stands among how
// many is told by its role.
const toldInChinese = [
  instead('@rc-component/tabs/es/TabNavList/TabNode', '`Tab ${currentPosition} of ${tabCount}`', 'null'),
  instead('@rc-component/tabs/es/TabNavList/OperationNode', "'expanded dropdown'", "'更多'"),
  instead('@rc-component/select/es/hooks/useAllowClear', "'Clear'", "'清除'"),
  instead(
    '@ant-design/icons/es/components/AntdIconLight',
    '"aria-label": icon.name',
    `"aria-label": ${ALONE}[icon.name], "aria-hidden": !${ALONE}[icon.name]`,
  ),
];

const out = process.env['PAGES'] ?? 'dist';

const notice: Plugin = {
  name: 'notice',
  apply: 'build',
  writeBundle: () => copyFileSync('notice.html', resolve(out, 'notice.html')),
};

const group = (name: string, packages: string, priority: number) => ({
  name,
  test: new RegExp(`node_modules[\\\\/](${packages})[\\\\/]`),
  priority,
});

export default defineConfig({
  plugins: [nonceEverywhere, toldInChinese, notice, react()],
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
