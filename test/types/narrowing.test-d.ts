import {
  type Call,
  type CallState,
  type CallTagged,
  type CommsNotification,
  type CommsNotificationResource,
  type Participant,
  type ParticipantTagged,
  parseCommsNotifications,
} from "../../generated/src/index.js";
import { body, exactly, read } from "./support.js";

/** From a body to the state of a call and to each participant of a roster, without a cast. */
export function callback(onState: (state: CallState) => void, onParticipant: (one: Participant) => void): void {
  for (const notification of parseCommsNotifications(body).value ?? []) {
    exactly<CommsNotification>()(notification, true);
    const resource = notification.resourceData;
    if (resource === null || resource === undefined) continue;
    if (Array.isArray(resource)) {
      exactly<CommsNotificationResource[]>()(resource, true);
      for (const item of resource) {
        if (item["@odata.type"] === "#microsoft.graph.participant") onParticipant(item);
      }
      continue;
    }
    exactly<CommsNotificationResource>()(resource, true);
    switch (resource["@odata.type"]) {
      case "#microsoft.graph.call":
        exactly<CallTagged>()(resource, true);
        exactly<CallState | null | undefined>()(resource.state, true);
        if (resource.state) onState(resource.state);
        break;
      case "#microsoft.graph.deltaParticipants":
        resource.participants?.forEach(onParticipant);
        break;
      case "#microsoft.graph.playPromptOperation":
        exactly<number | undefined>()(resource.resultInfo?.code, true);
        break;
      default:
        read(resource["@odata.type"]);
    }
  }
}

/** The same for one item, with one array for both forms. */
export function normalized(notification: CommsNotification): void {
  const { resourceData } = notification;
  const items = Array.isArray(resourceData) ? resourceData : resourceData ? [resourceData] : [];
  exactly<CommsNotificationResource[]>()(items, true);
  const roster = items.flatMap((item) => (item["@odata.type"] === "#microsoft.graph.participant" ? [item] : []));
  exactly<ParticipantTagged[]>()(roster, true);
  exactly<string | null | undefined>()(roster[0]?.info?.identity?.user?.id, true);
}

/** Without the look at `Array.isArray` nor at the tag there is no way to a member. */
export function unnarrowed({ resourceData }: CommsNotification): void {
  // @ts-expect-error TS7053: it may be an array
  read(resourceData?.["@odata.type"]);
  if (!resourceData || Array.isArray(resourceData)) return;
  // @ts-expect-error TS2339: not every resource has a state
  read(resourceData.state);
  // @ts-expect-error TS2367: no resource has that tag
  if (resourceData["@odata.type"] === "#microsoft.graph.presence") read(resourceData);
}

/** Members of unions narrow in place, and what all variants share needs no narrowing. */
export function nested(call: Call): void {
  exactly<boolean | null | undefined>()(call.mediaConfig?.removeFromDefaultAudioGroup, true);
  exactly<string | null | undefined>()(call.source?.identity?.application?.displayName, true);
  if (call.mediaConfig?.["@odata.type"] === "#microsoft.graph.appHostedMediaConfig") {
    exactly<string | null | undefined>()(call.mediaConfig.blob, true);
  }
  const organizer = call.meetingInfo;
  if (organizer?.["@odata.type"] === "#microsoft.graph.organizerMeetingInfo") {
    exactly<boolean | null | undefined>()(organizer.allowConversationWithoutHost, true);
  }
  for (const operation of call.operations ?? []) {
    if (operation["@odata.type"] === "#microsoft.graph.recordOperation") {
      exactly<string | null | undefined>()(operation.completionReason, true);
    }
  }
}
