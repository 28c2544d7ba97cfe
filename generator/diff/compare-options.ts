import type { Surface } from "../plan/surface/types.ts";
import { note } from "./notes.ts";
import type { Change } from "./types.ts";
import { judgements, type Judgement } from "./verdicts.ts";

/** What the configuration and the aliases decide for the whole package. */
export function compareOptions({ options: before }: Surface, { options: after }: Surface): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [earlier, later] = [before.get(key), after.get(key)];
    // Without open types on one side, nothing of them could change.
    if (earlier === later || (key === "openTypes" && (earlier === undefined || later === undefined))) return [];
    return [note("option-changed", { path: key, before: earlier, after: later, at: undefined }, judge(key, earlier))];
  });
}

function judge(key: string, earlier: string | undefined): Judgement {
  if (key.startsWith("alias ")) return earlier === undefined ? judgements.aliasAdded : judgements.aliasRemoved;
  switch (key) {
    case "openTypes":
      return judgements.optionType;
    case "package.name":
      return judgements.packageName;
    case "serviceRoot":
      return earlier === undefined ? judgements.serviceRootAdded : judgements.serviceRoot;
    default:
      return judgements.optionWire;
  }
}

/** Names of the run-time library that the index has from the model, before and after. */
export function compareRuntimeNames(before: Surface, after: Surface): Change[] {
  const [library, model] = ["the run-time library's", "the model's"];
  const told = (path: string, earlier: string, later: string): Change =>
    note("name-changed", { path, before: earlier, after: later, at: undefined }, judgements.runtimeName);
  const [earlier, later] = [before.runtimeNamesTaken, after.runtimeNamesTaken];
  return [
    ...later.filter((name) => !earlier.includes(name)).map((name) => told(name, library, model)),
    ...earlier.filter((name) => !later.includes(name)).map((name) => told(name, model, library)),
  ];
}
