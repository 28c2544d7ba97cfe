// The same ten lines on each package: a call is made, read, and looked at by what kind its media are.

const ours = (imports, guard) => `${imports}
export const call: CallCreate = {
  callbackUri: "https://bot.example/callback",
  source: { identity: { application: { id: "a", displayName: "Bot" } } },
  targets: [{ identity: { user: { id: "b" } } }],
  requestedModalities: ["audio"],
  mediaConfig: { "@odata.type": "#microsoft.graph.serviceHostedMediaConfig" },
};
export function stateOf(body: unknown): Call["state"] {
  return ${guard};
}
`;

const peers = `import type { Call } from "@microsoft/microsoft-graph-types";
export const call: Call = {
  callbackUri: "https://bot.example/callback",
  source: { identity: { application: { id: "a", displayName: "Bot" } } },
  targets: [{ identity: { user: { id: "b" } } }],
  requestedModalities: ["audio"],
  mediaConfig: {},
};
export function stateOf(body: unknown): Call["state"] {
  return (body as Call).state;
}
`;

/** Takes the name under which the flagship package is installed; programs by name. */
export function programsOf(name) {
  const guarded = `import { isCall, type Call, type CallCreate } from "${name}";`;
  const alone = `import type { Call, CallCreate } from "${name}/types";`;
  return [
    { name: "ours, with `isCall`", text: ours(guarded, "isCall(body) ? body.state : undefined") },
    { name: "ours, types alone", text: ours(alone, "(body as Call).state") },
    { name: "microsoft-graph-types", text: peers },
    { name: "nothing imported", text: "export const call = {};\n" },
  ];
}

/** Programs for an editor: `|` is where something is typed, `^` stands before a name to hover over. */
export function editedOf(name, whole) {
  const edited = (from) => `import type { Call } from "${from}";\nexport const ^call: Call = { | };\n`;
  return [
    { name: "ours", text: edited(name) },
    { name: "microsoft-graph-types", text: edited("@microsoft/microsoft-graph-types") },
    ...(whole === undefined
      ? []
      : [
          { name: "all of Graph", text: edited(whole) },
          { name: "all of Graph, `/types`", text: edited(`${whole}/types`) },
        ]),
  ];
}
