// Parses PowerShell with tree-sitter and prints the line of each fault; nothing if there is none.
// Usage: node parse.mjs NODE_MODULES FILE
import {readFileSync} from 'fs';
import {createRequire} from 'module';
import {pathToFileURL} from 'url';

const [modules, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + '/x'));
const {Parser, Language} = await import(pathToFileURL(require.resolve('web-tree-sitter')));
await Parser.init();
const parser = new Parser();
const wasm = modules + '/tree-sitter-powershell/tree-sitter-powershell.wasm';
parser.setLanguage(await Language.load(wasm));
const tree = parser.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
const walk = node => {
  if (node.type === 'ERROR' || node.isMissing) {
    console.log(node.startPosition.row + 1);
  }
  node.children.forEach(walk);
};
walk(tree.rootNode);
