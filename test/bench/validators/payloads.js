// What is judged: the documented bodies, a large roster, and both with faults in them. As text, so that every validator
// gets values as JSON.parse makes them.
import { accepts } from "./reference.js";

/** Takes the material and how many participants there are, returns payloads: a name, items, whether they are valid. */
export function payloadsOf({ examples, ir }, participants = 500) {
  const bodies = examples.map(({ name, root, body }) => ({ name, root: root.name, value: body }));
  const large = { name: `roster of ${participants}`, ...rosterOf(bodies, participants) };
  const valid = [
    payload("all bodies", "mixed", bodies),
    ...bodies.map((body) => payload(body.name, "single", [body])),
    payload(large.name, "roster", [large]),
  ];
  const wrong = new Map([...bodies, large].map((body) => [body, faultsOf(ir, body)]));
  const invalid = kinds.flatMap((kind) => {
    const mixed = bodies.flatMap((body) => wrong.get(body).filter((fault) => fault.kind === kind));
    return [
      payload(`all bodies: ${kind}`, "invalid", mixed),
      payload(
        `${large.name}: ${kind}`,
        "invalid",
        wrong.get(large).filter((fault) => fault.kind === kind),
      ),
    ];
  });
  const single = bodies.map((body) => payload(`${body.name}: all faults`, "invalid single", wrong.get(body)));
  return [...valid, ...invalid, ...single].filter(({ items }) => items.length > 0);
}

function payload(name, group, bodies) {
  const items = bodies.map(({ root, value }) => ({ root, text: JSON.stringify(value) }));
  return { name, group, valid: !group.startsWith("invalid"), items };
}

/** The documented roster with so many participants, each with an identifier of its own. */
export function rosterOf(bodies, count) {
  const { root, value } = bodies.find(({ name }) => name.endsWith("-roster"));
  const copy = structuredClone(value);
  const [notification] = copy.value;
  const known = notification.resourceData;
  notification.resourceData = Array.from({ length: count }, (_, index) => {
    const participant = structuredClone(known[index % known.length]);
    return { ...participant, id: `${participant.id.slice(0, -8)}${String(index).padStart(8, "0")}` };
  });
  return { root, value: copy };
}

const kinds = ["wrong at the start", "wrong in the middle", "wrong at the end", "wrong discriminator", "wrong type"];

/** A body with one fault, by kind of fault. Wrong at the start, in the middle and at the end is a leaf of wrong kind. */
function faultsOf(ir, { name, root, value }) {
  const refused = (change, place) => {
    const copy = structuredClone(value);
    change(at(copy, place.slice(0, -1)), place.at(-1));
    return accepts(ir, root, copy) ? undefined : copy;
  };
  const leaves = placesOf(value).filter((place) => refused(spoil, place) !== undefined);
  const tags = leaves.filter((place) => place.at(-1) === "@odata.type");
  const others = leaves.filter((place) => place.at(-1) !== "@odata.type");
  const chosen = [
    [kinds[0], spoil, others[0]],
    [kinds[1], spoil, others[Math.floor(others.length / 2)]],
    [kinds[2], spoil, others.at(-1)],
    [kinds[3], mistag, tags[Math.floor(tags.length / 2)]],
  ].filter(([, , place]) => place !== undefined);
  const made = chosen.map(([kind, change, place]) => ({ kind, name, root, value: refused(change, place) }));
  return [...made, { kind: kinds[4], name, root, value: [value] }];
}

/** Where leaves are, in the order of the text. In a large body only so many are looked for at either end and between. */
function placesOf(value) {
  const places = [];
  const walk = (part, place) => {
    if (typeof part !== "object" || part === null) return void places.push(place);
    for (const key of Object.keys(part)) walk(part[key], [...place, key]);
  };
  walk(value, []);
  const middle = Math.floor(places.length / 2);
  return places.length < 300
    ? places
    : [...places.slice(0, 20), ...places.slice(middle - 10, middle + 10), ...places.slice(-20)];
}

function at(value, place) {
  return place.reduce((part, key) => part[key], value);
}

function spoil(holder, key) {
  holder[key] = typeof holder[key] === "number" ? "5" : 5;
}

function mistag(holder, key) {
  holder[key] = "#microsoft.graph.nowhere";
}
