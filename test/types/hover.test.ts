import { describe, expect, it } from "vitest";
import { hover } from "./language-service.ts";

describe("what hovering shows", () => {
  it("a type as received", () => {
    expect(hover("type A = Ca|ll;")).toMatchInlineSnapshot(`
      "(alias) interface Call
      import Call
      A call in which the bot takes part: peer to peer, group call or meeting

      \`microsoft.graph.call\`, as received."
    `);
  });

  it("a type to be created", () => {
    expect(hover("type A = CallC|reate;")).toMatchInlineSnapshot(`
      "(alias) interface CallCreate
      import CallCreate
      A call in which the bot takes part: peer to peer, group call or meeting

      \`microsoft.graph.call\`, to be created."
    `);
  });

  it("a union", () => {
    expect(hover("type A = Medi|aConfig;")).toMatchInlineSnapshot(`
      "(alias) type MediaConfig = AppHostedMediaConfigTagged | ServiceHostedMediaConfigTagged
      import MediaConfig
      Who handles the media of a call: one of the derived types

      \`microsoft.graph.mediaConfig\`, as received."
    `);
  });

  it("a union with a concrete base", () => {
    expect(hover("type A = Iden|tity;")).toMatchInlineSnapshot(`
      "(alias) type Identity = IdentityItself | AzureCommunicationServicesUserIdentityTagged | UserIdentityTagged | CommunicationsApplicationIdentityTagged | CommunicationsApplicationInstanceIdentityTagged | CommunicationsEncryptedIdentityTagged | CommunicationsGuestIdentityTagged | CommunicationsPhoneIdentityTagged | ... 13 more ... | UserIdentityTagged
      import Identity
      One actor: an ID and a name

      \`microsoft.graph.identity\`, as received."
    `);
  });

  it("a factory", () => {
    expect(hover("appHosted|MediaConfig({});")).toMatchInlineSnapshot(`
      "(alias) appHostedMediaConfig(init?: AppHostedMediaConfig): AppHostedMediaConfigTagged
      import appHostedMediaConfig
      \`microsoft.graph.appHostedMediaConfig\` with its discriminator filled in."
    `);
  });

  it("a guard", () => {
    expect(hover("isC|all(call);")).toMatchInlineSnapshot(`
      "(alias) isCall(value: unknown): value is Call
      import isCall
      Whether the value is \`microsoft.graph.call\` in canonical form. Never throws."
    `);
  });

  it("a validator", () => {
    expect(hover("validate|Call(call);")).toMatchInlineSnapshot(`
      "(alias) validateCall(value: unknown, options?: ValidateOptions): Validation<Call>
      import validateCall
      Judges \`microsoft.graph.call\`: the canonical value with warnings, or what is wrong with it. Never throws."
    `);
  });

  it("a partition", () => {
    expect(hover("partition|CommsNotifications(call);")).toMatchInlineSnapshot(`
      "(alias) partitionCommsNotifications(value: unknown, options?: ValidateOptions): Partition<CommsNotification>
      import partitionCommsNotifications
      Divides the items of \`microsoft.graph.commsNotifications\` into valid ones and the others. Never throws."
    `);
  });

  it("a schema", () => {
    expect(hover("call|Schema;")).toMatchInlineSnapshot(`
      "(alias) const callSchema: StandardSchema<Call>
      import callSchema
      \`microsoft.graph.call\` as a Standard Schema."
    `);
  });

  it("a member that is an enumeration", () => {
    expect(hover("call.sta|te;")).toMatchInlineSnapshot(`
      "(property) Call.state?: CallState | null | undefined
      How far the call has come"
    `);
  });

  it("a member that is a union of types", () => {
    expect(hover("call.media|Config;")).toMatchInlineSnapshot(`
      "(property) Call.mediaConfig?: MediaConfig | null | undefined
      Who handles the media, the service or the bot"
    `);
  });

  it("what is notified", () => {
    expect(hover("notification.resource|Data;")).toMatchInlineSnapshot(`
      "(property) CommsNotification.resourceData?: CommsNotificationResource | CommsNotificationResource[] | null | undefined
      The changed resource with the members that matter for the change, or an array of such resources; look at
      \`@odata.type\` first"
    `);
  });

  it("a member with a primitive type names the type", () => {
    expect(hover("change.subscription|Id;")).toContain("subscriptionId?: Guid | undefined");
  });

  it("an enumeration's object", () => {
    expect(hover("Call|State.hold;")).toMatchInlineSnapshot(`
      "(alias) const CallState: {
          readonly incoming: "incoming";
          readonly establishing: "establishing";
          readonly ringing: "ringing";
          readonly established: "established";
          readonly hold: "hold";
          readonly transferring: "transferring";
          readonly transferAccepted: "transferAccepted";
          readonly redirecting: "redirecting";
          readonly terminating: "terminating";
          readonly terminated: "terminated";
          readonly unknownFutureValue: "unknownFutureValue";
      }
      import CallState
      How far a call has come

      \`microsoft.graph.callState\`.

      Evolvable: \`unknownFutureValue\` stands for members that are added later.
      The members of {@link CallState}."
    `);
  });

  it("one of its members", () => {
    expect(hover("CallState.establ|ished;")).toMatchInlineSnapshot(`
      "(property) established: "established"
      Up; media can flow"
    `);
  });

  it("the parameters of an operation", () => {
    expect(hover("type A = CallAnswer|Parameters;")).toMatchInlineSnapshot(`
      "(alias) interface CallAnswerParameters
      import CallAnswerParameters
      Takes an incoming call

      \`action:microsoft.graph.answer(microsoft.graph.call)\`."
    `);
  });

  it("a discriminator", () => {
    expect(hover('call["@odata.ty|pe"];')).toMatchInlineSnapshot(
      `"(property) Call["@odata.type"]?: "#microsoft.graph.call" | undefined"`,
    );
  });
});
