/*
 * The package's own functions for dynamic members, which know its types by their discriminators: what a notification says
 * of a resource bears the discriminator of something else.
 */
import { expect, test } from "vitest";
import {
  dynamicMembers,
  identity,
  type ResourceDataUnresolved,
  validateChangeNotificationCollection,
  withDynamic,
} from "../../generated/src/index.ts";

const changed = { "@odata.type": "#microsoft.graph.onlineMeeting", "@odata.id": "communications/onlineMeetings/1" };
const said = "microsoft.graph.resourceData";

test.each([
  ["its own type", { ...identity({ id: "1" }), nickname: "Jo" }, undefined, { nickname: "Jo" }],
  [
    "its own type, said as well",
    { ...identity({ id: "1" }), nickname: "Jo" },
    "microsoft.graph.identity",
    { nickname: "Jo" },
  ],
  ["another type", { ...changed, id: "1" }, undefined, {}],
  ["another type, and its own is said", { ...changed, id: "1" }, said, { id: "1" }],
  ["no type", { "@odata.type": "#graph.nowhere", id: "1" }, said, { id: "1" }],
  [
    "a type, and what is said is none",
    { ...identity({ id: "1" }), nickname: "Jo" },
    "graph.nowhere",
    { nickname: "Jo" },
  ],
])("the discriminator names %s", (_title, value, type, want) => {
  expect({ ...dynamicMembers(value, type) }).toEqual(want);
});

test("what is added is none of the declared members of the type that is said", () => {
  const data: ResourceDataUnresolved = withDynamic({ ...changed }, { id: "1" }, said);
  expect(data).toEqual({ ...changed, id: "1" });
  const notification = {
    changeType: "updated",
    resource: "r",
    subscriptionId: "2e1a0b00-2db4-4022-9570-243709c565ab",
    resourceData: data,
  };
  expect(validateChangeNotificationCollection({ value: [notification] }).ok).toBe(true);
  expect(() => withDynamic(identity({}), { displayName: 5 }, "microsoft.graph.identity")).toThrow(TypeError);
});
