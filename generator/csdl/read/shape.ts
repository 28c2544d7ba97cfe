import { edm, edmx, isOldNamespace } from "../grammar/namespaces.ts";
import { edmxElements, shapes, type Shape } from "../grammar/shapes.ts";
import { closest } from "../../closest.ts";
import { didYouMean } from "../../suggest.ts";
import { contentOf } from "../xml/content.ts";
import type { XmlAttribute, XmlElement } from "../xml/tree-types.ts";
import { reportError, reportWarning, type Reading } from "./reading.ts";

const empty: Shape = { required: [], optional: [], children: [], once: [], text: false };

/**
 * Compares an element with what the standard lets it hold, and returns the children that may stand in it.
 * What is in foreign namespaces is skipped (CSDL 2.2).
 */
export function checkShape(reading: Reading, element: XmlElement): readonly XmlElement[] {
  const shape = shapes.get(element.name) ?? empty;
  checkAttributeNames(reading, element, shape);
  const content = contentOf(element);
  if (!shape.text && /\S/.test(content.text)) {
    reportError(reading, element.index, `${element.name} holds text; only elements may stand in it`);
  }
  if (content.children.length === 0) return content.children;
  const children = content.children.filter((child) => isExpected(reading, element, child, shape));
  for (const name of shape.once) {
    const [, second] = children.filter((child) => child.name === name);
    if (second !== undefined) reportError(reading, second.index, `${element.name} holds more than one ${name}`);
  }
  return children;
}

/**
 * Whether something that an element must hold is missing, rather than there and refused: then that was reported, and
 * is the one cause.
 */
export function isWithout(element: XmlElement, children: readonly XmlElement[], ...names: readonly string[]): boolean {
  if (children.some(({ name }) => names.includes(name))) return false;
  const taken = new Set(children.map(({ index }) => index));
  const refused = contentOf(element).children.filter(({ index }) => !taken.has(index));
  return !refused.some(
    ({ namespace }) => namespace === "" || namespace === edm || namespace === edmx || isOldNamespace(namespace),
  );
}

function checkAttributeNames(reading: Reading, element: XmlElement, shape: Shape): void {
  const unknown: XmlAttribute[] = [];
  for (const attribute of element.attributes) {
    if (attribute.namespace !== "") continue;
    if (!shape.required.includes(attribute.name) && !shape.optional.includes(attribute.name)) unknown.push(attribute);
  }
  for (const { name, index } of unknown) {
    const known = [...shape.required, ...shape.optional];
    const message = `${element.name} has the attribute ${name}, which CSDL does not know; it is ignored`;
    reportWarning(reading, index, message, didYouMean(closest(name, known)));
  }
  for (const name of shape.required) {
    if (element.attributes.some((attribute) => attribute.namespace === "" && attribute.name === name)) continue;
    const misspelt = unknown.find(
      (attribute) => closest(attribute.name, [...shape.required, ...shape.optional]) === name,
    );
    const hint = misspelt === undefined ? undefined : `is ${misspelt.name} meant to be ${name}?`;
    const about = { hint, hides: name === "Name" || name === "Namespace" };
    reportError(reading, element.index, `${element.name} has no attribute ${name}, which it must have`, about);
  }
}

function isExpected(reading: Reading, parent: XmlElement, child: XmlElement, shape: Shape): boolean {
  const { namespace, name, index } = child;
  const home = edmxElements.includes(name) ? edmx : edm;
  const declare = `declare the namespace: xmlns="${home}"`;
  if (namespace === home && shape.children.includes(name)) return true;
  if (isOldNamespace(namespace)) {
    const about = { hint: oldVersionHint, hides: true };
    reportError(reading, index, `${name} is in the namespace ${namespace} of OData V1 to V3`, about);
  } else if (namespace === "") {
    const message = `${name} is in no namespace; inside ${parent.name} elements of ${home} are expected`;
    reportError(reading, index, message, { hint: declare, hides: true });
  } else if (namespace === edm || namespace === edmx) {
    const prefix = namespace === home ? "" : `, in the namespace ${namespace},`;
    const hint = namespace === home ? didYouMean(closest(name, shape.children)) : declare;
    const message = `${name}${prefix} cannot stand in ${parent.name}${whatCan(shape)}`;
    reportError(reading, index, message, { hint, hides: true });
  }
  return false;
}

/** What to do about metadata of the versions before 4. */
export const oldVersionHint =
  "this tool reads OData V4: ask the service for V4 metadata, or convert the file to V4 CSDL first";

function whatCan({ children }: Shape): string {
  if (children.length === 0) return "; no element can";
  return children.length > 12 ? "" : `; expected: ${children.join(", ")}`;
}
