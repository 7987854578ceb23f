// Parses the AsyncAPI document named by the argument, and the schemas it refers to; prints what is wrong and ends with 1.
const { Parser, fromFile } = require('@asyncapi/parser');

fromFile(new Parser(), process.argv[2])
  .parse()
  .then(({ document, diagnostics }) => {
    const wrong = diagnostics.filter((each) => each.severity === 0);
    for (const { code, path, message } of wrong) {
      console.log(`${path.join('.')}: ${message} (${code})`);
    }
    if (wrong.length > 0 || !document) process.exit(1);
    console.log(`${document.allMessages().length} messages`);
  });
