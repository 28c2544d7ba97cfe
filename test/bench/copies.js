// Larger documents than there are: Graph with copies of its schemas under other namespaces and aliases, as one document.

/** Takes a document and how many copies are wanted beside it, returns the document with them; containers stay single. */
export function withCopies(text, copies) {
  const [from, to] = [text.indexOf("<Schema"), text.lastIndexOf("</Schema>") + "</Schema>".length];
  const schemas = text.slice(from, to).replace(/<EntityContainer [^]*?<\/EntityContainer>/g, "");
  const aliases = [...text.matchAll(/ Alias="(\w+)"/g)].map(([, alias]) => alias);
  const uses = new RegExp(`(["(/])(${aliases.join("|")})\\.`, "g");
  const parts = Array.from({ length: copies }, (_, index) =>
    schemas
      .replaceAll("microsoft.graph", copyOf(index + 1))
      .replace(/ Alias="(\w+)"/g, ` Alias="$1${index + 1}"`)
      .replace(uses, `$1$2${index + 1}.`),
  );
  return [text.slice(0, to), ...parts].join("\n") + text.slice(to);
}

/** Takes a config of all of Graph and how many copies there are, returns one in which they have what Graph has. */
export function configWithCopies(config, copies) {
  const all = Array.from({ length: copies }, (_, index) => index + 1);
  const others = all.flatMap((number) => Object.entries(config.modules).map(renamed(number, `-${number}`)));
  return {
    ...config,
    derived: entries([...Object.entries(config.derived), ...all.flatMap(sameFor(config.derived))]),
    names: entries([...Object.entries(config.names), ...all.flatMap(sameFor(config.names))]),
    modules: entries([...Object.entries(config.modules), ...others]),
  };
}

const sameFor = (settings) => (number) => Object.entries(settings).map(renamed(number, ""));

function renamed(number, suffix) {
  return ([name, value]) => [name.replace("microsoft.graph", copyOf(number)), `${value}${suffix}`];
}

function copyOf(number) {
  return `microsoft.graph${number}`;
}

function entries(list) {
  return Object.fromEntries(list);
}
