// Reads a list of files from the arguments and names each that PowerShell's grammar refuses.
const { Parser, Language } = require('web-tree-sitter');
const fs = require('fs');
(async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
  for (const file of process.argv.slice(2)) {
    const text = fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    const tree = parser.parse(text);
    if (!tree.rootNode.hasError) continue;
    const stack = [tree.rootNode];
    while (stack.length > 0) {
      const node = stack.pop();
      if (node.isError || node.isMissing) {
        const at = node.startPosition;
        console.log(`${file}:${at.row + 1}:${at.column + 1}: ${text.split('\n')[at.row]}`);
      }
      for (let i = 0; i < node.childCount; i++) stack.push(node.child(i));
    }
  }
})();
