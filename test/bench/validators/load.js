// Loads what was bundled of a peer: its `is…` and `validate…`, by position.
import { pathToFileURL } from "node:url";
import { peers } from "./peers.js";

/** Takes bundles as `bundles.js` writes them, returns functions; every peer in this one process. */
export async function load(bundles) {
  return Promise.all(
    bundles.map(async ({ name, is, all }) => {
      const { passed, every } = peers.find((peer) => peer.name === name);
      const validate = await functions(all, "validate_");
      return { name, passed, every, is: is === undefined ? undefined : await functions(is, "is_"), validate };
    }),
  );
}

async function functions(file, prefix) {
  const exported = Object.entries(await import(pathToFileURL(file).href));
  const own = exported.filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
